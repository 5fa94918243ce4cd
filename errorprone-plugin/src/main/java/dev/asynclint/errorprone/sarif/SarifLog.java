package dev.asynclint.errorprone.sarif;

import static dev.asynclint.errorprone.sarif.Json.object;

import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Location;
import dev.asynclint.core.rule.Product;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.RuleText;
import dev.asynclint.core.rule.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;

/** Findings in the words of SARIF. */
final class SarifLog {
  private static final String ROOT = "%SRCROOT%";
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final List<AsyncRule> rules;
  private final Particulars particulars;

  SarifLog(List<Rule> rules, Particulars particulars) {
    this.particulars = particulars;
    this.rules =
        rules.stream()
            .map(rule -> rule.getClass().getAnnotation(AsyncRule.class))
            .sorted(Comparator.comparing(AsyncRule::id))
            .toList();
  }

  String text(Collection<Finding> findings) {
    Map<String, Object> driver =
        object(
            "name",
            Product.NAME,
            "organization",
            Product.NAME,
            "semanticVersion",
            version(),
            "informationUri",
            Product.ADDRESS,
            "shortDescription",
            words(Product.SUMMARY),
            "rules",
            rules.stream().map(SarifLog::rule).toList());
    Map<String, Object> root =
        object("description", words("The folder in which the compiler was started."));
    Map<String, Object> run =
        object(
            "tool",
            object("driver", driver),
            "originalUriBaseIds",
            object(ROOT, root),
            "columnKind",
            "utf16CodeUnits",
            "results",
            findings.stream().map(this::result).toList());
    return Json.of(object("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run)));
  }

  private static Map<String, Object> rule(AsyncRule rule) {
    RuleText text = new RuleText(rule);
    List<RuleText.Section> sections = sections(text);
    return object(
        "id",
        rule.id(),
        "name",
        RuleText.name(rule.id()),
        "shortDescription",
        words(RuleText.sentence(rule.summary())),
        "fullDescription",
        words(text.description()),
        "help",
        object(
            "text",
            text.plain(rule.id(), UnaryOperator.identity(), sections),
            "markdown",
            text.markdown(1, sections)),
        "defaultConfiguration",
        object("level", level(rule.severity())),
        "properties",
        object(
            "tags",
            text.tags(),
            "precision",
            text.precision(),
            "problem.severity",
            text.problemSeverity(),
            "wave",
            rule.wave()));
  }

  /** The page of a rule, with what users of a compiler set it by. */
  private static List<RuleText.Section> sections(RuleText text) {
    String flag = "`-Xep:" + RuleText.name(text.about().id()) + ":OFF`, `:WARN` or `:ERROR`";
    List<RuleText.Section> sections = new ArrayList<>(text.sections());
    sections.add(
        new RuleText.Section("Configuration", "Set its severity with " + flag + ".", false));
    return sections;
  }

  private Map<String, Object> result(Finding finding) {
    String help = finding.help().strip().replaceAll("\\s*\n\\s*", " ");
    Map<String, Object> place = place(finding.location());
    Optional<Particulars.Identity> identity = particulars.of(finding);
    identity
        .map(Particulars.Identity::callable)
        .filter(callable -> !callable.isEmpty())
        .map(callable -> object("fullyQualifiedName", callable, "kind", "function"))
        .ifPresent(function -> place.put("logicalLocations", List.of(function)));
    if (!finding.label().isEmpty()) {
      place.put("message", words(finding.label()));
    }
    List<String> ids = rules.stream().map(AsyncRule::id).toList();
    return object(
        "ruleId",
        finding.ruleId(),
        "ruleIndex",
        ids.contains(finding.ruleId()) ? ids.indexOf(finding.ruleId()) : null,
        "level",
        level(finding.severity()),
        "message",
        words(
            RuleText.sentence(finding.message())
                + (help.isEmpty() ? "" : " Help: " + RuleText.sentence(help))),
        "locations",
        List.of(place),
        "codeFlows",
        finding.trace().isEmpty() ? null : List.of(flow(finding.trace())),
        "partialFingerprints",
        identity.map(SarifLog::fingerprints).orElse(null),
        "fixes",
        fixes(finding),
        "properties",
        object("confidence", finding.confidence().id()));
  }

  private static Map<String, Object> fingerprints(Particulars.Identity identity) {
    return object(
        "primaryLocationLineHash",
        identity.lineHash().orElse(null),
        "asynclint/v1",
        identity.fingerprint());
  }

  /** Fixes whose every place is known; null when there is none. */
  private List<Object> fixes(Finding finding) {
    List<Object> fixes = new ArrayList<>();
    for (Finding.Fix fix : finding.fixes()) {
      Map<String, List<Object>> byFile = new LinkedHashMap<>();
      for (Finding.Edit edit : fix.edits()) {
        particulars
            .of(edit)
            .ifPresent(
                place ->
                    byFile
                        .computeIfAbsent(edit.file(), name -> new ArrayList<>())
                        .add(
                            object(
                                "deletedRegion",
                                region(place),
                                "insertedContent",
                                words(edit.text()))));
      }
      if (byFile.values().stream().mapToInt(List::size).sum() == fix.edits().size()) {
        List<Object> changes = new ArrayList<>();
        byFile.forEach(
            (file, replacements) ->
                changes.add(object("artifactLocation", file(file), "replacements", replacements)));
        fixes.add(
            object(
                "description", words(RuleText.sentence(fix.title())), "artifactChanges", changes));
      }
    }
    return fixes.isEmpty() ? null : fixes;
  }

  private static Map<String, Object> flow(List<Finding.Step> trace) {
    List<Object> steps = new ArrayList<>();
    for (Finding.Step step : trace) {
      Map<String, Object> place = place(step.location());
      place.put("message", words(step.message()));
      int nesting = Math.max(step.depth(), 0) + 1;
      steps.add(
          object("location", place, "nestingLevel", nesting, "executionOrder", steps.size() + 1));
    }
    return object("threadFlows", List.of(object("locations", steps)));
  }

  private static Map<String, Object> place(Location location) {
    return object(
        "physicalLocation",
        object("artifactLocation", file(location.file()), "region", region(location)));
  }

  private static Map<String, Object> region(Location location) {
    return object(
        "startLine",
        location.startLine(),
        "startColumn",
        location.startColumn(),
        "endLine",
        location.endLine(),
        "endColumn",
        location.endColumn());
  }

  private static Map<String, Object> file(String name) {
    if (Path.of(name).isAbsolute()) {
      return object("uri", Path.of(name).toUri().toASCIIString());
    }
    try {
      // A colon in the first part would read as a scheme.
      String safe = name.split("/", 2)[0].indexOf(':') >= 0 ? "./" + name : name;
      return object("uri", new URI(null, null, safe, null).toASCIIString(), "uriBaseId", ROOT);
    } catch (URISyntaxException e) {
      return object("uri", name, "uriBaseId", ROOT);
    }
  }

  private static String level(Severity severity) {
    return severity == Severity.INFO ? "note" : severity.id();
  }

  private static Map<String, Object> words(String text) {
    return object("text", text);
  }

  private static String version() {
    Properties properties = new Properties();
    try (InputStream in =
        SarifLog.class.getResourceAsStream("/dev/asynclint/errorprone/tool.properties")) {
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
