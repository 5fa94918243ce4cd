package dev.asynclint.errorprone.sarif;

import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;

/** A file that is written whole or not at all: first beside its place, then moved there. */
public record SarifFile(Path path) {

  /**
   * Writes the log, replacing an earlier one; makes the folder where there is none.
   *
   * @param rules those that ran
   * @param findings in the order to be written
   * @param particulars of the findings
   * @throws IOException if it cannot be written; an earlier file is then still as it was
   */
  public void write(List<Rule> rules, Collection<Finding> findings, Particulars particulars)
      throws IOException {
    Path target = path.toAbsolutePath();
    Files.createDirectories(target.getParent());
    Path beside =
        target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.write(
          beside, new SarifLog(rules, particulars).text(findings).getBytes(StandardCharsets.UTF_8));
      try {
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
