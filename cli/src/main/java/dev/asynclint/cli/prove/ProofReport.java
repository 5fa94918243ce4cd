package dev.asynclint.cli.prove;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.asynclint.prove.Measured;
import dev.asynclint.prove.Pair;
import dev.asynclint.prove.Proof;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Writes proofs. */
public final class ProofReport {
  private static final List<String> HEAD =
      List.of("rule", "verdict", "measured", "budget", "bad", "good", "unit", "blamed line");

  private ProofReport() {}

  /** The formats of proofs. */
  public enum Format {
    /** A table for people. */
    TEXT,
    /** The same in Markdown. */
    MD,
    /** One array; {@code docs/formats.md} describes it. */
    JSON
  }

  /**
   * Writes all proofs, in their order.
   *
   * @param out not closed
   * @throws IOException if {@code out} fails
   */
  public static void write(List<Proof> proofs, Format format, Writer out) throws IOException {
    switch (format) {
      case TEXT -> text(proofs, out);
      case MD -> markdown(proofs, out);
      case JSON -> json(proofs, out);
    }
  }

  /** How many have a verdict, in words. */
  public static String summary(List<Proof> proofs) {
    long notRun = count(proofs, Proof.Verdict.NOT_RUN);
    return "%d proven, %d refuted, %s%d not validated"
        .formatted(
            count(proofs, Proof.Verdict.PROVEN),
            count(proofs, Proof.Verdict.REFUTED),
            notRun == 0 ? "" : notRun + " not run, ",
            count(proofs, Proof.Verdict.NOT_VALIDATED));
  }

  private static long count(List<Proof> proofs, Proof.Verdict verdict) {
    return proofs.stream().filter(proof -> proof.verdict() == verdict).count();
  }

  private static boolean explained(Proof proof) {
    return proof.verdict() == Proof.Verdict.REFUTED || proof.verdict() == Proof.Verdict.NOT_RUN;
  }

  private static List<String> row(Proof proof) {
    List<String> row = new ArrayList<>(List.of(proof.rule(), proof.verdict().id()));
    if (proof.measured().isEmpty()) {
      row.addAll(List.of("", "", "", "", "", ""));
      return row;
    }
    Measured measured = proof.measured().get();
    row.add(measured.meter().words());
    row.add(budget(measured));
    row.add(Long.toString(measured.leastBad()));
    row.add(Long.toString(measured.mostGood()));
    row.add(measured.meter().unit());
    row.add(
        proof.blamedByRule() == measured.blamed()
            ? line(measured.blamed())
            : "rule %s, meter %s".formatted(line(proof.blamedByRule()), line(measured.blamed())));
    return row;
  }

  private static String line(int line) {
    return line == 0 ? "none" : Integer.toString(line);
  }

  private static String budget(Measured measured) {
    String value = Long.toString(measured.budget());
    return measured.budgetName().equals(value) ? value : measured.budgetName() + " " + value;
  }

  private static void text(List<Proof> proofs, Writer out) throws IOException {
    List<List<String>> rows = new ArrayList<>(List.of(HEAD));
    proofs.forEach(proof -> rows.add(row(proof)));
    int[] widths = new int[HEAD.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
      }
      out.write(line.toString().stripTrailing() + "\n");
    }
    for (Proof proof : proofs) {
      if (explained(proof)) {
        out.write("\n%s: %s\n".formatted(proof.rule(), proof.reason()));
      }
    }
    out.write("\n" + summary(proofs) + "\n");
  }

  private static void markdown(List<Proof> proofs, Writer out) throws IOException {
    out.write("| " + String.join(" | ", HEAD) + " |\n" + "|---".repeat(HEAD.size()) + "|\n");
    for (Proof proof : proofs) {
      out.write("| " + String.join(" | ", row(proof)) + " |\n");
    }
    for (Proof proof : proofs) {
      if (explained(proof)) {
        out.write("\n- `%s`: %s\n".formatted(proof.rule(), proof.reason()));
      }
    }
    out.write("\n" + summary(proofs) + "\n");
  }

  private static void json(List<Proof> proofs, Writer out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartArray();
      for (Proof proof : proofs) {
        json.writeStartObject();
        json.writeStringField("rule", proof.rule());
        json.writeStringField("verdict", proof.verdict().id());
        if (proof.measured().isPresent()) {
          Measured measured = proof.measured().get();
          json.writeStringField("meter", measured.meter().words());
          json.writeStringField("budgetName", measured.budgetName());
          json.writeNumberField("budget", measured.budget());
          json.writeNumberField("bad", measured.leastBad());
          json.writeNumberField("good", measured.mostGood());
          json.writeStringField("unit", measured.meter().unit());
          place(json, "blamedByRule", proof.rule(), proof.blamedByRule());
          place(json, "blamedByMeter", proof.rule(), measured.blamed());
        }
        if (!proof.reason().isEmpty()) {
          json.writeStringField("reason", proof.reason());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    out.write('\n');
  }

  private static void place(JsonGenerator json, String name, String rule, int line)
      throws IOException {
    if (line == 0) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, Pair.file(rule, "Bad") + ":" + line);
    }
  }
}
