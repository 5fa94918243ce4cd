package dev.asynclint.core.engine;

import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Unit;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Turns source files into units. */
public interface FrontEnd {
  /**
   * Lowers files together, so that they know of each other.
   *
   * @param sources what to read; the order does not matter
   * @param options how
   * @return units in the order of their reported names, whatever the number of threads
   */
  Lowered lower(List<Source> sources, Options options);

  /**
   * A file to read.
   *
   * @param path where it is
   * @param name how to report it, with {@code /}
   */
  record Source(Path path, String name) {}

  /**
   * How to lower.
   *
   * @param classPath jars and class folders, nearest first
   * @param release Java release the sources are written for; 0 when not stated
   * @param threads worker threads; at least 1
   * @param progress told the number of files done so far; called from any thread
   * @param encoding how the sources are written
   */
  record Options(
      List<Path> classPath,
      int release,
      int threads,
      Consumer<Integer> progress,
      Charset encoding) {
    /** Copies the class path. */
    public Options {
      classPath = List.copyOf(classPath);
    }

    /** The same for sources in UTF-8. */
    public Options(List<Path> classPath, int release, int threads, Consumer<Integer> progress) {
      this(classPath, release, threads, progress, StandardCharsets.UTF_8);
    }
  }

  /**
   * What lowering gave.
   *
   * @param types supertypes of every program and library type the units mention
   * @param problems what could not be read or parsed, in file order
   * @param calls how many calls there are, and how many of them have a known target
   */
  record Lowered(List<Unit> units, Types types, List<Problem> problems, Resolution calls) {
    /** Copies the lists. */
    public Lowered {
      units = List.copyOf(units);
      problems = List.copyOf(problems);
    }
  }

  /** Share of calls whose target is known. */
  record Resolution(int known, int all) {}
}
