package dev.asynclint.errorprone.sarif;

import dev.asynclint.core.identity.Fingerprints;
import dev.asynclint.core.identity.LineHashes;
import dev.asynclint.core.ir.LineMap;
import dev.asynclint.core.ir.Unit;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a log says of findings beyond what they say themselves, taken down while their files are at
 * hand. For one thread.
 */
public final class Particulars {
  private final Map<Finding, Identity> identities = new TreeMap<>(Finding.ORDER);
  private final Map<String, LineMap> lines = new HashMap<>();

  /** Nothing is known of any finding. */
  public Particulars() {}

  /**
   * What stays the same where lines move.
   *
   * @param callable id of the method it stands in; empty outside of any
   * @param lineHash what code-scanning services know a line by; empty where there is no such line
   */
  record Identity(String callable, String fingerprint, Optional<String> lineHash) {}

  /**
   * Takes down findings of one analysis.
   *
   * @param all in their order, also those that are not reported: equal ones are numbered
   * @param texts what a file says
   */
  public void add(List<Unit> units, List<Finding> all, Function<String, String> texts) {
    Map<String, String> read = new HashMap<>();
    Map<String, Map<Integer, String>> hashes = new HashMap<>();
    units.forEach(unit -> lines.put(unit.file(), unit.lines()));
    Fingerprints fingerprints =
        new Fingerprints(units, (file, number) -> line(read.computeIfAbsent(file, texts), number));
    for (Finding finding : all) {
      String file = finding.location().file();
      String callable = fingerprints.callable(finding);
      String fingerprint = fingerprints.of(finding, callable);
      String hash =
          hashes
              .computeIfAbsent(file, name -> LineHashes.of(read.computeIfAbsent(name, texts)))
              .get(finding.location().startLine());
      identities.put(finding, new Identity(callable, fingerprint, Optional.ofNullable(hash)));
    }
  }

  private static String line(String text, int number) {
    LineMap map = LineMap.of(text);
    if (number < 1 || number > map.lines()) {
      return "";
    }
    int end = number == map.lines() ? text.length() : map.start(number + 1);
    return text.substring(map.start(number), end);
  }

  Optional<Identity> of(Finding finding) {
    return Optional.ofNullable(identities.get(finding));
  }

  /** Where an edit is; empty when its file is none of the compilation. */
  Optional<Location> of(Finding.Edit edit) {
    return Optional.ofNullable(lines.get(edit.file()))
        .map(map -> Location.range(edit.file(), map, edit.start(), edit.end()));
  }
}
