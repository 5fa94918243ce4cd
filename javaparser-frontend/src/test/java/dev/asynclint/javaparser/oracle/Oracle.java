package dev.asynclint.javaparser.oracle;

import dev.asynclint.core.engine.FrontEnd;
import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Unit;
import dev.asynclint.core.knowledge.KnowledgeFiles;
import dev.asynclint.javaparser.JavaParserFrontEnd;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the front end's answers with javac's on one tree. */
final class Oracle {
  /** All calls with and without a receiver together. */
  static final String ALL = "all";

  /** Calls of members the knowledge speaks of. */
  static final String KNOWLEDGE = "knowledge";

  /** Calls inside lambdas. */
  static final String LAMBDA = "in lambda";

  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private final List<Miss> misses = new ArrayList<>();

  /** A call that was not answered as javac does. */
  record Miss(Site site, Target target, Score receiver, Score score) {
    boolean isWrong() {
      return receiver == Score.WRONG || score == Score.WRONG;
    }

    /** One line, the same for the same call; wrong answers sort last. */
    String text() {
      return (isWrong() ? "wrong" : "unknown")
          + " receiver %s, target %s: %s".formatted(receiver, score, site)
          + ", answered "
          + target;
    }
  }

  private Oracle() {}

  /**
   * Compares.
   *
   * @param classPath javac's, always complete
   * @param known the part of it the front end is given
   */
  static Oracle compare(FrontEnd frontEnd, Path root, List<Path> classPath, List<Path> known)
      throws IOException {
    Map<Path, String> files = files(root);
    JavacTruth.Answers truth = JavacTruth.of(files, classPath);
    List<FrontEnd.Source> sources =
        files.entrySet().stream()
            .map(file -> new FrontEnd.Source(file.getKey(), file.getValue()))
            .toList();
    FrontEnd.Options options = new FrontEnd.Options(known, 0, 2, done -> {});
    FrontEnd.Lowered lowered = frontEnd.lower(sources, options);
    return new Oracle().judge(truth.sites(), answers(lowered.units()), !known.isEmpty());
  }

  private static Map<Path, String> files(Path root) throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      Map<Path, String> files = new TreeMap<>();
      walk.filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("module-info.java"))
          .forEach(file -> files.put(file, root.relativize(file).toString().replace('\\', '/')));
      return files;
    }
  }

  private static Map<String, Map<Integer, Target>> answers(List<Unit> units) {
    Map<String, Map<Integer, Target>> answers = new HashMap<>();
    for (Unit unit : units) {
      Map<Integer, Target> targets = answers.computeIfAbsent(unit.file(), key -> new HashMap<>());
      for (Callable callable : unit.callables()) {
        collect(callable.body(), targets);
      }
    }
    return answers;
  }

  private static void collect(Op op, Map<Integer, Target> targets) {
    if (op instanceof Op.Call call) {
      targets.put(call.origin().anchor(), call.target());
    } else if (op instanceof Op.New created) {
      targets.put(created.origin().anchor(), created.target());
    } else if (op instanceof Op.Block block) {
      block.ops().forEach(kid -> collect(kid, targets));
    } else if (op instanceof Op.Branch branch) {
      branch.arms().forEach(kid -> collect(kid, targets));
    } else if (op instanceof Op.Loop loop) {
      collect(loop.body(), targets);
    } else if (op instanceof Op.Sync sync) {
      collect(sync.body(), targets);
    } else if (op instanceof Op.Opaque opaque) {
      opaque.kids().forEach(kid -> collect(kid, targets));
    } else if (op instanceof Op.Try attempt) {
      collect(attempt.resources(), targets);
      collect(attempt.body(), targets);
      attempt.catches().forEach(one -> collect(one.body(), targets));
      collect(attempt.finallyBlock(), targets);
    }
  }

  private Oracle judge(
      List<Site> sites, Map<String, Map<Integer, Target>> answers, boolean sameVersions) {
    Set<String> spokenOf = KnowledgeFiles.shipped().types().collect(Collectors.toSet());
    Predicate<Site> isKnowledge = site -> spokenOf.contains(site.owner());
    for (Site site : sites) {
      Target target =
          answers
              .getOrDefault(site.file(), Map.of())
              .getOrDefault(site.anchor(), new Target.Unknown(site.name(), 0, Types.UNKNOWN));
      Score receiver = Score.ofReceiver(site, target);
      Score score = Score.ofTarget(site, target, sameVersions);
      add(ALL, receiver, score);
      add(site.construct().name().toLowerCase(Locale.ROOT), receiver, score);
      if (site.inLambda()) {
        add(LAMBDA, receiver, score);
      }
      if (isKnowledge.test(site)) {
        add(KNOWLEDGE, receiver, score);
      }
      if (score != Score.RIGHT || receiver != Score.RIGHT) {
        misses.add(new Miss(site, target, receiver, score));
      }
    }
    return this;
  }

  private void add(String label, Score receiver, Score target) {
    tallies.computeIfAbsent(label, key -> new Tally()).add(receiver, target);
  }

  /** The calls of a kind. */
  Tally tally(String label) {
    return tallies.getOrDefault(label, new Tally());
  }

  /** What was not right, in source order. */
  List<Miss> misses() {
    return List.copyOf(misses);
  }

  /** A table of percentages. */
  String report() {
    StringBuilder report = new StringBuilder(Tally.HEAD).append('\n');
    new TreeMap<>(tallies).forEach((label, tally) -> report.append(tally.line(label)).append('\n'));
    return report.toString();
  }

  /**
   * Judges any tree: prints the table, then every call that was not answered as javac does.
   *
   * @param args a directory of sources; the class path it is compiled with; {@code index} to give
   *     the front end the bundled index alone
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 2) {
      System.err.println("usage: Oracle DIRECTORY CLASS-PATH [index]");
      System.exit(2);
    }
    List<Path> classPath =
        Arrays.stream(args[1].split(File.pathSeparator))
            .filter(entry -> !entry.isEmpty())
            .map(Path::of)
            .toList();
    List<Path> known = args.length > 2 ? List.of() : classPath;
    Oracle oracle = compare(new JavaParserFrontEnd(), Path.of(args[0]), classPath, known);
    System.out.println(oracle.report());
    oracle.misses().stream().map(Miss::text).sorted().forEach(System.out::println);
  }
}
