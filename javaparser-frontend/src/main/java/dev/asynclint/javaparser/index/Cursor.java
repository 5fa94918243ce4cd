package dev.asynclint.javaparser.index;

import java.nio.charset.StandardCharsets;

/** Reads numbers and texts from a part of a byte array. Not for use by several threads. */
final class Cursor {
  private final byte[] data;
  private int at;

  Cursor(byte[] data, int start) {
    this.data = data;
    this.at = start;
  }

  int position() {
    return at;
  }

  /** A number from 0, seven bits a byte, the low ones first. */
  int number() {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte part = data[at++];
      value |= (part & 0x7f) << shift;
      if (part >= 0) {
        return value;
      }
    }
  }

  /** Four bytes, the high one first. */
  int word() {
    return (data[at++] & 0xff) << 24
        | (data[at++] & 0xff) << 16
        | (data[at++] & 0xff) << 8
        | (data[at++] & 0xff);
  }

  String text(int length) {
    String text = new String(data, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  void skip(int length) {
    at += length;
  }
}
