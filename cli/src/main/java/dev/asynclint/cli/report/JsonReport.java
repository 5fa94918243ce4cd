package dev.asynclint.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.asynclint.cli.scan.Hidden;
import dev.asynclint.cli.scan.Reported;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.cli.scan.Summary;
import dev.asynclint.core.engine.Problem;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Location;
import dev.asynclint.core.rule.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** One JSON object; {@code docs/formats.md} describes it. */
public final class JsonReport implements Report {

  @Override
  public void write(ScanResult result, Writer out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(Json.printer());
      json.writeStartObject();
      tool(json);
      summary(result, json);
      json.writeArrayFieldStart("findings");
      for (Reported reported : result.findings()) {
        finding(reported, result, json);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("hidden");
      for (Hidden hidden : result.hidden()) {
        hidden(hidden, json);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("problems");
      for (Problem problem : result.problems()) {
        problem(problem, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
  }

  private static void tool(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeStringField("name", Tool.NAME);
    json.writeStringField("version", Tool.version());
    json.writeEndObject();
  }

  private static void summary(ScanResult result, JsonGenerator json) throws IOException {
    Summary summary = result.summary();
    json.writeObjectFieldStart("summary");
    json.writeNumberField("files", summary.files());
    json.writeNumberField("lines", summary.lines());
    json.writeNumberField("unparsable", summary.unparsable());
    json.writeNumberField("testsSkipped", summary.testsSkipped());
    json.writeNumberField("release", summary.release());
    json.writeNumberField("calls", summary.calls().all());
    if (summary.callsResolved().isPresent()) {
      json.writeNumberField("callsResolved", summary.callsResolved().getAsDouble());
    } else {
      json.writeNullField("callsResolved");
    }
    json.writeArrayFieldStart("dialects");
    for (String dialect : summary.dialects()) {
      json.writeString(dialect);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("findings");
    json.writeNumberField("total", result.findings().size());
    json.writeObjectFieldStart("severity");
    for (Severity severity : Severity.values()) {
      json.writeNumberField(severity.id(), result.count(severity));
    }
    json.writeEndObject();
    json.writeObjectFieldStart("family");
    for (Family family : Family.values()) {
      json.writeNumberField(family.id(), result.count(family));
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void finding(Reported reported, ScanResult result, JsonGenerator json)
      throws IOException {
    Finding finding = reported.finding();
    json.writeStartObject();
    json.writeStringField("rule", finding.ruleId());
    json.writeStringField("family", reported.family().map(Family::id).orElse(null));
    json.writeStringField("severity", finding.severity().id());
    json.writeStringField("confidence", finding.confidence().id());
    json.writeStringField("message", finding.message());
    place(finding.location(), json);
    json.writeStringField("label", finding.label());
    json.writeArrayFieldStart("trace");
    for (Finding.Step step : finding.trace()) {
      json.writeStartObject();
      json.writeStringField("message", step.message());
      json.writeNumberField("depth", step.depth());
      place(step.location(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("help", finding.help());
    json.writeArrayFieldStart("fixes");
    for (Finding.Fix fix : finding.fixes()) {
      fix(fix, result, json);
    }
    json.writeEndArray();
    json.writeStringField("fingerprint", reported.fingerprint());
    json.writeEndObject();
  }

  private static void hidden(Hidden hidden, JsonGenerator json) throws IOException {
    Finding finding = hidden.reported().finding();
    json.writeStartObject();
    json.writeStringField("because", hidden.because().name().toLowerCase(Locale.ROOT));
    json.writeStringField("reason", hidden.reason());
    json.writeStringField("rule", finding.ruleId());
    json.writeStringField("severity", finding.severity().id());
    json.writeStringField("message", finding.message());
    place(finding.location(), json);
    json.writeStringField("fingerprint", hidden.reported().fingerprint());
    json.writeEndObject();
  }

  private static void fix(Finding.Fix fix, ScanResult result, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("title", fix.title());
    json.writeStringField("safety", fix.safety().id());
    json.writeArrayFieldStart("edits");
    for (Finding.Edit edit : fix.edits()) {
      json.writeStartObject();
      place(Edits.location(edit, result.sources()), json);
      json.writeStringField("text", edit.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void place(Location location, JsonGenerator json) throws IOException {
    json.writeStringField("path", location.file());
    json.writeNumberField("startLine", location.startLine());
    json.writeNumberField("startColumn", location.startColumn());
    json.writeNumberField("endLine", location.endLine());
    json.writeNumberField("endColumn", location.endColumn());
  }

  private static void problem(Problem problem, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", problem.kind().name().toLowerCase(Locale.ROOT));
    json.writeStringField("path", problem.file());
    json.writeNumberField("line", problem.line());
    json.writeNumberField("column", problem.column());
    json.writeStringField("message", problem.message());
    json.writeEndObject();
  }
}
