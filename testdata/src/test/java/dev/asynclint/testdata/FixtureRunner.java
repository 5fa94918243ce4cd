package dev.asynclint.testdata;

import dev.asynclint.core.engine.Analyzer;
import dev.asynclint.core.engine.FrontEnd;
import dev.asynclint.core.engine.FrontEnd.Lowered;
import dev.asynclint.core.engine.FrontEnd.Source;
import dev.asynclint.core.ir.Unit;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.prove.Pair;
import dev.asynclint.prove.Twins;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * Lowers a handful of files as a program of their own and analyses them. Any front end will do.
 *
 * @param violations what breaks the contract of the IR in a unit; empty when nothing does
 */
record FixtureRunner(
    FrontEnd frontEnd, Analyzer analyzer, Function<Unit, ? extends List<?>> violations) {
  /** The release that fixtures of a root are written for; 17 but for those that need more. */
  private static int release(List<Source> sources) {
    return sources.stream().anyMatch(FixtureRunner::needsLater) ? 21 : 17;
  }

  private static boolean needsLater(Source source) {
    Path path = source.path();
    return path.startsWith(Scenarios.DEMO)
        || path.toString().contains("java21")
        || source.name().startsWith(Twins.PACKAGE) && Pair.release(Scenarios.text(source)) > 17;
  }

  /**
   * The files as units.
   *
   * @throws AssertionError when a file has a problem or a unit breaks the contract of the IR
   */
  Lowered lower(List<Source> sources) {
    FrontEnd.Options options =
        new FrontEnd.Options(List.of(), release(sources), 1, filesDone -> {});
    Lowered lowered = frontEnd.lower(sources, options);
    if (!lowered.problems().isEmpty()) {
      throw new AssertionError("not lowered: " + lowered.problems());
    }
    for (Unit unit : lowered.units()) {
      List<?> broken = violations.apply(unit);
      if (!broken.isEmpty()) {
        throw new AssertionError("IR of " + unit.file() + " breaks its contract: " + broken);
      }
    }
    return lowered;
  }

  /** What the rules find in the files. */
  List<Finding> analyze(List<Source> sources) {
    return analyze(lower(sources), sources);
  }

  /** What the rules find in what was lowered from the files. */
  List<Finding> analyze(Lowered lowered, List<Source> sources) {
    Analyzer.Analysis analysis =
        analyzer.analyze(lowered.units(), lowered.types(), release(sources));
    if (!analysis.problems().isEmpty()) {
      throw new AssertionError("not analysed: " + analysis.problems());
    }
    return analysis.findings();
  }
}
