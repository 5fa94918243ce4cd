package dev.asynclint.cli.scan;

import dev.asynclint.core.engine.FrontEnd.Resolution;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a scan read.
 *
 * @param files files read
 * @param lines their lines
 * @param unparsable files of which something could not be read or parsed
 * @param testsSkipped test sources passed over
 * @param calls calls, and those of a known target
 * @param dialects names, sorted
 * @param release Java release the sources were taken for; 0 when nothing told it
 * @param each the files read, in the order of their names
 */
public record Summary(
    int files,
    long lines,
    int unparsable,
    int testsSkipped,
    Resolution calls,
    List<String> dialects,
    int release,
    List<ScannedFile> each) {
  /** Copies the lists. */
  public Summary {
    dialects = List.copyOf(dialects);
    each = List.copyOf(each);
  }

  /** Share of calls whose target is known, in percent, to one decimal; empty without calls. */
  public OptionalDouble callsResolved() {
    return calls.all() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.floor(1000.0 * calls.known() / calls.all()) / 10);
  }
}
