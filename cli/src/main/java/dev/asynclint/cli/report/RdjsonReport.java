package dev.asynclint.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.asynclint.cli.scan.Reported;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.cli.scan.Sources;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Location;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What reviewdog reads; its columns count the bytes of UTF-8. */
public final class RdjsonReport implements Report {

  @Override
  public void write(ScanResult result, Writer out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(Json.printer());
      json.writeStartObject();
      json.writeObjectFieldStart("source");
      json.writeStringField("name", Tool.NAME);
      json.writeEndObject();
      json.writeArrayFieldStart("diagnostics");
      for (Reported reported : result.findings()) {
        diagnostic(reported.finding(), result.sources(), json);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
  }

  private static void diagnostic(Finding finding, Sources sources, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("message", finding.message());
    json.writeObjectFieldStart("location");
    json.writeStringField("path", finding.location().file());
    range(finding.location(), sources, json);
    json.writeEndObject();
    json.writeStringField("severity", finding.severity().id().toUpperCase(Locale.ROOT));
    json.writeObjectFieldStart("code");
    json.writeStringField("value", finding.ruleId());
    json.writeEndObject();
    json.writeArrayFieldStart("suggestions");
    for (Finding.Fix fix : finding.fixes()) {
      // A suggestion is one range of the file the finding stands in.
      List<Finding.Edit> edits = fix.edits();
      if (edits.size() == 1 && edits.get(0).file().equals(finding.location().file())) {
        json.writeStartObject();
        range(Edits.location(edits.get(0), sources), sources, json);
        json.writeStringField("text", edits.get(0).text());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void range(Location at, Sources sources, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("range");
    position("start", at.file(), at.startLine(), at.startColumn(), sources, json);
    position("end", at.file(), at.endLine(), at.endColumn(), sources, json);
    json.writeEndObject();
  }

  private static void position(
      String name, String file, int line, int column, Sources sources, JsonGenerator json)
      throws IOException {
    String text = sources.line(file, line);
    String before = text.substring(0, Math.min(column - 1, text.length()));
    json.writeObjectFieldStart(name);
    json.writeNumberField("line", line);
    json.writeNumberField("column", before.getBytes(StandardCharsets.UTF_8).length + 1);
    json.writeEndObject();
  }
}
