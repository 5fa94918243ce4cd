package twins.ignored_readiness;

import dev.asynclint.prove.Stage;
import dev.asynclint.prove.Twin;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;

/** Chunks are written while the channel takes them. */
public final class Good implements Twin {
  @Override
  public void run(Stage stage) {
    EmbeddedChannel channel = new EmbeddedChannel(new Watch(stage, Sender.class), new Sender());
    channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(512, 1024));
    List<ByteBuf> chunks = new ArrayList<>();
    stage.numbers(100).forEach(item -> chunks.add(Unpooled.wrappedBuffer(new byte[64])));
    channel.writeInbound(chunks);
    channel.finishAndReleaseAll();
  }

  /** Sends a chunk for each item. */
  static final class Sender extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      send(context, (List<ByteBuf>) message);
    }

    private static void send(ChannelHandlerContext context, List<ByteBuf> chunks) {
      for (ByteBuf chunk : chunks) {
        if (!context.channel().isWritable()) {
          context.flush();
        }
        context.write(chunk);
      }
      context.flush();
    }
  }
}
