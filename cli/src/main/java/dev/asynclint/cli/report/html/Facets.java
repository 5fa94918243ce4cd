package dev.asynclint.cli.report.html;

import dev.asynclint.cli.scan.Reported;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.cli.scan.ScannedFile;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The findings of a scan, counted by what they can be filtered by. */
final class Facets {
  /** What stands for no value. */
  static final String NONE = "(none)";

  private final Map<String, ScannedFile> files = new HashMap<>();
  private final Tally all = new Tally();
  private final Tally families = new Tally();
  private final Tally packages = new Tally();
  private final Tally dialects = new Tally();
  private final Tally byFile = new Tally();

  Facets(ScanResult result) {
    result.summary().each().forEach(file -> files.put(file.name(), file));
    for (Reported reported : result.findings()) {
      Finding finding = reported.finding();
      ScannedFile file = file(finding.location().file());
      all.add("", finding.severity());
      families.add(reported.family().map(Family::id).orElse(""), finding.severity());
      packages.add(file.packageName(), finding.severity());
      if (file.dialects().isEmpty()) {
        dialects.add("", finding.severity());
      }
      file.dialects().forEach(dialect -> dialects.add(dialect, finding.severity()));
      byFile.add(file.name(), finding.severity());
    }
  }

  /** What is known of a file, be it nothing. */
  ScannedFile file(String name) {
    return files.computeIfAbsent(name, file -> new ScannedFile(file, "", 0, List.of()));
  }

  /** Everything. */
  Tally.Row all() {
    List<Tally.Row> rows = all.rows();
    return rows.isEmpty() ? new Tally.Row("", new int[3]) : rows.get(0);
  }

  List<Tally.Row> families() {
    return families.rows();
  }

  List<Tally.Row> packages() {
    return packages.rows();
  }

  /** A finding counts for each dialect of its file. */
  List<Tally.Row> dialects() {
    return dialects.rows();
  }

  List<Tally.Row> byFile() {
    return byFile.rows();
  }
}
