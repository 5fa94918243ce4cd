package dev.asynclint.cli.scan;

import dev.asynclint.core.engine.FrontEnd;
import dev.asynclint.core.engine.Problem;
import dev.asynclint.core.ir.LineMap;
import dev.asynclint.core.ir.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Reads lines and nothing more; the word "garbage" does not parse, "crash" is a fault of ours. */
public final class FakeFrontEnd implements FrontEnd {
  @Override
  public Lowered lower(List<Source> sources, Options options) {
    List<Unit> units = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Source source : sources) {
      try {
        String text = Files.readString(source.path());
        int at = text.indexOf("garbage");
        LineMap lines = LineMap.of(text);
        if (text.contains("crash")) {
          throw new IllegalStateException("the fake broke");
        }
        if (at >= 0) {
          problems.add(
              new Problem(
                  source.name(),
                  lines.line(at),
                  lines.column(at),
                  "does not parse here",
                  Problem.Kind.SYNTAX));
        }
        units.add(new Unit(source.name(), List.of(), List.of(), List.of(), lines, at < 0));
      } catch (IOException e) {
        problems.add(new Problem(source.name(), 0, 0, "cannot be read", Problem.Kind.UNREADABLE));
      }
    }
    return new Lowered(units, type -> List.of(), problems, new Resolution(19, 20));
  }
}
