package dev.asynclint.javaparser.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.core.engine.FrontEnd;
import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.IrPrinter;
import dev.asynclint.core.ir.IrValidator;
import dev.asynclint.core.ir.Unit;
import dev.asynclint.javaparser.JavaParserFrontEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sources run through the front end; whatever comes out must be valid. */
final class Lowered {
  final FrontEnd.Lowered all;

  private Lowered(FrontEnd.Lowered all) {
    this.all = all;
    for (Unit unit : all.units()) {
      assertThat(IrValidator.validate(unit)).as(IrPrinter.print(unit)).isEmpty();
    }
  }

  /** Lowers files that exist. */
  static Lowered of(List<FrontEnd.Source> sources, int threads) {
    FrontEnd.Options options = new FrontEnd.Options(List.of(), 0, threads, done -> {});
    return new Lowered(new JavaParserFrontEnd().lower(sources, options));
  }

  /** Lowers texts, each under its file name. */
  static Lowered of(Map<String, String> texts) {
    try {
      Path folder = Files.createTempDirectory("lowered");
      folder.toFile().deleteOnExit();
      List<FrontEnd.Source> sources = new ArrayList<>();
      for (Map.Entry<String, String> text : texts.entrySet()) {
        Path file = Files.writeString(folder.resolve(text.getKey()), text.getValue());
        file.toFile().deleteOnExit();
        sources.add(new FrontEnd.Source(file, text.getKey()));
      }
      return of(sources, 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lowers one text. */
  static Lowered of(String text) {
    return of(Map.of("A.java", text));
  }

  /** Everything, as text. */
  String dump() {
    return all.units().stream().map(IrPrinter::print).collect(Collectors.joining());
  }

  /** The callable whose id ends so. */
  Callable callable(String end) {
    return all.units().stream()
        .flatMap(unit -> unit.callables().stream())
        .filter(callable -> callable.id().endsWith(end))
        .findFirst()
        .orElseThrow();
  }

  /** The lines of the dump that hold a text, without positions. */
  List<String> lines(String part) {
    return dump()
        .lines()
        .filter(line -> line.contains(part))
        .map(line -> line.strip().replaceFirst("^\\d+:\\d+: ", ""))
        .toList();
  }
}
