package dev.asynclint.cli.fix;

import dev.asynclint.cli.report.ReportFile;
import dev.asynclint.cli.scan.Reported;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.core.engine.FrontEnd;
import dev.asynclint.core.engine.Problem;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.FixSafety;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The edits of a scan that can be applied together: those of an earlier finding first, one set a
 * finding. Files that would not parse any more get none.
 *
 * @param files what changes, in the order of their names
 * @param applied how many findings are mended
 * @param left how many more could be, by another run
 */
public record Fixes(List<FixedFile> files, int applied, int left) {

  /** Copies the files. */
  public Fixes {
    files = List.copyOf(files);
  }

  /**
   * Chooses the edits.
   *
   * @param unsafe whether those count that a person should look at
   * @throws IOException if a file can no longer be read
   */
  public static Fixes of(ScanResult result, boolean unsafe, FrontEnd frontEnd) throws IOException {
    Set<String> broken =
        result.problems().stream()
            .map(Problem::file)
            .collect(Collectors.toCollection(HashSet::new));
    while (true) {
      Fixes fixes = choose(result, unsafe, broken);
      Set<String> unparsable = unparsable(fixes.files(), result, frontEnd);
      if (unparsable.isEmpty()) {
        return fixes;
      }
      broken.addAll(unparsable);
    }
  }

  private static Fixes choose(ScanResult result, boolean unsafe, Set<String> broken)
      throws IOException {
    Map<String, List<Finding.Edit>> chosen = new TreeMap<>();
    int applied = 0;
    int left = 0;
    for (Reported reported : result.findings()) {
      List<Finding.Fix> fixes =
          reported.finding().fixes().stream()
              .filter(fix -> fix.safety() == FixSafety.SAFE || unsafe && isSuggested(fix))
              .filter(fix -> fix.edits().stream().noneMatch(e -> broken.contains(e.file())))
              .filter(fix -> fix.edits().stream().allMatch(e -> known(result, e)))
              .toList();
      if (fixes.isEmpty()) {
        continue;
      }
      List<Finding.Edit> edits = fixes.get(0).edits();
      if (edits.stream()
          .allMatch(edit -> fits(edit, chosen.getOrDefault(edit.file(), List.of())))) {
        applied++;
        for (Finding.Edit edit : edits) {
          List<Finding.Edit> of = chosen.computeIfAbsent(edit.file(), f -> new ArrayList<>());
          if (!of.contains(edit)) {
            of.add(edit);
          }
        }
      } else {
        left++;
      }
    }
    List<FixedFile> files = new ArrayList<>();
    for (Map.Entry<String, List<Finding.Edit>> entry : chosen.entrySet()) {
      Path path = result.sources().path(entry.getKey()).orElseThrow();
      Charset encoding = result.sources().encoding();
      String before = Files.readString(path, encoding);
      files.add(new FixedFile(entry.getKey(), path, before, entry.getValue(), encoding));
    }
    return new Fixes(files, applied, left);
  }

  private static boolean isSuggested(Finding.Fix fix) {
    return fix.safety() == FixSafety.SUGGESTED;
  }

  private static boolean known(ScanResult result, Finding.Edit edit) {
    return result.sources().path(edit.file()).isPresent();
  }

  /** The same edit twice, such as an import, is one; two at one place have no order. */
  private static boolean fits(Finding.Edit edit, List<Finding.Edit> others) {
    return others.stream()
        .allMatch(
            other ->
                other.equals(edit)
                    || other.start() != edit.start()
                        && (other.end() <= edit.start() || edit.end() <= other.start()));
  }

  /** Names of files that a parser would complain of. */
  private static Set<String> unparsable(List<FixedFile> files, ScanResult result, FrontEnd frontEnd)
      throws IOException {
    if (files.isEmpty()) {
      return Set.of();
    }
    Path folder = Files.createTempDirectory("asynclint-fix");
    try {
      List<FrontEnd.Source> sources = new ArrayList<>();
      for (FixedFile file : files) {
        Path copy = Files.createDirectory(folder.resolve(String.valueOf(sources.size())));
        Path written = copy.resolve(file.path().getFileName());
        Files.writeString(written, file.after(), file.encoding());
        sources.add(new FrontEnd.Source(written, file.name()));
      }
      return frontEnd
          .lower(
              sources,
              new FrontEnd.Options(
                  List.of(),
                  result.summary().release(),
                  1,
                  done -> {},
                  result.sources().encoding()))
          .problems()
          .stream()
          .filter(problem -> problem.kind() != Problem.Kind.SKIPPED)
          .map(Problem::file)
          .collect(Collectors.toSet());
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Whether there is nothing to change. */
  public boolean isEmpty() {
    return files.isEmpty();
  }

  /** All changes as one patch. */
  public String patch() {
    return files.stream().map(Patch::of).collect(Collectors.joining());
  }

  /**
   * Changes the files, each whole or not at all.
   *
   * @throws IOException naming the first file that cannot be written
   */
  public void write() throws IOException {
    for (FixedFile file : files) {
      if (!Files.readString(file.path(), file.encoding()).equals(file.before())) {
        throw new IOException(file.name() + " has changed since it was read");
      }
      new ReportFile(file.path()).write(out -> out.write(file.after()), file.encoding());
    }
  }
}
