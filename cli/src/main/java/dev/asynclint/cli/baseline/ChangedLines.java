package dev.asynclint.cli.baseline;

import dev.asynclint.cli.scan.Hidden;
import dev.asynclint.cli.scan.Reported;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The lines that differ from a commit, as git tells them. */
public final class ChangedLines {
  private static final Pattern HUNK =
      Pattern.compile("@@ -\\d+(?:,\\d+)? \\+(\\d+)(?:,(\\d+))? @@.*");
  private static final int ALL = Integer.MAX_VALUE;

  private final Map<Path, TreeSet<Integer>> lines = new HashMap<>();

  private ChangedLines() {}

  /** Git cannot tell; the message says why. */
  public static final class UnknownException extends Exception {
    private static final long serialVersionUID = 1L;

    UnknownException(String message) {
      super(message);
    }
  }

  /**
   * What differs between a commit and the files as they are now, new files included.
   *
   * @param folder a folder of the repository
   */
  public static ChangedLines since(String commit, Path folder) throws UnknownException {
    if (commit.startsWith("-")) {
      throw new UnknownException("--since " + commit + ": names no commit");
    }
    Path root =
        Path.of(
            git(commit, "git reads no repository here", folder, "rev-parse", "--show-toplevel")
                .strip());
    ChangedLines changed = new ChangedLines();
    changed.hunks(
        git(
            commit,
            unknown(root),
            root,
            "-c",
            "core.quotePath=false",
            "diff",
            "--no-color",
            "--no-ext-diff",
            "--find-renames",
            "--unified=0",
            "--src-prefix=a/",
            "--dst-prefix=b/",
            commit,
            "--"),
        root);
    for (String file :
        git(
                commit,
                "git cannot list files",
                root,
                "ls-files",
                "--others",
                "--exclude-standard",
                "-z")
            .split("\0")) {
      changed.of(root.resolve(file)).add(ALL);
    }
    return changed;
  }

  /** The result without findings that no changed line takes part in. */
  public ScanResult keep(ScanResult result) {
    List<Reported> left = new ArrayList<>();
    List<Hidden> hidden = new ArrayList<>(result.hidden());
    for (Reported reported : result.findings()) {
      Finding finding = reported.finding();
      boolean touched =
          Stream.concat(
                  Stream.of(finding.location()),
                  finding.trace().stream().map(Finding.Step::location))
              .anyMatch(place -> contains(place, result));
      if (touched) {
        left.add(reported);
      } else {
        hidden.add(new Hidden(reported, Hidden.Because.UNCHANGED, ""));
      }
    }
    return result.with(left, hidden);
  }

  private boolean contains(Location place, ScanResult result) {
    return result
        .sources()
        .path(place.file())
        .map(ChangedLines::real)
        .map(lines::get)
        .filter(
            changed ->
                changed.contains(ALL)
                    || !changed.subSet(place.startLine(), true, place.endLine(), true).isEmpty())
        .isPresent();
  }

  /** Only lines removed: what stood around them is what has changed. */
  private void hunks(String diff, Path root) {
    TreeSet<Integer> file = new TreeSet<>();
    for (String line : diff.split("\n")) {
      Matcher hunk = HUNK.matcher(line);
      if (line.startsWith("+++ b/")) {
        file = of(root.resolve(line.substring("+++ b/".length()).replaceFirst("\t$", "")));
      } else if (line.startsWith("+++ ")) {
        file = new TreeSet<>();
      } else if (hunk.matches()) {
        int start = Integer.parseInt(hunk.group(1));
        int count = hunk.group(2) == null ? 1 : Integer.parseInt(hunk.group(2));
        int last = count == 0 ? start + 1 : start + count - 1;
        for (int at = start; at <= last; at++) {
          file.add(at);
        }
      }
    }
  }

  private TreeSet<Integer> of(Path file) {
    return lines.computeIfAbsent(real(file), path -> new TreeSet<>());
  }

  /** Where links lead; of what is not there, its own path. */
  static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize();
    }
  }

  private static String unknown(Path root) throws UnknownException {
    String shallow = git("", "", root, "rev-parse", "--is-shallow-repository");
    return "git knows no such commit here"
        + (shallow.strip().equals("true")
            ? ": this clone lacks its history, which 'git fetch --unshallow' brings"
            : "");
  }

  private static String git(String commit, String fault, Path folder, String... arguments)
      throws UnknownException {
    try {
      return Git.ask(folder, arguments)
          .orElseThrow(() -> new UnknownException("--since " + commit + ": " + fault));
    } catch (Git.MissingException e) {
      throw new UnknownException("--since " + e.getMessage());
    }
  }
}
