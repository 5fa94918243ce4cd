package dev.asynclint.cli.report;

import dev.asynclint.cli.scan.Sources;
import dev.asynclint.core.ir.LineMap;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Location;

/** Edits in lines and columns. */
final class Edits {
  private Edits() {}

  static Location location(Finding.Edit edit, Sources sources) {
    LineMap lines = sources.lineMap(edit.file()).orElseGet(() -> sources.text(edit.file()).lines());
    return Location.range(edit.file(), lines, edit.start(), edit.end());
  }
}
