package dev.asynclint.cli.report;

/** How many of something, in words. */
public final class Counted {
  private Counted() {}

  /** Such as "1 file" or "2 files". */
  public static String of(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
