package dev.asynclint.cli.scan;

import dev.asynclint.cli.discover.ClassPathFinder;
import dev.asynclint.cli.discover.ReleaseFinder;
import dev.asynclint.cli.discover.SourceFiles;
import dev.asynclint.core.config.Config;
import dev.asynclint.core.engine.Analyzer;
import dev.asynclint.core.engine.FrontEnd;
import dev.asynclint.core.engine.Problem;
import dev.asynclint.core.engine.TestFiles;
import dev.asynclint.core.facts.Settings;
import dev.asynclint.core.knowledge.Knowledge;
import dev.asynclint.core.knowledge.KnowledgeFiles;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.summary.ClassPathSummaries;
import dev.asynclint.rules.Thresholds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Runs scans. */
public final class Scan {
  private final FrontEnd frontEnd;
  private final Supplier<Knowledge> knowledge;
  private final Timing timing;

  /** A scan with these parts; the knowledge is asked for once a run. */
  public Scan(FrontEnd frontEnd, Supplier<Knowledge> knowledge, Timing timing) {
    this.frontEnd = frontEnd;
    this.knowledge = knowledge;
    this.timing = timing;
  }

  /** Reads the files and runs the selected ones of the rules. */
  public ScanResult run(ScanRequest request, SourceFiles files, RuleSet installed) {
    Config config = request.selection().over(request.config());
    RuleSet rules = running(request, config, installed);
    Knowledge models = timing.time("knowledge", () -> models(config, knowledge));
    int release = request.release().orElseGet(() -> ReleaseFinder.find(request.what(), files));
    List<Path> classPath = timing.time("class path", () -> classPath(request, files));
    int all = files.sources().size();
    FrontEnd.Options options =
        new FrontEnd.Options(
            classPath,
            release,
            request.threads(),
            done -> request.progress().accept(done, all),
            request.encoding());
    FrontEnd.Lowered lowered = timing.time("parse", () -> frontEnd.lower(files.sources(), options));
    List<? extends Rule> running = rules.rules().stream().map(RuleInfo::rule).toList();
    ClassPathSummaries libraries = timing.time("summaries", () -> ClassPathSummaries.of(classPath));
    Settings settings = settings(config).with(TestFiles.class, new TestFiles(files.tests()));
    Analyzer analyzer = new Analyzer(models, running, settings, request.threads());
    Analyzer.Analysis analysis =
        timing.time(
            "analyse",
            () ->
                analyzer.analyze(
                    analyzer.program(
                        lowered.units(), lowered.types(), release, libraries.summaries())));
    return timing.time(
        "summarise",
        () -> {
          Sources sources = new Sources(files.sources(), lowered.units(), request.encoding());
          List<Problem> problems = problems(files, libraries, lowered, analysis);
          Verdicts.All verdicts =
              Verdicts.of(
                  analysis.findings(),
                  config,
                  request.minimum(),
                  installed,
                  rules,
                  lowered.units(),
                  sources,
                  files.tests(),
                  problems);
          return new ScanResult(
              files.root(),
              rules,
              verdicts.reported(),
              verdicts.hidden(),
              summary(files, lowered, problems, models, release),
              problems,
              sources,
              classPath);
        });
  }

  private static List<Path> classPath(ScanRequest request, SourceFiles files) {
    List<Path> classPath = new ArrayList<>(request.classPath());
    if (request.discoverClassPath()) {
      classPath.addAll(ClassPathFinder.find(files));
    }
    return classPath;
  }

  private static List<Problem> problems(
      SourceFiles files,
      ClassPathSummaries libraries,
      FrontEnd.Lowered lowered,
      Analyzer.Analysis analysis) {
    List<Problem> problems = new ArrayList<>(files.problems());
    libraries
        .problems()
        .forEach(text -> problems.add(new Problem("", 0, 0, text, Problem.Kind.SKIPPED)));
    problems.addAll(analysis.problems());
    problems.addAll(lowered.problems());
    problems.sort(
        Comparator.comparing(Problem::file)
            .thenComparing(Problem::line)
            .thenComparing(Problem::column)
            .thenComparing(Problem::message));
    return problems;
  }

  private static RuleSet running(ScanRequest request, Config config, RuleSet installed) {
    return new RuleSet(
        request.selection().of(installed).rules().stream()
            .filter(rule -> config.runs(rule.about()))
            .toList());
  }

  /** What ships, and what the configuration adds to it. */
  static Knowledge models(Config config, Supplier<Knowledge> shipped) {
    if (config.knowledge().isEmpty() && config.contexts().isEmpty()) {
      return shipped.get();
    }
    return KnowledgeFiles.load(
        config.knowledge(),
        config.contexts().isEmpty() ? Map.of() : Map.of(Config.FILE, config.contexts()));
  }

  private static Settings settings(Config config) {
    return Thresholds.READER.read(config.budgets(), (name, fault) -> {});
  }

  private static Summary summary(
      SourceFiles files,
      FrontEnd.Lowered lowered,
      List<Problem> problems,
      Knowledge models,
      int release) {
    long lines = lowered.units().stream().mapToLong(unit -> unit.lines().lines()).sum();
    long unparsable =
        problems.stream()
            .filter(problem -> problem.kind() != Problem.Kind.SKIPPED)
            .map(Problem::file)
            .filter(file -> !file.isEmpty())
            .distinct()
            .count();
    List<ScannedFile> each =
        lowered.units().stream()
            .map(
                unit ->
                    new ScannedFile(
                        unit.file(),
                        unit.header().packageName(),
                        unit.lines().lines(),
                        Dialects.of(unit, models)))
            .sorted(Comparator.comparing(ScannedFile::name))
            .toList();
    return new Summary(
        lowered.units().size(),
        lines,
        (int) unparsable,
        files.testsSkipped(),
        lowered.calls(),
        each.stream().flatMap(file -> file.dialects().stream()).distinct().sorted().toList(),
        release,
        each);
  }
}
