package dev.asynclint.benchmarks;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.net.TcpListener;
import dev.asynclint.runtime.net.TcpStream;
import dev.asynclint.runtime.poll.Async;
import dev.asynclint.runtime.poll.Context;
import dev.asynclint.runtime.poll.Poll;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;

/**
 * Sends back what comes over every connection, at once.
 *
 * @param address where it listens, on this machine
 * @param end stops it
 */
record EchoServer(InetSocketAddress address, Runnable end) implements AutoCloseable {
  private static final int BUFFER_BYTES = 1024;

  private static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  @Override
  public void close() {
    end.run();
  }

  /** On the runtime: a task for every connection. */
  static EchoServer ours() {
    AsyncRuntime runtime = Engines.runtime();
    try {
      TcpListener listener = runtime.blockOn(TcpListener.bind(ANY_PORT));
      runtime.spawn(new Acceptor(listener));
      return new EchoServer(listener.localAddress(), runtime::close);
    } catch (Exception e) {
      runtime.close();
      throw new IllegalStateException("the runtime does not listen", e);
    }
  }

  private static final class Acceptor implements Async<Void> {
    private final TcpListener listener;
    private Async<TcpStream> accept;

    Acceptor(TcpListener listener) {
      this.listener = listener;
    }

    @Override
    public Poll<Void> poll(Context cx) throws Exception {
      for (; ; ) {
        if (accept == null) {
          accept = listener.accept();
        }
        Poll<TcpStream> accepted = accept.poll(cx);
        if (accepted.isPending()) {
          return Poll.pending();
        }
        accept = null;
        accepted.value().noDelay(true);
        cx.host().spawn("", new Echo(accepted.value()));
      }
    }
  }

  private static final class Echo implements Async<Void> {
    private final TcpStream stream;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private Async<Integer> read;
    private Async<Void> write;

    Echo(TcpStream stream) {
      this.stream = stream;
    }

    @Override
    public Poll<Void> poll(Context cx) throws Exception {
      for (; ; ) {
        if (write == null) {
          if (read == null) {
            read = stream.read(buffer.clear());
          }
          Poll<Integer> count = read.poll(cx);
          if (count.isPending()) {
            return Poll.pending();
          }
          read = null;
          if (count.value() < 0) {
            stream.close();
            return Poll.ready(null);
          }
          write = stream.writeAll(buffer.flip());
        }
        if (write.poll(cx).isPending()) {
          return Poll.pending();
        }
        write = null;
      }
    }
  }

  /** On Netty's event loops over the same kind of selector. */
  static EchoServer netty() {
    EventLoopGroup loops =
        new MultiThreadIoEventLoopGroup(Engines.WORKERS, NioIoHandler.newFactory());
    Channel listener =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 1024)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel.pipeline().addLast(new NettyEcho());
                  }
                })
            .bind(ANY_PORT)
            .syncUninterruptibly()
            .channel();
    return new EchoServer(
        (InetSocketAddress) listener.localAddress(),
        () -> loops.shutdownGracefully(0, 10, TimeUnit.SECONDS).syncUninterruptibly());
  }

  private static final class NettyEcho extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext cx, Object message) {
      cx.write(message, cx.voidPromise());
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext cx) {
      cx.flush();
    }
  }
}
