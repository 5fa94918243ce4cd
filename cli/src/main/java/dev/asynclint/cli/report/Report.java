package dev.asynclint.cli.report;

import dev.asynclint.cli.scan.ScanResult;
import java.io.IOException;
import java.io.Writer;

/** Writes the result of a scan in one format. The same result gives the same text. */
@FunctionalInterface
public interface Report {
  /**
   * Writes all of it; lines end in a line feed on every platform.
   *
   * @param out not closed
   * @throws IOException if {@code out} fails
   */
  void write(ScanResult result, Writer out) throws IOException;
}
