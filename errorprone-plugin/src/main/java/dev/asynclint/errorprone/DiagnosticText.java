package dev.asynclint.errorprone;

import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Location;
import java.util.ArrayList;
import java.util.List;

/** A finding as the lines of a compiler's message: what, by which way, what to do. */
final class DiagnosticText {
  private DiagnosticText() {}

  /**
   * The lines of a finding.
   *
   * @param check the check that {@code -Xep} knows, where the message does not start with it; else
   *     empty
   */
  static String of(Finding finding, String check) {
    List<String> lines = new ArrayList<>();
    lines.add(finding.message());
    if (!finding.label().isEmpty()) {
      lines.add("  here: " + finding.label());
    }
    int widest =
        finding.trace().stream().mapToInt(s -> brief(s.location()).length()).max().orElse(0);
    int digits = Integer.toString(finding.trace().size()).length();
    int number = 0;
    for (Finding.Step step : finding.trace()) {
      number++;
      lines.add(
          "  %s %s  %s  %s%s"
              .formatted(
                  number == 1 ? "path:" : "     ",
                  padded(Integer.toString(number), digits),
                  padded(brief(step.location()), widest),
                  "  ".repeat(Math.max(step.depth(), 0)),
                  step.message()));
    }
    String[] help = finding.help().strip().split("\\s*\n\\s*");
    for (int i = 0; i < help.length && !finding.help().isBlank(); i++) {
      lines.add((i == 0 ? "  help: " : "        ") + help[i]);
    }
    if (!check.isEmpty()) {
      lines.add("  check: " + check);
    }
    return String.join("\n", lines);
  }

  private static String brief(Location location) {
    String file = location.file();
    return file.substring(file.lastIndexOf('/') + 1) + ":" + location.startLine();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(width - text.length(), 0));
  }
}
