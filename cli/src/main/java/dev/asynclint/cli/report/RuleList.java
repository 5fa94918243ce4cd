package dev.asynclint.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.asynclint.cli.scan.RuleInfo;
import dev.asynclint.cli.scan.RuleSet;
import dev.asynclint.core.rule.Family;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes the catalogue of rules. */
public final class RuleList {
  private RuleList() {}

  /** The formats of the catalogue. */
  public enum Format {
    /** One line a rule. */
    TEXT,
    /** One array; {@code docs/formats.md} describes it. */
    JSON,
    /** All pages. */
    MD
  }

  /**
   * Writes all rules, in the order of their ids.
   *
   * @param out not closed
   * @throws IOException if {@code out} fails
   */
  public static void write(RuleSet rules, Format format, Writer out) throws IOException {
    switch (format) {
      case TEXT -> text(rules, out);
      case JSON -> json(rules, out);
      case MD -> markdown(rules, out);
    }
  }

  /**
   * The pages of a folder of documentation, by file name: one a rule and {@code README.md}, which
   * lists them by family. The same bytes for the same rules.
   */
  public static SortedMap<String, String> pages(RuleSet rules) {
    SortedMap<String, String> pages = new TreeMap<>();
    StringBuilder list = new StringBuilder("# Rules\n\n");
    list.append(
        "Made of the rules themselves by `./asynclint rules --format md --output docs/rules`");
    list.append("; do not edit.\n");
    for (Family family : Family.values()) {
      List<RuleInfo> members =
          rules.rules().stream().filter(rule -> rule.family() == family).toList();
      if (!members.isEmpty()) {
        list.append("\n## ").append(family.id());
        list.append("\n\n| rule | severity | what | fix | validated |\n|---|---|---|---|---|\n");
        members.forEach(rule -> list.append(row(rule)));
      }
    }
    pages.put("README.md", list.toString());
    rules.rules().forEach(rule -> pages.put(rule.id() + ".md", RulePage.markdown(rule, 1)));
    return pages;
  }

  private static String row(RuleInfo rule) {
    return "| [%1$s](%1$s.md) | %2$s | %3$s | %4$s | %5$s |\n"
        .formatted(
            rule.id(),
            rule.severity().id(),
            rule.summary(),
            rule.fix().id(),
            rule.validated() ? "yes" : "no");
  }

  private static void text(RuleSet rules, Writer out) throws IOException {
    int longest = rules.rules().stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
    for (RuleInfo rule : rules.rules()) {
      String id = rule.id() + " ".repeat(longest - rule.id().length());
      out.write(
          "%s  %-7s  %-15s  %s\n"
              .formatted(id, rule.severity().id(), rule.family().id(), rule.summary()));
    }
  }

  private static void markdown(RuleSet rules, Writer out) throws IOException {
    out.write("# Rules\n");
    for (RuleInfo rule : rules.rules()) {
      out.write("\n" + RulePage.markdown(rule, 2));
    }
  }

  private static void json(RuleSet rules, Writer out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(Json.printer());
      json.writeStartArray();
      for (RuleInfo rule : rules.rules()) {
        json.writeStartObject();
        json.writeStringField("id", rule.id());
        json.writeStringField("name", rule.name());
        json.writeStringField("family", rule.family().id());
        json.writeStringField("severity", rule.severity().id());
        json.writeNumberField("wave", rule.wave());
        json.writeStringField("summary", rule.summary());
        json.writeBooleanField("needsTypes", rule.about().needsTypes());
        json.writeStringField("fix", rule.fix().id());
        json.writeBooleanField("validated", rule.validated());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    out.write('\n');
  }
}
