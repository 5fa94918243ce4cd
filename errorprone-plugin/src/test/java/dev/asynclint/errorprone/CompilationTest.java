package dev.asynclint.errorprone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilationTest {
  private static final String ENTRY =
      """
      package shop;
      import java.util.concurrent.CompletableFuture;
      class Entry {
        CompletableFuture<String> start(CompletableFuture<String> other) {
          return CompletableFuture.supplyAsync(() -> Middle.load(other));
        }
      }
      """;
  private static final String MIDDLE =
      """
      package shop;
      import java.util.concurrent.CompletableFuture;
      class Middle {
        static String load(CompletableFuture<String> other) {
          return Waiter.get(other);
        }
      }
      """;
  private static final String WAITER =
      """
      package shop;
      import java.util.concurrent.CompletableFuture;
      %s
      class Waiter {
        static String get(CompletableFuture<String> other) {
          return other.join();
        }
      }
      """;
  private static final String PROMISE =
      """
      package shop;
      import java.util.concurrent.CompletableFuture;
      class Promise {
        CompletableFuture<String> start(CompletableFuture<String> one, CompletableFuture<String> two) {
          String first = one.join();
          return two.thenApply(first::concat);
        }
      }
      """;

  @TempDir private Path folder;

  private Javac shop() {
    return new Javac(folder)
        .file("shop/Entry.java", ENTRY)
        .file("shop/Middle.java", MIDDLE)
        .file("shop/Waiter.java", WAITER.formatted(""));
  }

  @Test
  void findsWhatIsTwoCallsAwayAndShowsTheWay() {
    List<String> said = shop().compile().lines();

    assertThat(said).hasSize(1);
    assertThat(said.get(0))
        .contains("Waiter.java:6 ", "[CommonPoolBlocking]", "CompletableFuture.join")
        .contains("path: 1  Entry.java:5", " 2  Entry.java:5", " 3  Middle.java:5")
        .contains("Waiter.java:6")
        .contains("help: ");
  }

  @Test
  void pointsAtTheNameThatIsToBlame() {
    Diagnostic<?> said = shop().compile().diagnostics().get(0);

    assertThat(WAITER.formatted("").substring((int) said.getPosition())).startsWith("join");
  }

  @Test
  void suppressionsByEitherNameHold() {
    for (String name : List.of("CommonPoolBlocking", "asynclint:common-pool-blocking")) {
      List<String> said =
          shop()
              .file("shop/Waiter.java", WAITER.formatted("@SuppressWarnings(\"" + name + "\")"))
              .compile()
              .lines();

      assertThat(said).as(name).isEmpty();
    }
  }

  @Test
  void severitiesAreTheUsers() {
    assertThat(shop().with("-Xep:CommonPoolBlocking:OFF").compile().lines()).isEmpty();
    assertThat(shop().with("-XepDisableAllChecks").compile().lines()).isEmpty();
    Javac.Outcome failed = shop().with("-Xep:CommonPoolBlocking:WARN").compile();
    assertThat(failed.lines()).hasSize(1).allMatch(line -> line.startsWith("WARNING "));
    assertThat(failed.succeeded()).isTrue();
  }

  @Test
  void underAnotherPolicyOneFileIsSeenAndThisIsTold() {
    Javac.Outcome outcome = shop().with("-XDcompilePolicy=byfile").compile();

    assertThat(outcome.lines())
        .hasSize(1)
        .allMatch(line -> line.startsWith("NOTE ") && line.contains("compilePolicy=simple"));
    assertThat(outcome.succeeded()).isTrue();
  }

  @Test
  void anotherPolicyShowsWhatOneFileShows() {
    List<String> said =
        shop()
            .file(
                "shop/Alone.java",
                ENTRY.replace("Entry", "Alone").replace("Middle.load(other)", "other.join()"))
            .with("-XDcompilePolicy=byfile")
            .compile()
            .lines();

    assertThat(said).hasSize(2).anyMatch(line -> line.contains("Alone.java:5"));
  }

  @Test
  void ruleThatFailsIsToldOnceAndOthersGoOn() {
    Javac.Outcome outcome =
        shop()
            .file(
                "shop/Trap.java", "package shop; class Trap { void explode() { this.explode(); } }")
            .compile();

    assertThat(outcome.lines())
        .hasSize(2)
        .filteredOn(line -> line.contains("fault in asynclint"))
        .singleElement()
        .asString()
        .startsWith("WARNING ")
        .contains("rule failing-rule failed", "LegacyCall.java:");
  }

  @Test
  void ourWarningsDoNotFailStrictBuilds() {
    Javac.Outcome outcome =
        new Javac(folder)
            .file(
                "shop/Trap.java", "package shop; class Trap { void explode() { this.explode(); } }")
            .with("-Werror", "-XepOpt:AsyncLint:Nonsense=1")
            .compile();

    assertThat(outcome.succeeded()).isTrue();
    assertThat(outcome.lines()).hasSize(2).allMatch(line -> line.startsWith("NOTE "));
  }

  @Test
  void fixesBecomeSuggestions() {
    Javac.Outcome outcome =
        new Javac(folder)
            .file("shop/Old.java", "package shop; class Old { void legacy() { this.legacy(); } }")
            .compile();

    assertThat(outcome.lines())
        .singleElement()
        .asString()
        .contains("[LegacyCall] legacy is called", "Did you mean", "this.modern()");
  }

  @Test
  void errorInOneFileHidesNoneInAnother() {
    Javac.Outcome outcome =
        new Javac(folder)
            .file("shop/Old.java", "package shop; class Old { void legacy() { this.legacy(); } }")
            .file("shop/Two.java", "package shop; class Two { void legacy() { this.legacy(); } }")
            .with("-Xep:LegacyCall:ERROR")
            .compile();

    assertThat(outcome.succeeded()).isFalse();
    assertThat(outcome.lines()).hasSize(2).allMatch(line -> line.startsWith("ERROR "));
  }

  @Test
  void generatedCodeIsLeftAloneOnRequest() {
    Javac generated =
        new Javac(folder)
            .file(
                "shop/Old.java",
                "package shop; @javax.annotation.processing.Generated(\"by hand\")"
                    + " class Old { void legacy() { this.legacy(); } }");

    assertThat(generated.compile().lines()).hasSize(1);
    assertThat(generated.with("-XepDisableWarningsInGeneratedCode").compile().lines()).isEmpty();
  }

  @Test
  void fixesAreApplied() throws IOException {
    new Javac(folder)
        .file("shop/Old.java", "package shop; class Old { void legacy() { this.legacy(); } }")
        .with("-XepPatchChecks:LegacyCall", "-XepPatchLocation:IN_PLACE")
        .compile();

    assertThat(Files.readString(folder.resolve("src/shop/Old.java")))
        .isEqualTo("package shop; class Old { void legacy() { this.modern(); } }");
  }

  @Test
  void brokenSourcesGetTheCompilersErrorsAlone() {
    Javac.Outcome outcome =
        shop().file("shop/Broken.java", "package shop; class Broken { int x = \"\"; }").compile();

    assertThat(outcome.succeeded()).isFalse();
    assertThat(outcome.lines())
        .hasSize(1)
        .allMatch(line -> line.startsWith("ERROR ") && !line.contains("asynclint"));
  }

  @Test
  void milderFindingsAreNoErrors() {
    List<String> said = new Javac(folder).file("shop/Promise.java", PROMISE).compile().lines();

    assertThat(said)
        .singleElement()
        .asString()
        .startsWith("WARNING ")
        .contains("[asynclint:blocking-wait-in-async]", "check: BlockingWaitInAsync");
  }
}
