package twins.ignored_readiness;

import dev.asynclint.prove.Stage;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

/** Tells of what is written to a full channel; no part of the programs that are looked at. */
final class Watch extends ChannelOutboundHandlerAdapter {
  private final Stage stage;
  private final Class<?> sender;

  Watch(Stage stage, Class<?> sender) {
    this.stage = stage;
    this.sender = sender;
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (!context.channel().isWritable()) {
      stage.unwritable(sender);
    }
    context.write(message, promise);
  }
}
