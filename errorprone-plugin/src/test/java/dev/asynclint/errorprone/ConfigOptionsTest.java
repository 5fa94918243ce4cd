package dev.asynclint.errorprone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configuration files and budgets as options of a compilation. */
class ConfigOptionsTest {
  private static final String WAITER =
      """
      package shop;
      import java.util.concurrent.CompletableFuture;
      import java.util.concurrent.Future;
      import java.util.concurrent.TimeUnit;
      class Entry {
        interface Driver { String ask(String what); }
        CompletableFuture<String> start(Future<String> other) {
          return CompletableFuture.supplyAsync(() -> {
            try {
              return other.get(50, TimeUnit.MILLISECONDS);
            } catch (Exception e) {
              return "";
            }
          });
        }
        CompletableFuture<String> ask(Driver driver) {
          return CompletableFuture.supplyAsync(() -> driver.ask("name"));
        }
      }
      """;
  private static final String[] ALONE = {"-XepDisableAllChecks", "-Xep:CommonPoolBlocking:WARN"};
  private static final String WAIT = "[CommonPoolBlocking]";

  @TempDir private Path folder;

  @BeforeEach
  void own() throws IOException {
    Files.writeString(
        folder.resolve("own.knowledge"),
        """
        library shop 1
        type shop.Entry.Driver
          ask(what)  blocks database
        """);
  }

  private Javac.Outcome compile(String... options) {
    return new Javac(folder).file("shop/Entry.java", WAITER).with(ALONE).with(options).compile();
  }

  private List<String> configured(String text, String... options) {
    try {
      Path file = Files.writeString(folder.resolve("asynclint.toml"), text);
      Javac javac =
          new Javac(folder)
              .file("shop/Entry.java", WAITER)
              .with(ALONE)
              .with("-XepOpt:AsyncLint:Config=" + file)
              .with(options);
      return javac.compile().lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void budgetOptionMovesTheVerdict() {
    assertThat(compile().lines()).isEmpty();
    assertThat(compile("-XepOpt:AsyncLint:Budgets:eventLoopWait=20ms").lines())
        .singleElement()
        .asString()
        .contains("Entry.java:10", WAIT);
  }

  @Test
  void budgetOptionThatCannotBeReadIsTold() {
    Javac.Outcome outcome =
        compile("-XepOpt:AsyncLint:Budgets:eventLoopWait=20", "-XepOpt:AsyncLint:Budgets:zoo=1");

    assertThat(outcome.succeeded()).isTrue();
    assertThat(outcome.lines()).hasSize(2);
    assertThat(outcome.lines())
        .anyMatch(
            line -> line.contains("Budgets:eventLoopWait: budget eventLoopWait is '20'; write a"))
        .anyMatch(line -> line.contains("Budgets:zoo: there is no budget of that name"));
  }

  @Test
  void configurationSetsBudgetsAndOptionsWin() {
    String config = "[budgets]\neventLoopWait = \"20ms\"\n";

    assertThat(configured(config)).singleElement().asString().contains(WAIT);
    assertThat(configured(config, "-XepOpt:AsyncLint:Budgets:eventLoopWait=1s")).isEmpty();
  }

  @Test
  void configurationNamesKnowledge() {
    assertThat(configured("[knowledge]\nfiles = [\"own.knowledge\"]\n"))
        .singleElement()
        .asString()
        .contains("Entry.java:17", "Driver.ask");
  }

  @Test
  void configurationIgnoresRules() {
    String budgets = "[budgets]\neventLoopWait = \"20ms\"\n";

    assertThat(configured(budgets + "[rules]\nignore = [\"blocking\"]\n")).isEmpty();
    assertThat(configured(budgets + "[rules]\nselect = [\"locks\"]\n")).isEmpty();
    assertThat(
            configured(
                budgets
                    + "[[overrides]]\npaths = [\"src/shop/\"]\n"
                    + "severity = { blocking = \"off\" }\n"))
        .isEmpty();
    assertThat(
            configured(
                budgets + "[[overrides]]\npaths = [\"src/zoo/\"]\nignore = [\"blocking\"]\n"))
        .hasSize(1);
  }

  @Test
  void configurationSetsSeverities() {
    String budgets = "[budgets]\neventLoopWait = \"20ms\"\n";
    String error = budgets + "[rules]\nseverity = { common-pool-blocking = \"error\" }\n";
    String info = budgets + "[rules]\nseverity = { blocking = \"info\" }\n";

    assertThat(configured(error)).singleElement().asString().startsWith("ERROR");
    assertThat(configured(info)).singleElement().asString().startsWith("NOTE");
    assertThat(configured(error, "-Xep:CommonPoolBlocking:OFF")).isEmpty();
  }

  @Test
  void configurationThatIsBrokenIsOneWarningAndNothingElse() {
    List<String> said = configured("[budgets]\nspawnbound = 1\n[rules]\nselect = [\"blockin\"]\n");

    assertThat(said)
        .singleElement()
        .asString()
        .startsWith("WARNING")
        .contains("the configuration is left out: ")
        .contains("asynclint.toml:2:1: unknown key of [budgets] 'spawnbound'; did you mean")
        .contains("asynclint.toml:4:11: unknown rule, family or wave 'blockin'");
  }

  @Test
  void configurationThatIsMissingIsOneWarning() {
    Javac.Outcome outcome = compile("-XepOpt:AsyncLint:Config=" + folder.resolve("none.toml"));

    assertThat(outcome.succeeded()).isTrue();
    assertThat(outcome.lines())
        .singleElement()
        .asString()
        .contains("none.toml: cannot be read; check that it is a readable file");
  }

  @Test
  void summariesLeaveOutWhatTheBudgetAllows() throws IOException {
    Path summaries = folder.resolve("classes/META-INF/asynclint/summaries");
    String helper =
        """
        package shop;
        import java.util.concurrent.Future;
        import java.util.concurrent.TimeUnit;
        public class Helper {
          public static String ask(Future<String> other) throws Exception {
            return other.get(50, TimeUnit.MILLISECONDS);
          }
        }
        """;

    new Javac(folder).file("shop/Helper.java", helper).compile();
    assertThat(summaries).doesNotExist();
    new Javac(folder)
        .file("shop/Helper.java", helper)
        .with("-XepOpt:AsyncLint:Budgets:eventLoopWait=20ms")
        .compile();
    assertThat(summaries).content().contains("shop.Helper.ask");
  }
}
