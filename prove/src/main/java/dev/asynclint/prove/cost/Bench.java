package dev.asynclint.prove.cost;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.stream.Stream;

/** What calls are given to work on; gone when it is closed. For one thread. */
public final class Bench implements Closeable {
  private final Deque<Closeable> things = new ArrayDeque<>();
  private Path folder;

  /** An empty folder of its own. */
  public Path folder() throws IOException {
    if (folder == null) {
      folder = Files.createTempDirectory("asynclint-costs");
    }
    return folder;
  }

  /** A file of that many bytes, which the operating system has in memory. */
  public Path file(int size) throws IOException {
    return Files.write(folder().resolve("file-" + size), text(size));
  }

  /** A folder of small files. */
  public Path files(int count) throws IOException {
    Path many = Files.createDirectory(folder().resolve("files-" + count));
    for (int i = 0; i < count; i++) {
      Files.write(many.resolve("file-" + i), text(64));
    }
    return many;
  }

  /** Lines of words, the same each time: neither a single letter nor noise. */
  public static byte[] text(int size) {
    StringBuilder text = new StringBuilder(size + 32);
    for (int i = 0; text.length() < size; i++) {
      text.append("order ").append(i * 7919 % 9973).append(i % 8 == 7 ? "\n" : ", ");
    }
    return text.substring(0, size).getBytes(StandardCharsets.US_ASCII);
  }

  /** A document of about that many bytes. */
  public static byte[] xml(int size) {
    StringBuilder xml = new StringBuilder("<orders>");
    for (int i = 0; xml.length() < size; i++) {
      xml.append("<order id=\"").append(i).append("\"><item>tea</item></order>");
    }
    return xml.append("</orders>").toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** Closes something at the end. */
  public <T extends Closeable> T closing(T thing) {
    things.push(thing);
    return thing;
  }

  @Override
  public void close() throws IOException {
    for (Closeable thing : things) {
      thing.close();
    }
    if (folder != null) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
  }
}
