package dev.asynclint.core.identity;

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
import java.util.function.BiFunction;

/**
 * Names findings so that they keep their name when lines move. Equal names are numbered in the
 * order of the findings. For one thread.
 */
public final class Fingerprints {
  private static final int BYTES = 8;

  private final Map<String, Unit> units = new HashMap<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private final BiFunction<String, Integer, String> line;

  /**
   * Names for the findings of a program, each of which must be asked for once and in order.
   *
   * @param line the text of a line of a file
   */
  public Fingerprints(List<Unit> units, BiFunction<String, Integer, String> line) {
    units.forEach(unit -> this.units.put(unit.file(), unit));
    this.line = line;
  }

  /**
   * Id of the innermost named callable around a finding, empty where there is none; closures are
   * numbered, hence unstable.
   */
  public String callable(Finding finding) {
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

  /**
   * The name of a finding.
   *
   * @param callable what {@link #callable} says of it
   */
  public String of(Finding finding, String callable) {
    String text = this.line.apply(finding.location().file(), finding.location().startLine());
    String key = finding.ruleId() + '\n' + callable + '\n' + text.replaceAll("\\s+", "");
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
