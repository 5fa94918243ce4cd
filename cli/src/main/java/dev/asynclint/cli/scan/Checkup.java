package dev.asynclint.cli.scan;

import dev.asynclint.cli.discover.ClassPathFinder;
import dev.asynclint.cli.discover.ReleaseFinder;
import dev.asynclint.cli.discover.SourceFiles;
import dev.asynclint.core.config.Config;
import dev.asynclint.core.engine.FrontEnd;
import dev.asynclint.core.engine.Problem;
import dev.asynclint.core.knowledge.Knowledge;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a scan of some files would know, found out without running a rule.
 *
 * @param files files read
 * @param testsSkipped test sources passed over
 * @param problems with the files, in their order
 * @param release Java release of the sources; 0 when nothing states it
 * @param classPath entries found
 * @param calls calls, and those of a known target
 * @param dialects names, sorted
 * @param models members, hooks and types that are known, in this order
 */
public record Checkup(
    int files,
    int testsSkipped,
    List<Problem> problems,
    int release,
    List<Path> classPath,
    FrontEnd.Resolution calls,
    List<String> dialects,
    List<Long> models) {
  /** Copies the lists. */
  public Checkup {
    problems = List.copyOf(problems);
    classPath = List.copyOf(classPath);
    dialects = List.copyOf(dialects);
    models = List.copyOf(models);
  }

  /** Reads the files. */
  public static Checkup of(
      SourceFiles.Query query,
      SourceFiles files,
      Config config,
      FrontEnd frontEnd,
      Supplier<Knowledge> shipped) {
    Knowledge knowledge = Scan.models(config, shipped);
    List<Path> classPath = ClassPathFinder.find(files);
    int release = ReleaseFinder.find(query, files);
    int threads = Runtime.getRuntime().availableProcessors();
    FrontEnd.Lowered lowered =
        frontEnd.lower(
            files.sources(), new FrontEnd.Options(classPath, release, threads, done -> {}));
    List<Problem> problems = new java.util.ArrayList<>(files.problems());
    problems.addAll(lowered.problems());
    return new Checkup(
        lowered.units().size(),
        files.testsSkipped(),
        problems,
        release,
        classPath,
        lowered.calls(),
        List.copyOf(Dialects.of(lowered.units(), knowledge)),
        List.of(knowledge.members().count(), knowledge.hooks().count(), knowledge.types().count()));
  }
}
