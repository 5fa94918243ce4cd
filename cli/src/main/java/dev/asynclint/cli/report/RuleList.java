package dev.asynclint.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.asynclint.cli.scan.RuleInfo;
import dev.asynclint.cli.scan.RuleSet;
import java.io.IOException;
import java.io.Writer;

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
