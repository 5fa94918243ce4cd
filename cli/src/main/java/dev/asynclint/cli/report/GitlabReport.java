package dev.asynclint.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.asynclint.cli.scan.Reported;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.core.rule.Finding;
import java.io.IOException;
import java.io.Writer;

/** A code quality report of GitLab; findings with equal fingerprints would collapse there. */
public final class GitlabReport implements Report {

  @Override
  public void write(ScanResult result, Writer out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(Json.printer());
      json.writeStartArray();
      for (Reported reported : result.findings()) {
        Finding finding = reported.finding();
        json.writeStartObject();
        json.writeStringField("description", finding.message());
        json.writeStringField("check_name", finding.ruleId());
        json.writeStringField("fingerprint", reported.fingerprint());
        json.writeStringField(
            "severity",
            switch (finding.severity()) {
              case ERROR -> "critical";
              case WARNING -> "major";
              case INFO -> "info";
            });
        json.writeObjectFieldStart("location");
        json.writeStringField("path", finding.location().file());
        json.writeObjectFieldStart("lines");
        json.writeNumberField("begin", finding.location().startLine());
        json.writeNumberField("end", finding.location().endLine());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    out.write('\n');
  }
}
