package dev.asynclint.cli.discover;

import dev.asynclint.cli.discover.SourceFiles.Query;
import dev.asynclint.core.engine.FrontEnd.Source;
import dev.asynclint.core.engine.Problem;
import dev.asynclint.core.engine.TestSources;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One walk over the paths of a scan. Invariant: links are followed after everything else, so that a
 * file reached in two ways is reported by its own name, and a circle is met as a folder already
 * walked.
 */
final class Walk {
  private static final Set<String> NEVER =
      Set.of(".git", ".hg", ".svn", ".gradle", ".idea", ".mvn", "node_modules");
  private static final Map<String, List<String>> OUTPUT =
      Map.of(
          "target", List.of("pom.xml"),
          "build", List.of("build.gradle", "build.gradle.kts"),
          "bin", List.of(".classpath"));

  private final Query query;
  private final Map<Path, Source> sources = new TreeMap<>();
  private final Set<Path> tests = new HashSet<>();
  private final Set<String> testNames = new HashSet<>();
  private final Set<Path> folders = new HashSet<>();
  private final Set<Path> buildFiles = new TreeSet<>();
  private final Map<String, Problem> problems = new TreeMap<>();
  private final Deque<Entry> links = new ArrayDeque<>();

  /**
   * Something met on the way.
   *
   * @param path absolute, as reached
   * @param real absolute, without links
   * @param name how it is reported
   * @param below the path from the argument it was reached from, with {@code /}
   */
  private record Entry(
      Path path,
      Path real,
      String name,
      String below,
      IgnoreRules excludes,
      IgnoreRules rules,
      boolean tests) {
    boolean ignored(boolean directory) {
      return excludes.ignores(path, directory) || rules.ignores(path, directory);
    }

    Entry child(String file, IgnoreRules inForce) {
      return new Entry(
          path.resolve(file),
          real.resolve(file),
          name.isEmpty() ? file : name.endsWith("/") ? name + file : name + "/" + file,
          below.isEmpty() ? file : below + "/" + file,
          excludes,
          inForce,
          tests);
    }
  }

  Walk(Query query) {
    this.query = query;
  }

  SourceFiles run() throws NoSuchPathException {
    List<String> wrong = new ArrayList<>();
    List<Path> starts = new ArrayList<>();
    for (String argument : query.paths()) {
      start(argument, starts, wrong);
    }
    if (!wrong.isEmpty()) {
      throw new NoSuchPathException(wrong);
    }
    while (!links.isEmpty()) {
      follow(links.removeFirst());
    }
    tests.removeAll(sources.keySet());
    List<Source> ordered = new ArrayList<>(sources.values());
    ordered.sort(Comparator.comparing(Source::name));
    return new SourceFiles(
        root(starts),
        ordered,
        testNames,
        tests.size(),
        List.copyOf(buildFiles),
        List.copyOf(problems.values()));
  }

  private void start(String argument, List<Path> starts, List<String> wrong) {
    Path path = query.directory().resolve(argument).normalize();
    Path real;
    try {
      real = path.toRealPath();
    } catch (NoSuchFileException e) {
      wrong.add(
          Files.exists(path, LinkOption.NOFOLLOW_LINKS)
              ? argument + ": this symbolic link leads nowhere"
              : argument + ": no such file or directory");
      return;
    } catch (IOException e) {
      wrong.add(argument + ": " + reason(e));
      return;
    }
    boolean directory = Files.isDirectory(real);
    starts.add(directory ? path : path.getParent());
    if (!directory && !path.toString().endsWith(".java")) {
      wrong.add(argument + ": neither a directory nor a .java file");
      return;
    }
    boolean tests = query.tests() || TestSources.contain(inProject(path) + (directory ? "/" : ""));
    IgnoreRules excludes = IgnoreRules.NONE.with(path, query.excludes());
    IgnoreRules rules =
        directory && query.ignoreFiles() ? IgnoreRules.around(path) : IgnoreRules.NONE;
    Entry entry = new Entry(path, real, name(argument, path), "", excludes, rules, tests);
    if (directory) {
      folder(entry);
    } else {
      add(entry);
    }
  }

