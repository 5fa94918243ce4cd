package dev.asynclint.prove.cost;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.util.List;
import javax.net.ssl.SSLContext;

/** Names and connections of this very machine. */
final class NetworkCalls {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private NetworkCalls() {}

  static List<Call> all() {
    return List.of(
        new Call(
            "dns-literal",
            "InetAddress.getByName",
            "127.0.0.1",
            bench -> () -> InetAddress.getByName("127.0.0.1")),
        new Call(
            "dns-localhost",
            "InetAddress.getByName",
            "localhost, remembered for 30 s",
            bench -> () -> InetAddress.getByName("localhost")),
        new Call(
            "dns-this-host",
            "InetAddress.getLocalHost",
            "remembered for 5 s",
            bench -> () -> InetAddress.getLocalHost()),
        new Call(
            "dns-reverse",
            "InetAddress.getHostName",
            "127.0.0.1",
            bench -> () -> InetAddress.getByAddress(LOOPBACK).getHostName()),
        new Call(
            "address-literal",
            "new InetSocketAddress",
            "127.0.0.1",
            bench -> () -> new InetSocketAddress("127.0.0.1", 80)),
        new Call(
            "address-localhost",
            "new InetSocketAddress",
            "localhost, remembered for 30 s",
            bench -> () -> new InetSocketAddress("localhost", 80)),
        new Call(
            "socket-connect",
            "new Socket",
            "this machine, and closed",
            bench -> {
              ServerSocket server =
                  bench.closing(new ServerSocket(0, 50, InetAddress.getByAddress(LOOPBACK)));
              accept(server);
              return () -> {
                try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
                  // Ends without waiting for the other end, or ports run out.
                  socket.setSoLinger(true, 0);
                  return socket.getLocalPort();
                }
              };
            }),
        new Call(
            "datagram-send",
            "DatagramSocket.send",
            "64 B to this machine",
            bench -> {
              DatagramSocket receiver =
                  bench.closing(new DatagramSocket(0, InetAddress.getByAddress(LOOPBACK)));
              DatagramSocket sender = bench.closing(new DatagramSocket());
              DatagramPacket packet =
                  new DatagramPacket(
                      new byte[64], 64, receiver.getLocalAddress(), receiver.getLocalPort());
              return () -> {
                sender.send(packet);
                return packet;
              };
            }),
        new Call(
            "url-parse",
            "new URL",
            "https, a path and a query",
            bench -> () -> new URL("https://example.org/orders/1?page=2")),
        new Call(
            "uri-parse",
            "URI.create",
            "https, a path and a query",
            bench -> () -> URI.create("https://example.org/orders/1?page=2")),
        new Call(
            "ssl-context-instance",
            "SSLContext.getInstance",
            "TLS",
            bench -> () -> SSLContext.getInstance("TLS")),
        new Call(
            "ssl-context-init",
            "SSLContext.init",
            "TLS, nothing given",
            bench ->
                () -> {
                  SSLContext context = SSLContext.getInstance("TLS");
                  context.init(null, null, null);
                  return context;
                }));
  }

  private static void accept(ServerSocket server) {
    Thread other =
        new Thread(
            () -> {
              while (true) {
                try (Socket accepted = server.accept()) {
                  accepted.getInputStream().read();
                } catch (IOException e) {
                  if (server.isClosed()) {
                    return;
                  }
                }
              }
            },
            "other end");
    other.setDaemon(true);
    other.start();
  }
}
