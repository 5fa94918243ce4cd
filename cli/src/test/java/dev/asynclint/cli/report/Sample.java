package dev.asynclint.cli.report;

import dev.asynclint.cli.scan.Hidden;
import dev.asynclint.cli.scan.Reported;
import dev.asynclint.cli.scan.RuleSet;
import dev.asynclint.cli.scan.ScanResult;
import dev.asynclint.cli.scan.ScannedFile;
import dev.asynclint.cli.scan.Sources;
import dev.asynclint.cli.scan.Summary;
import dev.asynclint.cli.scan.TestRules;
import dev.asynclint.core.engine.FrontEnd.Resolution;
import dev.asynclint.core.engine.FrontEnd.Source;
import dev.asynclint.core.engine.Problem;
import dev.asynclint.core.facts.Confidence;
import dev.asynclint.core.ir.LineMap;
import dev.asynclint.core.ir.Unit;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Finding.Edit;
import dev.asynclint.core.rule.Finding.Fix;
import dev.asynclint.core.rule.Finding.Step;
import dev.asynclint.core.rule.FixSafety;
import dev.asynclint.core.rule.Location;
import dev.asynclint.core.rule.Severity;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A small scan made by hand: two findings, a path, an edit, a problem, tabs and wide letters. */
final class Sample {
  static final String ORDERS =
      """
      package shop;

      final class Orders {
      \tMono<Row> load(String id) {
      \t\t/* 注文 */ return Mono.just(jdbc.query(SQL, id));
      \t}
      }
      """;
  static final String STOCK =
      """
      package shop;

      class Stock {
        synchronized int count() {
          return total.join();
        }
      }
      """;

  private static final List<ScannedFile> FILES =
      List.of(
          new ScannedFile("src/shop/Orders.java", "shop", 7, List.of("jdbc", "reactor")),
          new ScannedFile("src/shop/Stock room.java", "shop", 7, List.of()));

  private Sample() {}

  /** Writes the sources below a folder and returns what a scan of it would. */
  static ScanResult in(Path folder) {
    List<Source> sources =
        List.of(
            source(folder, "src/shop/Orders.java", ORDERS),
            source(folder, "src/shop/Stock room.java", STOCK));
    List<Unit> units =
        List.of(unit("src/shop/Orders.java", ORDERS), unit("src/shop/Stock room.java", STOCK));
    RuleSet rules = TestRules.none();
    Reported meant =
        new Reported(hold(), rules.byId("wait-while-locked"), "shop.Stock.meant()", "00cc:1");
    return new ScanResult(
        folder,
        rules,
        List.of(
            new Reported(
                stall(), rules.byId("stall-in-async"), "shop.Orders.load(String)", "00aa:1"),
            new Reported(hold(), rules.byId("wait-while-locked"), "", "00bb:1")),
        List.of(new Hidden(meant, Hidden.Because.SOURCE, "it is complete here")),
        new Summary(2, 14, 1, 3, new Resolution(19, 20), List.of("jdbc", "reactor"), 17, FILES),
        List.of(
            new Problem("src/shop/Broken.java", 3, 7, "';' is missing here", Problem.Kind.SYNTAX)),
        new Sources(sources, units),
        List.of());
  }

  private static Finding stall() {
    Location place = at("src/shop/Orders.java", ORDERS, "query");
    int edit = ORDERS.indexOf("Mono.just(");
    return new Finding(
        "stall-in-async",
        Severity.ERROR,
        Confidence.HIGH,
        place,
        "'Jdbc.query' blocks the event loop that runs it",
        "waits for the database",
        List.of(
            new Step(at("src/shop/Orders.java", ORDERS, "load"), "runs on the event loop", 0),
            new Step(place, "blocks here", 1)),
        "Mono.fromCallable(…).subscribeOn(elastic)",
        List.of(
            new Fix(
                "defer the call",
                FixSafety.SUGGESTED,
                List.of(
                    new Edit(
                        "src/shop/Orders.java",
                        edit,
                        edit + "Mono.just(".length(),
                        "Mono.fromCallable(() -> ")))));
  }

  private static Finding hold() {
    return new Finding(
        "wait-while-locked",
        Severity.WARNING,
        Confidence.MEDIUM,
        at("src/shop/Stock room.java", STOCK, "join"),
        "'CompletableFuture.join' waits while the monitor of this is held",
        "",
        List.of(),
        "",
        List.of());
  }

  static Location at(String file, String text, String token) {
    int start = text.indexOf(token);
    return Location.range(file, LineMap.of(text), start, start + token.length());
  }

  static String written(Report report, ScanResult result) {
    StringWriter out = new StringWriter();
    try {
      report.write(result, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  static String golden(String name) {
    try (var in = Optional.ofNullable(Sample.class.getResourceAsStream(name)).orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Source source(Path folder, String name, String text) {
    try {
      Path path = folder.resolve(name);
      Files.createDirectories(path.getParent());
      return new Source(Files.writeString(path, text), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Unit unit(String name, String text) {
    return new Unit(name, List.of(), List.of(), List.of(), LineMap.of(text), true);
  }
}