  /** Walks a folder that is known not to be ignored. */
  private void folder(Entry folder) {
    folders.add(folder.real());
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder.path())) {
      children.forEach(child -> names.add(child.getFileName().toString()));
    } catch (IOException | DirectoryIteratorException e) {
      problem(folder.name(), "cannot be listed: " + reason(e), Problem.Kind.UNREADABLE);
      return;
    }
    Collections.sort(names);
    IgnoreRules rules = folder.rules();
    if (query.ignoreFiles() && names.contains(".gitignore")) {
      rules = rules.withFile(folder.path(), folder.path().resolve(".gitignore"));
    }
    for (String name : names) {
      if (!isNoSource(folder.real(), name, names)) {
        meet(folder.child(name, rules));
      }
    }
  }

  /** Whether it is nothing that a compiler reads: what builds wrote, templates, data of tests. */
  private boolean isNoSource(Path folder, String name, List<String> siblings) {
    boolean resources = name.equals("resources") && folder.resolveSibling("").endsWith("src");
    return NEVER.contains(name)
        || (query.ignoreFiles()
            && (resources
                || OUTPUT.getOrDefault(name, List.of()).stream().anyMatch(siblings::contains)));
  }

  private void meet(Entry entry) {
    BasicFileAttributes attributes;
    try {
      attributes =
          Files.readAttributes(entry.path(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      problem(entry.name(), "cannot be read: " + reason(e), Problem.Kind.UNREADABLE);
      return;
    }
    boolean java = entry.name().endsWith(".java");
    if (entry.ignored(attributes.isDirectory())) {
      return;
    }
    if (attributes.isSymbolicLink()) {
      links.addLast(entry);
    } else if (attributes.isDirectory()) {
      folder(entry);
    } else if (java && attributes.isRegularFile()) {
      file(entry);
    } else if (java) {
      problem(entry.name(), "is not a regular file; passed over", Problem.Kind.SKIPPED);
    } else if (BuildFiles.NAMES.contains(entry.path().getFileName().toString())) {
      buildFiles.add(entry.real());
    }
  }

  private void follow(Entry link) {
    Path real;
    try {
      real = link.path().toRealPath();
    } catch (NoSuchFileException e) {
      if (link.name().endsWith(".java")) {
        problem(link.name(), "this symbolic link leads nowhere", Problem.Kind.UNREADABLE);
      }
      return;
    } catch (IOException e) {
      problem(link.name(), "symbolic link loop, not followed: " + reason(e), Problem.Kind.SKIPPED);
      return;
    }
    Entry target =
        new Entry(
            link.path(),
            real,
            link.name(),
            link.below(),
            link.excludes(),
            link.rules(),
            link.tests());
    if (!Files.isDirectory(real)) {
      if (link.name().endsWith(".java") && Files.isRegularFile(real)) {
        file(target);
      }
    } else if (link.real().startsWith(real)) {
      problem(
          link.name(),
          "symbolic link loop, not followed: it leads back to a folder it stands in",
          Problem.Kind.SKIPPED);
    } else if (!folders.contains(real)) {
      folder(target);
    }
  }

  private void file(Entry file) {
    if (!file.tests() && TestSources.contain(file.below())) {
      tests.add(file.real());
    } else {
      add(file);
    }
  }

  private void add(Entry file) {
    sources.putIfAbsent(file.real(), new Source(file.path(), file.name()));
    if (file.tests() && TestSources.contain(inProject(file.path()))) {
      testNames.add(file.name());
    }
  }

  private void problem(String file, String message, Problem.Kind kind) {
    problems.putIfAbsent(file, new Problem(file, 0, 0, message, kind));
  }

  /** Below the working directory the path from there, elsewhere the path as it was written. */
  private String name(String argument, Path path) {
    String name =
        path.startsWith(query.directory())
            ? query.directory().relativize(path).toString()
            : Path.of(argument).normalize().toString();
    return name.replace('\\', '/');
  }

  /** The part of a path that its project chose; folders above a project say nothing. */
  private String inProject(Path path) {
    Path base = IgnoreRules.repository(path);
    if (base == null) {
      base = query.directory();
    }
    return path.startsWith(base) ? base.relativize(path).toString().replace('\\', '/') : "";
  }

  private Path root(List<Path> starts) {
    Path root = query.directory();
    if (starts.stream().allMatch(start -> start.startsWith(query.directory()))) {
      return root;
    }
    root = starts.get(0);
    for (Path start : starts) {
      while (!start.startsWith(root)) {
        root = root.getParent();
      }
    }
    return root;
  }

  private static String reason(Exception e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
