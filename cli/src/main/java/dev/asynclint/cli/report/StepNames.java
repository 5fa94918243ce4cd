package dev.asynclint.cli.report;

import dev.asynclint.core.rule.Finding.Step;
import dev.asynclint.core.rule.Location;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the steps of one path name their files: by the last part, or in full where two files share
 * it.
 *
 * @param width of the longest name
 */
record StepNames(Set<String> ambiguous, int width) {

  static StepNames of(List<Step> steps) {
    Map<String, String> files = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (Step step : steps) {
      String file = step.location().file();
      String earlier = files.putIfAbsent(last(file), file);
      if (earlier != null && !earlier.equals(file)) {
        ambiguous.add(last(file));
      }
    }
    StepNames names = new StepNames(ambiguous, 0);
    return new StepNames(
        ambiguous, steps.stream().mapToInt(step -> names.of(step).length()).max().orElse(0));
  }

  String of(Step step) {
    Location location = step.location();
    String last = last(location.file());
    return (ambiguous.contains(last) ? location.file() : last) + ":" + location.startLine();
  }

  private static String last(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }
}
