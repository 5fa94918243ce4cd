package dev.asynclint.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.asynclint.core.engine.FrontEnd.Lowered;
import dev.asynclint.core.engine.FrontEnd.Source;
import dev.asynclint.core.ir.IrPrinter;
import dev.asynclint.core.ir.TypeDecl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both front ends say the same of every scenario, or the ledger says why they do not. */
class AgreementTest {
  private static final Path LEDGER = Scenarios.MODULE.resolve("ledger/agreement.txt");
  private static final int RUNNING = Runtime.version().feature();

  /** The ledger stays below this share of the scenarios, in percent. */
  private static final int MOST_DIFFERENCES = 5;

  /** The files each construct family is tested with. */
  private static final Path FAMILIES =
      Scenarios.MODULE
          .resolveSibling("javaparser-frontend")
          .resolve("src/test/resources/dev/asynclint/javaparser/lowering");

  @Test
  void frontEndsAgreeOrTheLedgerSaysWhyNot() throws IOException {
    List<Scenario> scenarios = Scenarios.all().stream().filter(AgreementTest::isTaken).toList();
    Map<String, String> differences = new TreeMap<>();
    for (Scenario scenario : scenarios) {
      compare(scenario, differences);
    }
    Set<String> taken = scenarios.stream().map(AgreementTest::id).collect(Collectors.toSet());
    Set<String> argued =
        Ledger.read(LEDGER).stream()
            .filter(entry -> taken.contains(entry.scenario()) || !exists(entry.scenario()))
            .map(Ledger.Entry::difference)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(differences.keySet())
        .withFailMessage(() -> describe(differences, argued))
        .isEqualTo(argued);
  }

  @Test
  void theLedgerIsShort() throws IOException {
    Set<String> differing =
        Ledger.read(LEDGER).stream().map(Ledger.Entry::scenario).collect(Collectors.toSet());

    assertThat(differing.size() * 100)
        .isLessThan(MOST_DIFFERENCES * Math.toIntExact(Scenarios.all().size()));
  }

  @ParameterizedTest
  @CsvSource({"Closures,17", "Statements,17", "Types,17", "Values,17", "Switches,21", "Compact,25"})
  void constructFamiliesAgree(String name, int release) {
    assumeTrue(RUNNING >= release, "needs a newer JDK");
    List<Source> sources = List.of(new Source(FAMILIES.resolve(name + ".java"), name + ".java"));

    Lowered compiled = Toolchain.JAVAC.lower(sources);

    assertThat(dump(compiled)).isEqualTo(dump(Toolchain.FULL.lower(sources)));
    assertThat(exact(compiled)).isEqualTo(exact(Toolchain.FULL.lower(sources)));
  }

  @Test
  void cornersAgree() throws Exception {
    Path corners = Path.of(AgreementTest.class.getResource("Corners.java").toURI());
    List<Source> sources = List.of(new Source(corners, "Corners.java"));
    Lowered compiled = Toolchain.JAVAC.lower(sources);
    Lowered read = Toolchain.FULL.lower(sources);

    assertThat(dump(compiled)).isEqualTo(dump(read));
    assertThat(exact(compiled)).isEqualTo(exact(read));
  }

  @Test
  void whatJavacDoesNotTakeIsUnknownAndNeverThrows() {
    List<Source> sources = List.of(new Source(FAMILIES.resolve("Calls.java"), "Calls.java"));
    Lowered broken = Toolchain.JAVAC_LENIENT.lower(sources);
    List<String> read = lines(dump(Toolchain.FULL.lower(sources)));

    assertThat(lines(dump(broken)).stream().filter(line -> !read.contains(line)).toList())
        .as("what is said of calls to types that do not exist")
        .allSatisfy(line -> assertThat(line).contains("?"));
  }

  /** Vert.x 4 is not on the class path; newer fixtures need a compiler as new. */
  private static boolean isTaken(Scenario scenario) {
    Path first = scenario.sources().get(0).path();
    return first.startsWith(Scenarios.ROOTS.get(0))
        || RUNNING >= 25 && first.startsWith(Scenarios.ROOTS.get(1));
  }

  private static boolean exists(String id) {
    return Scenarios.all().stream().anyMatch(scenario -> id(scenario).equals(id));
  }

  private static String id(Scenario scenario) {
    return scenario.rule() + "/" + scenario;
  }

  private static void compare(Scenario scenario, Map<String, String> differences) {
    List<Source> sources = scenario.sources();
    Lowered read = Toolchain.FULL.lower(sources);
    Lowered compiled = Toolchain.JAVAC.lower(sources);
    difference(dump(read), dump(compiled), id(scenario) + " | ir", differences);
    difference(types(read), types(compiled), id(scenario) + " | types", differences);
    difference(
        found(Toolchain.FULL, read, sources),
        found(Toolchain.JAVAC, compiled, sources),
        id(scenario) + " | findings",
        differences);
  }

  private static String found(FixtureRunner runner, Lowered lowered, List<Source> sources) {
    return runner.analyze(lowered, sources).stream()
        .map(Object::toString)
        .collect(Collectors.joining("\n"));
  }

  private static String types(Lowered lowered) {
    return lowered.units().stream()
        .flatMap(unit -> unit.types().stream())
        .map(TypeDecl::name)
        .map(
            type ->
                lowered.types().lineage(type) + " with " + lowered.types().abstractMethods(type))
        .collect(Collectors.joining("\n"));
  }

  private static String dump(Lowered lowered) {
    return lowered.units().stream()
        .map(unit -> IrPrinter.print(unit) + unit.header() + "\n")
        .collect(Collectors.joining());
  }

  /** Also what dumps leave out: where elements start and end, and where variables stand. */
  private static List<String> exact(Lowered lowered) {
    return lowered.units().stream()
        .flatMap(unit -> Stream.concat(unit.types().stream(), unit.callables().stream()))
        .map(element -> element.toString().replace(", ", ",\n"))
        .toList();
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).toList();
  }

  private static void difference(
      String one, String two, String where, Map<String, String> differences) {
    if (!one.equals(two)) {
      List<String> read = one.lines().toList();
      List<String> compiled = two.lines().toList();
      List<String> both = new ArrayList<>();
      read.stream().filter(line -> !compiled.contains(line)).forEach(l -> both.add("cli   " + l));
      compiled.stream().filter(line -> !read.contains(line)).forEach(l -> both.add("javac " + l));
      differences.put(where, String.join("\n    ", both));
    }
  }

  private static String describe(Map<String, String> differences, Set<String> argued) {
    StringBuilder text = new StringBuilder("the front ends do not agree as the ledger says:");
    differences.forEach(
        (where, how) -> {
          if (!argued.contains(where)) {
            text.append("\n  ").append(where).append("\n    ").append(how);
          }
        });
    argued.stream()
        .filter(where -> !differences.containsKey(where))
        .forEach(where -> text.append("\n  no longer differs: ").append(where));
    return text.toString();
  }
}
