package dev.asynclint.core.config;

import dev.asynclint.core.knowledge.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Own annotations and framework methods, which become the lines of a knowledge file. */
final class ContextSection {
  private static final String NAME = "[\\p{L}_$][\\p{L}\\p{N}_$]*";
  private static final Pattern TYPE = Pattern.compile(NAME + "(?:\\." + NAME + ")*");
  private static final Pattern METHOD =
      Pattern.compile(TYPE.pattern() + "\\." + NAME + "(?:\\([0-9]{1,3}\\))?");
  private static final List<String> MEANINGS = List.of("blocking", "non-blocking");

  private ContextSection() {}

  /** The text of a knowledge file; empty when there is nothing to say. */
  static String knowledge(Section section, ConfigFaults faults) {
    section.knows("annotations", "methods");
    List<String> contexts =
        Arrays.stream(Context.values())
            .filter(context -> context != Context.UNKNOWN)
            .map(Context::id)
            .toList();
    List<String> meanings = new ArrayList<>(contexts);
    meanings.addAll(MEANINGS);
    StringBuilder text = new StringBuilder();
    for (Section.Line line : section.table("annotations").lines()) {
      if (!TYPE.matcher(line.key()).matches()) {
        faults.add(
            line.keyAt(), "'" + line.key() + "' is no annotation type such as \"shop.OnLoop\"");
      } else if (!meanings.contains(line.text())) {
        faults.unknown(line.at(), "context", line.text(), meanings);
      } else {
        text.append("annotation ").append(line.key());
        text.append(MEANINGS.contains(line.text()) ? " means " : " runs on ");
        text.append(line.text()).append('\n');
      }
    }
    for (Section.Line line : section.table("methods").lines()) {
      if (!METHOD.matcher(line.key()).matches()) {
        faults.add(
            line.keyAt(), "'" + line.key() + "' is no method such as \"shop.Handler.handle\"");
      } else if (!contexts.contains(line.text())) {
        faults.unknown(line.at(), "context", line.text(), contexts);
      } else {
        text.append("hook ").append(line.key()).append(" runs on ").append(line.text());
        text.append('\n');
      }
    }
    return text.isEmpty() ? "" : "library " + Config.FILE + " 1\n" + text;
  }
}
