package dev.asynclint.cli.report.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import dev.asynclint.cli.scan.Reported;
import dev.asynclint.cli.scan.RuleInfo;
import dev.asynclint.cli.scan.SafeText;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.cli.scan.ScannedFile;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Location;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The findings as data for the script of the page, which names the places of its arrays in {@code
 * data.js}. It can stand inside a script element: no character in it ends one.
 */
final class FindingData {
  private final ScanResult result;
  private final Facets facets;
  private final Function<RuleInfo, List<RulePart>> parts;
  private final Tables tables;
  private final Map<String, Reported> rules = new LinkedHashMap<>();
  private final Map<String, Integer> ruleIndex = new LinkedHashMap<>();

  FindingData(ScanResult result, Facets facets, Function<RuleInfo, List<RulePart>> parts) {
    this.result = result;
    this.facets = facets;
    this.parts = parts;
    this.tables = new Tables(result);
  }

  void write(Writer out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setCharacterEscapes(new InsideScript());
      json.writeStartObject();
      json.writeArrayFieldStart("findings");
      for (Reported reported : result.findings()) {
        json.writeRaw('\n');
        finding(reported, json);
      }
      json.writeEndArray();
      rules(json);
      files(json);
      json.writeArrayFieldStart("texts");
      for (String text : tables.texts()) {
        json.writeRaw('\n');
        json.writeString(text);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private void finding(Reported reported, JsonGenerator json) throws IOException {
    Finding finding = reported.finding();
    rules.putIfAbsent(finding.ruleId(), reported);
    json.writeStartArray();
    json.writeNumber(ruleIndex.computeIfAbsent(finding.ruleId(), id -> ruleIndex.size()));
    json.writeNumber(finding.severity().ordinal());
    json.writeNumber(finding.confidence().ordinal());
    tables.keepContext(finding.location());
    place(finding.location(), json);
    json.writeNumber(tables.text(finding.message()));
    json.writeNumber(tables.text(finding.label()));
    json.writeNumber(tables.text(finding.help().strip()));
    json.writeNumber(tables.text(reported.callable()));
    json.writeString(SafeText.of(reported.fingerprint()));
    json.writeStartArray();
    for (Finding.Step step : finding.trace()) {
      tables.keepLine(step.location());
      json.writeStartArray();
      place(step.location(), json);
      json.writeNumber(tables.text(step.message()));
      json.writeNumber(Math.max(step.depth(), 0));
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeStartArray();
    for (Finding.Fix fix : finding.fixes()) {
      fix(fix, json);
    }
    json.writeEndArray();
    json.writeEndArray();
  }

  private void place(Location place, JsonGenerator json) throws IOException {
    json.writeStartArray();
    json.writeNumber(tables.file(place.file()));
    json.writeNumber(place.startLine());
    json.writeNumber(place.startColumn());
    json.writeNumber(place.endLine());
    json.writeNumber(place.endColumn());
    json.writeEndArray();
  }

  private void fix(Finding.Fix fix, JsonGenerator json) throws IOException {
    json.writeStartArray();
    json.writeNumber(tables.text(fix.title()));
    json.writeString(fix.safety().id());
    json.writeStartArray();
    for (FixPreview change : FixPreview.of(fix, result.sources())) {
      json.writeStartArray();
      json.writeNumber(tables.file(change.file()));
      json.writeNumber(change.line());
      json.writeNumber(tables.text(change.before()));
      json.writeNumber(tables.text(change.after()));
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndArray();
  }

  private void rules(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("rules");
    for (Map.Entry<String, Reported> entry : rules.entrySet()) {
      Optional<RuleInfo> rule = entry.getValue().rule();
      json.writeRaw('\n');
      json.writeStartArray();
      json.writeString(entry.getKey());
      json.writeString(rule.map(RuleInfo::family).map(Family::id).orElse(Facets.NONE));
      json.writeString(rule.map(RuleInfo::summary).orElse(""));
      json.writeStartArray();
      for (RulePart part : rule.map(parts).orElse(List.of())) {
        json.writeStartArray();
        json.writeString(part.title());
        json.writeString(part.body());
        json.writeNumber(part.code() ? 1 : 0);
        json.writeEndArray();
      }
      json.writeEndArray();
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void files(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("files");
    for (Map.Entry<String, Tables.Shown> entry : tables.files().entrySet()) {
      ScannedFile file = facets.file(entry.getKey());
      json.writeRaw('\n');
      json.writeStartArray();
      json.writeString(SafeText.of(file.name()));
      json.writeString(
          file.packageName().isEmpty() ? Facets.NONE : SafeText.of(file.packageName()));
      json.writeStartArray();
      for (String dialect : file.dialects()) {
        json.writeString(SafeText.of(dialect));
      }
      json.writeEndArray();
      json.writeStartObject();
      for (Map.Entry<Integer, String> line : entry.getValue().lines().entrySet()) {
        json.writeStringField(line.getKey().toString(), line.getValue());
      }
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  /** JSON without the characters that mean something to the reader of a script element. */
  private static final class InsideScript extends CharacterEscapes {
    private static final long serialVersionUID = 1;
    private static final int[] ASCII = standardAsciiEscapesForJSON();

    static {
      for (char c : "<>&".toCharArray()) {
        ASCII[c] = ESCAPE_STANDARD;
      }
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return ASCII.clone();
    }

    @Override
    public SerializableString getEscapeSequence(int c) {
      return null;
    }
  }
}
