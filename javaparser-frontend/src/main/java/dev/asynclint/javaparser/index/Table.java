package dev.asynclint.javaparser.index;

/**
 * A table of the index: entries of any length by number, without decoding those before.
 *
 * <p>On disk: number of entries, length of the entries in bytes, the offset of every {@link
 * #STRIDE}th entry (all in words), then each entry with its length in front. Immutable.
 */
final class Table {
  /** Entries per stated offset: few enough to skip through, enough to keep the offsets small. */
  static final int STRIDE = 16;

  private final byte[] data;
  private final int count;
  private final int offsets;
  private final int entries;
  private final int end;

  /** The table at a position. */
  Table(byte[] data, int start) {
    this.data = data;
    Cursor cursor = new Cursor(data, start);
    count = cursor.word();
    int length = cursor.word();
    offsets = cursor.position();
    entries = offsets + Integer.BYTES * ((count + STRIDE - 1) / STRIDE);
    end = entries + length;
  }

  int count() {
    return count;
  }

  /** The position behind the table. */
  int end() {
    return end;
  }

  /** A cursor at the first byte of an entry. */
  Cursor entry(int number) {
    Cursor cursor = cursorBefore(number);
    cursor.number();
    return cursor;
  }

  /** The entry as a text. */
  String text(int number) {
    Cursor cursor = cursorBefore(number);
    return cursor.text(cursor.number());
  }

  private Cursor cursorBefore(int number) {
    int offset = new Cursor(data, offsets + Integer.BYTES * (number / STRIDE)).word();
    Cursor cursor = new Cursor(data, entries + offset);
    for (int i = number % STRIDE; i > 0; i--) {
      cursor.skip(cursor.number());
    }
    return cursor;
  }
}
