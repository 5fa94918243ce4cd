package dev.asynclint.user;

import static dev.asynclint.runtime.direct.Await.await;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.net.TcpListener;
import dev.asynclint.runtime.net.TcpStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

final class EchoExample {
  public static void main(String[] args) throws Exception {
    InetSocketAddress address = new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0]));
    try (AsyncRuntime runtime = AsyncRuntime.builder().workerThreads(2).build();
        TcpListener listener = runtime.blockOn(TcpListener.bind(address))) {
      runtime.blockOn(runtime.spawn(() -> serve(runtime, listener)));
    }
  }

  static Void serve(AsyncRuntime runtime, TcpListener listener) throws Exception {
    for (; ; ) {
      TcpStream stream = await(listener.accept());
      runtime.spawn(() -> echo(stream));
    }
  }

  private static Void echo(TcpStream accepted) throws Exception {
    try (TcpStream stream = accepted) {
      ByteBuffer buffer = ByteBuffer.allocateDirect(1024);
      while (await(stream.read(buffer.clear())) >= 0) {
        await(stream.writeAll(buffer.flip()));
      }
    }
    return null;
  }
}
