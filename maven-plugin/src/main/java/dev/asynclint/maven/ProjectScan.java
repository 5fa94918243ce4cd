package dev.asynclint.maven;

import dev.asynclint.cli.baseline.News;
import dev.asynclint.cli.config.ConfigFile;
import dev.asynclint.cli.discover.NoSuchPathException;
import dev.asynclint.cli.discover.SourceFiles;
import dev.asynclint.cli.scan.RuleSet;
import dev.asynclint.cli.scan.Scan;
import dev.asynclint.cli.scan.ScanRequest;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.cli.scan.Selection;
import dev.asynclint.cli.scan.Timing;
import dev.asynclint.cli.scan.Words;
import dev.asynclint.core.config.Config;
import dev.asynclint.core.config.ConfigFinder;
import dev.asynclint.core.engine.FrontEnd.Source;
import dev.asynclint.core.facts.Confidence;
import dev.asynclint.core.knowledge.KnowledgeException;
import dev.asynclint.core.knowledge.KnowledgeFiles;
import dev.asynclint.javaparser.JavaParserFrontEnd;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A scan of what Maven knows. For one thread and one use. */
final class ProjectScan {
  private static final int OLDEST_RELEASE = 5;

  private final Modules modules;
  private final Consumer<CharSequence> warnings;
  private final RuleSet installed = RuleSet.installed();
  private final UnaryOperator<ScanResult> news;
  private final ScanRequest request;

  /**
   * What a user asked for, as given.
   *
   * @param root folder that paths start from, absolute
   * @param module folder whose configuration holds, absolute
   * @param jobs threads
   */
  record Wanted(
      Path root,
      Path module,
      List<String> excludes,
      Optional<Integer> release,
      Optional<String> encoding,
      List<String> select,
      List<String> ignore,
      String minConfidence,
      boolean noConfig,
      Optional<String> config,
      Optional<String> baseline,
      Optional<String> since,
      int jobs) {}

  /** Something that only a scan finds out keeps it from being done; one message a line. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String messages) {
      super(messages);
    }
  }

  /**
   * Checks what is asked for.
   *
   * @param warnings told of what could not be read or parsed
   * @param faults gets one message for each thing that is wrong; with any, the scan must not run
   */
  ProjectScan(
      Modules modules, Wanted wanted, Consumer<CharSequence> warnings, List<String> faults) {
    this.modules = modules;
    this.warnings = warnings;
    Selection selection = new Selection(wanted.select(), wanted.ignore());
    faults.addAll(selection.faults(installed));
    wanted
        .release()
        .filter(release -> release < OLDEST_RELEASE)
        .ifPresent(
            release ->
                faults.add(
                    "release %d: a Java release is a number from %d"
                        .formatted(release, OLDEST_RELEASE)));
    if (wanted.jobs() < 1) {
      faults.add("jobs " + wanted.jobs() + ": a number from 1 is needed");
    }
    this.news = News.of(wanted.root(), wanted.baseline(), wanted.since(), faults);
    this.request =
        new ScanRequest(
            new SourceFiles.Query(
                wanted.root(),
                Stream.concat(modules.sources().stream(), modules.tests().stream())
                    .map(Path::toString)
                    .toList(),
                wanted.excludes(),
                true,
                true),
            selection,
            config(wanted, faults),
            minimum(wanted, faults),
            modules.classPath(),
            false,
            wanted.release().map(OptionalInt::of).orElse(modules.release()),
            encoding(wanted, faults),
            Math.max(wanted.jobs(), 1),
            (done, all) -> {});
  }

  private Config config(Wanted wanted, List<String> faults) {
    if (wanted.noConfig()) {
      if (wanted.config().isPresent()) {
        faults.add("config and noConfig cannot go together");
      }
      return Config.NONE;
    }
    try {
      return wanted
          .config()
          .map(wanted.root()::resolve)
          .or(() -> ConfigFinder.nearest(wanted.module()))
          .map(file -> ConfigFile.read(file, wanted.root(), installed, faults))
          .orElse(Config.NONE);
    } catch (InvalidPathException e) {
      faults.add("config " + e.getInput() + ": is no path");
      return Config.NONE;
    }
  }

  private static Confidence minimum(Wanted wanted, List<String> faults) {
    try {
      return Words.of(Confidence.class, wanted.minConfidence());
    } catch (IllegalArgumentException e) {
      faults.add("minConfidence: " + e.getMessage());
      return Confidence.MEDIUM;
    }
  }

  private static Charset encoding(Wanted wanted, List<String> faults) {
    try {
      return wanted.encoding().map(Charset::forName).orElse(StandardCharsets.UTF_8);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      faults.add("encoding: this Java knows no '" + wanted.encoding().orElseThrow() + "'");
      return StandardCharsets.UTF_8;
    }
  }

  /** Whether there is no folder of sources. */
  boolean isEmpty() {
    return modules.sources().isEmpty() && modules.tests().isEmpty();
  }

  /** Runs the scan; what is known is left out of the result. */
  ScanResult run() throws RefusedException {
    try {
      SourceFiles files = SourceFiles.find(request.what());
      ScanResult result =
          new Scan(new JavaParserFrontEnd(), KnowledgeFiles::shipped, new Timing())
              .run(request, files.withTests(tests(files)), installed);
      result.problems().forEach(problem -> warnings.accept(problem.text()));
      return news.apply(result);
    } catch (NoSuchPathException e) {
      throw new RefusedException(String.join("\n", e.messages()));
    } catch (KnowledgeException e) {
      throw new RefusedException(e.getMessage());
    }
  }

  /** Maven knows which sources are tests, whatever their folders are called. */
  private Set<String> tests(SourceFiles files) {
    return files.sources().stream()
        .filter(source -> modules.tests().stream().anyMatch(source.path()::startsWith))
        .map(Source::name)
        .collect(Collectors.toSet());
  }
}
