package dev.asynclint.cli.report;

import com.contrastsecurity.sarif.ArtifactChange;
import com.contrastsecurity.sarif.ArtifactContent;
import com.contrastsecurity.sarif.CodeFlow;
import com.contrastsecurity.sarif.Fix;
import com.contrastsecurity.sarif.Location;
import com.contrastsecurity.sarif.LogicalLocation;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.PartialFingerprints;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.Replacement;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Suppression;
import com.contrastsecurity.sarif.ThreadFlow;
import com.contrastsecurity.sarif.ThreadFlowLocation;
import dev.asynclint.cli.scan.Hidden;
import dev.asynclint.cli.scan.Reported;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.core.identity.LineHashes;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.RuleText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Findings in the words of SARIF. */
final class SarifResults {
  private final ScanResult result;
  private final SarifPlaces places;
  private final Map<String, Map<Integer, String>> lineHashes = new HashMap<>();
  private final Map<String, Integer> ruleIndex = new HashMap<>();

  SarifResults(ScanResult result, SarifPlaces places) {
    this.result = result;
    this.places = places;
    result.rules().rules().forEach(rule -> ruleIndex.put(rule.id(), ruleIndex.size()));
  }

  /** What is left of a scan after a cut; those that do not count last. */
  List<Result> of(SarifCut cut) {
    List<Result> all = new ArrayList<>();
    cut.findings().forEach(reported -> all.add(one(reported)));
    boolean compared = result.hidden().stream().anyMatch(SarifResults::isKnown);
    if (compared) {
      all.forEach(one -> one.setBaselineState(Result.BaselineState.NEW));
    }
    for (Hidden hidden : cut.hidden()) {
      Result one = one(hidden.reported()).withSuppressions(by(hidden));
      all.add(isKnown(hidden) ? one.withBaselineState(Result.BaselineState.UNCHANGED) : one);
    }
    return all;
  }

  private static boolean isKnown(Hidden hidden) {
    return hidden.because() == Hidden.Because.BASELINE;
  }

  private static Set<Suppression> by(Hidden hidden) {
    Suppression suppression =
        new Suppression()
            .withKind(
                hidden.because() == Hidden.Because.SOURCE
                    ? Suppression.Kind.IN_SOURCE
                    : Suppression.Kind.EXTERNAL)
            .withStatus(Suppression.Status.ACCEPTED);
    return Set.of(
        hidden.reason().isEmpty() ? suppression : suppression.withJustification(hidden.reason()));
  }

  private Result one(Reported reported) {
    Finding finding = reported.finding();
    Result one =
        new Result()
            .withRuleId(finding.ruleId())
            .withLevel(SarifRules.level(finding.severity()))
            .withMessage(new Message().withText(message(finding)))
            .withLocations(List.of(location(reported)))
            .withPartialFingerprints(fingerprints(reported))
            .withProperties(
                new PropertyBag().withAdditionalProperty("confidence", finding.confidence().id()));
    Integer index = ruleIndex.get(finding.ruleId());
    if (index != null) {
      one.setRuleIndex(index);
    }
    reported
        .family()
        .ifPresent(family -> one.getProperties().setAdditionalProperty("family", family.id()));
    if (!finding.trace().isEmpty()) {
      one.setCodeFlows(List.of(codeFlow(finding.trace())));
    }
    if (!finding.fixes().isEmpty()) {
      Set<Fix> fixes = new LinkedHashSet<>();
      finding.fixes().forEach(fix -> fixes.add(fix(fix)));
      one.setFixes(fixes);
    }
    return one;
  }

  /** Viewers show the first sentence as a title. */
  private static String message(Finding finding) {
    String help = finding.help().strip().replaceAll("\\s*\n\\s*", " ");
    return RuleText.sentence(finding.message())
        + (help.isEmpty() ? "" : " Help: " + RuleText.sentence(help));
  }

  private Location location(Reported reported) {
    Finding finding = reported.finding();
    Location location =
        new Location().withPhysicalLocation(places.placeInContext(finding.location()));
    if (!reported.callable().isEmpty()) {
      location.setLogicalLocations(
          Set.of(
              new LogicalLocation()
                  .withFullyQualifiedName(reported.callable())
                  .withKind("function")));
    }
    if (!finding.label().isEmpty()) {
      location.setMessage(new Message().withText(finding.label()));
    }
    return location;
  }

  private PartialFingerprints fingerprints(Reported reported) {
    PartialFingerprints fingerprints = new PartialFingerprints();
    String file = reported.finding().location().file();
    String hash =
        lineHashes
            .computeIfAbsent(file, name -> LineHashes.of(result.sources().text(name).text()))
            .get(reported.finding().location().startLine());
    if (hash != null) {
      fingerprints.setAdditionalProperty("primaryLocationLineHash", hash);
    }
    return fingerprints.withAdditionalProperty("asynclint/v1", reported.fingerprint());
  }

  /** One flow of one thread: viewers show no other. Nesting starts at 1. */
  private CodeFlow codeFlow(List<Finding.Step> trace) {
    List<ThreadFlowLocation> locations = new ArrayList<>();
    for (Finding.Step step : SarifCut.steps(trace)) {
      Location location =
          new Location()
              .withPhysicalLocation(places.place(step.location()))
              .withMessage(new Message().withText(step.message()));
      locations.add(
          new ThreadFlowLocation()
              .withLocation(location)
              .withNestingLevel(Math.max(step.depth(), 0) + 1)
              .withExecutionOrder(locations.size() + 1));
    }
    return new CodeFlow().withThreadFlows(List.of(new ThreadFlow().withLocations(locations)));
  }

  private Fix fix(Finding.Fix fix) {
    Map<String, List<Replacement>> byFile = new LinkedHashMap<>();
    for (Finding.Edit edit : fix.edits()) {
      byFile
          .computeIfAbsent(edit.file(), name -> new ArrayList<>())
          .add(
              new Replacement()
                  .withDeletedRegion(SarifPlaces.region(Edits.location(edit, result.sources())))
                  .withInsertedContent(new ArtifactContent().withText(edit.text())));
    }
    Set<ArtifactChange> changes = new LinkedHashSet<>();
    byFile.forEach(
        (file, replacements) ->
            changes.add(
                new ArtifactChange()
                    .withArtifactLocation(places.file(file))
                    .withReplacements(replacements)));
    return new Fix()
        .withDescription(new Message().withText(RuleText.sentence(fix.title())))
        .withArtifactChanges(changes);
  }
}
