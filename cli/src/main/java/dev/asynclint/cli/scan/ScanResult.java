package dev.asynclint.cli.scan;

import dev.asynclint.core.engine.Problem;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Severity;
import java.nio.file.Path;
import java.util.List;

/**
 * All that a report may show.
 *
 * @param root the folder relative addresses start from
 * @param rules the rules that ran
 * @param findings in order
 * @param hidden findings that are not reported, in order
 * @param problems with the input, in the order of files
 * @param sources text of the scanned files
 * @param classPath what types were looked up in, nearest first
 */
public record ScanResult(
    Path root,
    RuleSet rules,
    List<Reported> findings,
    List<Hidden> hidden,
    Summary summary,
    List<Problem> problems,
    Sources sources,
    List<Path> classPath) {
  /** Copies the lists. */
  public ScanResult {
    findings = List.copyOf(findings);
    hidden = List.copyOf(hidden);
    problems = List.copyOf(problems);
    classPath = List.copyOf(classPath);
  }

  /** The same scan with other findings. */
  public ScanResult with(List<Reported> reported, List<Hidden> others) {
    return new ScanResult(root, rules, reported, others, summary, problems, sources, classPath);
  }

  /** How many findings have a severity. */
  public long count(Severity severity) {
    return findings.stream().filter(one -> one.finding().severity() == severity).count();
  }

  /** How many findings belong to a family. */
  public long count(Family family) {
    return findings.stream().filter(one -> one.family().filter(family::equals).isPresent()).count();
  }
}
