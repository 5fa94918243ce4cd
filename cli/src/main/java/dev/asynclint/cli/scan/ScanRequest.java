package dev.asynclint.cli.scan;

import dev.asynclint.cli.discover.SourceFiles;
import dev.asynclint.core.config.Config;
import dev.asynclint.core.facts.Confidence;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiConsumer;

/**
 * What a user asked for.
 *
 * @param what where to look
 * @param selection which rules run
 * @param config what is configured
 * @param minimum weakest confidence that is reported
 * @param classPath jars and class folders given, nearest first
 * @param discoverClassPath whether to look for more of them
 * @param release Java release of the sources; empty to find it in the build files
 * @param encoding how the sources are written
 * @param threads at least 1
 * @param progress told how many files of how many are done; called from any thread
 */
public record ScanRequest(
    SourceFiles.Query what,
    Selection selection,
    Config config,
    Confidence minimum,
    List<Path> classPath,
    boolean discoverClassPath,
    OptionalInt release,
    Charset encoding,
    int threads,
    BiConsumer<Integer, Integer> progress) {
  /** Copies the class path. */
  public ScanRequest {
    classPath = List.copyOf(classPath);
  }

  /** The same, watched by another. */
  public ScanRequest with(BiConsumer<Integer, Integer> watcher) {
    return new ScanRequest(
        what,
        selection,
        config,
        minimum,
        classPath,
        discoverClassPath,
        release,
        encoding,
        threads,
        watcher);
  }
}
