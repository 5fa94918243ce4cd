package dev.asynclint.cli.baseline;

import dev.asynclint.cli.scan.ScanResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Which findings are news. */
public final class News {
  private News() {}

  /**
   * What takes findings out of a result that are no news.
   *
   * @param directory what the name of the baseline starts from, and a folder of the repository
   * @param baseline name of a baseline whose findings are known
   * @param since a commit; only what lines changed since then take part in is news
   * @param faults gets one message for each thing that is wrong
   */
  public static UnaryOperator<ScanResult> of(
      Path directory, Optional<String> baseline, Optional<String> since, List<String> faults) {
    UnaryOperator<ScanResult> news = result -> result;
    try {
      if (baseline.isPresent()) {
        String name = baseline.get();
        news = BaselineFile.read(directory.resolve(name), name)::hide;
      }
      if (since.isPresent()) {
        ChangedLines changed = ChangedLines.since(since.get(), directory);
        UnaryOperator<ScanResult> first = news;
        news = result -> changed.keep(first.apply(result));
      }
    } catch (BaselineFile.MalformedException | ChangedLines.UnknownException e) {
      faults.add(e.getMessage());
    }
    return news;
  }
}
