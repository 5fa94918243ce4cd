package dev.asynclint.cli.baseline;

import dev.asynclint.cli.scan.Hidden;
import dev.asynclint.cli.scan.Reported;
import dev.asynclint.cli.scan.ScanResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Findings that are known. Each entry stands for one finding, so a second one of the same kind is
 * new. Immutable.
 */
public final class Baseline {
  /** A stable order, in which entries that stay keep their line in the file. */
  private static final Comparator<Known> ORDER =
      Comparator.comparing(Known::path)
          .thenComparing(Known::rule)
          .thenComparing(Known::callable)
          .thenComparing(Known::fingerprint);

  /** Nothing is known. */
  public static final Baseline NONE = new Baseline(List.of());

  private final List<Known> entries;
  private final Optional<Path> file;

  private Baseline(Collection<Known> entries) {
    this(entries, Optional.empty());
  }

  /**
   * Entries, and the file they were read from.
   *
   * @param file what git knows of it tells which files were renamed since
   */
  Baseline(Collection<Known> entries, Optional<Path> file) {
    this.entries = entries.stream().sorted(ORDER).toList();
    this.file = file;
  }

  /** What a scan reports, and what an earlier baseline hid from it. */
  public static Baseline of(ScanResult result) {
    List<Known> entries = new ArrayList<>();
    result.findings().forEach(one -> entries.add(Known.of(one)));
    result.hidden().stream()
        .filter(one -> one.because() == Hidden.Because.BASELINE)
        .forEach(one -> entries.add(Known.of(one.reported())));
    return new Baseline(entries);
  }

  /** How many findings are known. */
  public int size() {
    return entries.size();
  }

  List<Known> entries() {
    return entries;
  }

  /** The result without what is known. */
  public ScanResult hide(ScanResult result) {
    Map<Reported, Known> matches = matches(result);
    List<Reported> left = new ArrayList<>();
    List<Hidden> hidden = new ArrayList<>(result.hidden());
    for (Reported reported : result.findings()) {
      if (matches.containsKey(reported)) {
        hidden.add(new Hidden(reported, Hidden.Because.BASELINE, ""));
      } else {
        left.add(reported);
      }
    }
    return result.with(left, hidden);
  }

  /**
   * The entries that a scan still finds, and those of files that are there and were not scanned.
   * Those of renamed files take the present name.
   */
  public Baseline prune(ScanResult result) {
    List<Known> left = new ArrayList<>();
    matches(result)
        .forEach(
            (reported, known) ->
                left.add(
                    known.path().equals(reported.finding().location().file())
                        ? known
                        : Known.of(reported)));
    entries.stream()
        .filter(known -> result.sources().path(known.path()).isEmpty())
        .filter(known -> !isGone(known, result))
        .forEach(left::add);
    return new Baseline(left);
  }

  /**
   * The entry of each finding that has one. Best first: the same line of the same method; the same
   * method of the same file, where the line is written otherwise; where the file of the entry is
   * gone, a method of that name in the file that git says it has become; and last one of that name
   * with the same message in any file.
   */
  private Map<Reported, Known> matches(ScanResult result) {
    List<Known> free = new ArrayList<>(entries);
    Map<Reported, Known> matches = new LinkedHashMap<>();
    pair(result, free, matches, known -> known.fingerprint() + known.rule());
    pair(result, free, matches, known -> key(known.rule(), known.path(), known.callable()));
    List<Known> moved = new ArrayList<>(free);
    moved.removeIf(known -> !isGone(known, result));
    if (!moved.isEmpty() && file.isPresent()) {
      Map<String, String> names = Renames.since(file.get(), result.root());
      UnaryOperator<String> now = path -> names.getOrDefault(path, path);
      pair(
          result,
          moved,
          matches,
          known -> key(known.rule(), now.apply(known.path()), known.method(), known.message()));
      pair(
          result,
          moved,
          matches,
          known -> key(known.rule(), now.apply(known.path()), known.method()));
    }
    pair(result, moved, matches, known -> key(known.rule(), known.method(), known.message()));
    return matches;
  }

  /** A file that is there and was not scanned has not become another. */
  private static boolean isGone(Known known, ScanResult result) {
    return result.sources().path(known.path()).isEmpty()
        && !Files.exists(result.root().resolve(known.path()));
  }

  private static void pair(
      ScanResult result,
      List<Known> free,
      Map<Reported, Known> matches,
      Function<Known, String> key) {
    Map<String, List<Known>> byKey = new HashMap<>();
    free.forEach(
        known -> byKey.computeIfAbsent(key.apply(known), k -> new ArrayList<>()).add(known));
    for (Reported reported : result.findings()) {
      List<Known> candidates = byKey.getOrDefault(key.apply(Known.of(reported)), List.of());
      if (!matches.containsKey(reported) && !candidates.isEmpty()) {
        Known match = candidates.remove(0);
        matches.put(reported, match);
        free.remove(match);
      }
    }
  }

  private static String key(String... parts) {
    return String.join("\n", parts);
  }
}
