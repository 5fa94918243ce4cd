package dev.asynclint.javaparser.index;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Writes what {@link Cursor} and {@link Table} read. */
final class Bytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Bytes number(int value) {
    int rest = value;
    while (rest > 0x7f) {
      out.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
    return this;
  }

  Bytes word(int value) {
    out.write(value >>> 24);
    out.write(value >>> 16);
    out.write(value >>> 8);
    out.write(value);
    return this;
  }

  Bytes append(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  <T> Bytes list(Collection<T> elements, Consumer<T> writer) {
    number(elements.size());
    elements.forEach(writer);
    return this;
  }

  byte[] toArray() {
    return out.toByteArray();
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] table(List<byte[]> rows) {
    Bytes offsets = new Bytes();
    Bytes entries = new Bytes();
    for (int i = 0; i < rows.size(); i++) {
      if (i % Table.STRIDE == 0) {
        offsets.word(entries.out.size());
      }
      entries.number(rows.get(i).length).append(rows.get(i));
    }
    return new Bytes()
        .word(rows.size())
        .word(entries.out.size())
        .append(offsets.toArray())
        .append(entries.toArray())
        .toArray();
  }
}
