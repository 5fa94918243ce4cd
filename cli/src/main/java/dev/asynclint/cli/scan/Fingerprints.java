package dev.asynclint.cli.scan;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Unit;
import dev.asynclint.core.rule.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Names findings so that they keep their name when lines move. Equal names are numbered in the
 * order of the findings.
 */
final class Fingerprints {
  private static final int BYTES = 8;

  private final Map<String, Unit> units = new HashMap<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private final Sources sources;

  Fingerprints(List<Unit> units, Sources sources) {
    units.forEach(unit -> this.units.put(unit.file(), unit));
    this.sources = sources;
  }

  /** The innermost named callable around a finding; closures are numbered, hence unstable. */
  String callable(Finding finding) {
    Unit unit = units.get(finding.location().file());
    if (unit == null) {
      return "";
    }
    int at = finding.location().start();
    Callable best = null;
    for (Callable callable : unit.callables()) {
      boolean around = callable.origin().start() <= at && at < callable.origin().end();
      if (around && !callable.isClosure() && (best == null || inside(callable, best))) {
        best = callable;
      }
    }
    return best == null ? "" : best.id();
  }

  String of(Finding finding, String callable) {
    String line = sources.line(finding.location().file(), finding.location().startLine());
    String key = finding.ruleId() + '\n' + callable + '\n' + line.replaceAll("\\s+", "");
    String hash = HexFormat.of().formatHex(sha256(key), 0, BYTES);
    return hash + ":" + seen.merge(hash, 1, Integer::sum);
  }

  private static boolean inside(Callable inner, Callable outer) {
    return inner.origin().end() - inner.origin().start()
        < outer.origin().end() - outer.origin().start();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
