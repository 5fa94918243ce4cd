package dev.asynclint.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.asynclint.core.engine.FrontEnd.Lowered;
import dev.asynclint.core.engine.FrontEnd.Source;
import dev.asynclint.core.facts.CallSite;
import dev.asynclint.core.facts.Place;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.knowledge.KnowledgeFiles;
import dev.asynclint.runtime.budget.Budgets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the facts know of a line: {@code waits for KIND}, {@code runs on CONTEXT} (one that must not
 * block), {@code under lock}; {@code none} says that nothing of it holds. Strict both ways.
 */
class FactsTest {
  private static final String NONE = "none";
  private static final Path ROOT = Scenarios.ROOTS.get(0);

  @TestFactory
  Stream<DynamicTest> whatIsClaimedIsKnownAndNothingElse() {
    return Scenarios.sources(ROOT, ROOT.resolve("facts")).stream()
        .filter(source -> !source.name().endsWith("package-info.java"))
        .map(
            source ->
                dynamicTest(
                    source.name(),
                    source.path().toUri(),
                    () -> assertThat(known(source)).containsExactlyElementsOf(claimed(source))));
  }

  private static Set<String> claimed(Source source) {
    Set<String> claims = new TreeSet<>();
    for (Marker marker : Markers.parse(source.name(), Scenarios.text(source))) {
      Arrays.stream(marker.text().split(", "))
          .filter(claim -> !claim.equals(NONE))
          .forEach(claim -> claims.add(claim(marker.line(), claim)));
    }
    assertThat(claims).as("claims of " + source.name()).isNotEmpty();
    return claims;
  }

  private static Set<String> known(Source source) {
    Lowered lowered = Toolchain.FULL.lower(java.util.List.of(source));
    Program program = Program.of(lowered.units(), lowered.types(), KnowledgeFiles.shipped(), 17);
    Budgets budgets = Budgets.DEFAULT;
    Set<String> known = new TreeSet<>();
    program
        .calls()
        .filter(call -> !call.waitsFor().isEmpty())
        .forEach(call -> known.add(claim(line(call), "waits for " + call.waitsFor())));
    program
        .blockedThreads(budgets.eventLoopWait(), Duration.ZERO)
        .filter(blocked -> blocked.context().mustNotBlock())
        .forEach(
            blocked ->
                known.add(claim(line(blocked.event()), "runs on " + blocked.context().id())));
    program
        .waitsUnderLock(budgets.boundedWait())
        .forEach(wait -> known.add(claim(line(wait.event()), "under lock")));
    return known;
  }

  private static int line(CallSite call) {
    Place place = call.place();
    return place.unit().lines().line(place.origin().anchor());
  }

  private static String claim(int line, String what) {
    return String.format("%3d: %s", line, what);
  }
}
