package facts;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.File;

/** Overridden hooks of the framework are entries. */
final class NettyHooks extends ChannelInboundHandlerAdapter {
  private final File file = new File("a");

  @Override
  public void channelActive(ChannelHandlerContext context) {
    file.exists(); // fact: waits for metadata, runs on event-loop
    helper();
  }

  private void helper() {
    file.delete(); // fact: waits for file, runs on event-loop
  }

  void notCalledByNetty() {
    file.mkdir(); // fact: waits for file
  }
}
