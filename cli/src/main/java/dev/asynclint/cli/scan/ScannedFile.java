package dev.asynclint.cli.scan;

import java.util.List;

/**
 * A file that was read.
 *
 * @param name as reports name it
 * @param packageName empty for the unnamed package
 * @param lines from 1
 * @param dialects those of the types it mentions, sorted
 */
public record ScannedFile(String name, String packageName, int lines, List<String> dialects) {
  /** Copies the list. */
  public ScannedFile {
    dialects = List.copyOf(dialects);
  }
}
