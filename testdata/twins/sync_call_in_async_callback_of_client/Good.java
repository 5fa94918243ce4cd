package twins.sync_call_in_async_callback_of_client;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.BlockingOperationException;

/** The handler is told when it is done. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) {
    EmbeddedChannel channel = new EmbeddedChannel(new Slow(), new Echo());
    try {
      channel.writeInbound("text");
    } catch (BlockingOperationException e) {
      stage.failed(e);
    }
  }

  /** Answers what comes in. */
  static final class Echo extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
      ChannelFuture written = context.writeAndFlush(message);
      written.addListener(done -> context.close());
    }
  }

  /** A peer that takes what is written later. */
  static final class Slow extends ChannelOutboundHandlerAdapter {
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
      // Whoever waits for the promise waits for a later turn of the loop.
    }
  }
}
