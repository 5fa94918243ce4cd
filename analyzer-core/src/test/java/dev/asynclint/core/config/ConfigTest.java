package dev.asynclint.core.config;

import static dev.asynclint.core.config.Samples.BUDGETS;
import static dev.asynclint.core.config.Samples.GRAB;
import static dev.asynclint.core.config.Samples.NAMES;
import static dev.asynclint.core.config.Samples.NAP;
import static dev.asynclint.core.config.Samples.finding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.core.facts.Confidence;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a configuration makes of findings. */
class ConfigTest {
  @TempDir private Path folder;

  private Config config(String text) throws Exception {
    Path file = Files.writeString(folder.resolve(Config.FILE), text);
    return new ConfigReader(NAMES, BUDGETS).read(file, Config.FILE);
  }

  private Optional<Severity> judge(Config config, AsyncRule rule, String path) {
    return config
        .judge(rule, finding(rule, Confidence.HIGH), folder.resolve(path))
        .map(Finding::severity);
  }

  @Test
  void nothingConfiguredChangesNothing() {
    assertThat(judge(Config.NONE, NAP, "A.java")).contains(Severity.WARNING);
    assertThat(Config.NONE.runs(GRAB)).isTrue();
  }

  @Test
  void ignoreIsStrongerThanSelect() throws Exception {
    Config config = config("[rules]\nselect = [\"all\"]\nignore = [\"locks\"]\n");

    assertThat(judge(config, NAP, "A.java")).isPresent();
    assertThat(judge(config, GRAB, "A.java")).isEmpty();
    assertThat(config.runs(GRAB)).isFalse();
  }

  @Test
  void nameThatMeansFewerRulesWins() throws Exception {
    Config config =
        config("[rules.severity]\nall = \"info\"\nlocks = \"off\"\ngrab-it-all = \"warning\"\n");

    assertThat(judge(config, NAP, "A.java")).contains(Severity.INFO);
    assertThat(judge(config, GRAB, "A.java")).contains(Severity.WARNING);
  }

  @Test
  void whatIsUnsureIsNeverAnError() throws Exception {
    Config config = config("[rules.severity]\nall = \"error\"\n");

    assertThat(config.judge(NAP, finding(NAP, Confidence.MEDIUM), folder.resolve("A.java")))
        .map(Finding::severity)
        .contains(Severity.WARNING);
    assertThat(judge(config, NAP, "A.java")).contains(Severity.ERROR);
  }

  @Test
  void overridesHoldForTheirFilesAlone() throws Exception {
    Config config =
        config(
            """
            [rules]
            ignore = ["nap-at-work"]
            [[overrides]]
            paths = ["app/"]
            select = ["blocking"]
            severity = { blocking = "error" }
            [[overrides]]
            paths = ["*Legacy.java", "!KeepLegacy.java"]
            ignore = ["all"]
            """);

    assertThat(judge(config, NAP, "lib/A.java")).isEmpty();
    assertThat(judge(config, NAP, "x/app/A.java")).contains(Severity.ERROR);
    assertThat(judge(config, GRAB, "app/A.java")).isEmpty();
    assertThat(judge(config, GRAB, "lib/A.java")).contains(Severity.ERROR);
    assertThat(judge(config, GRAB, "lib/OldLegacy.java")).isEmpty();
    assertThat(judge(config, GRAB, "lib/KeepLegacy.java")).contains(Severity.ERROR);
    assertThat(config.runs(NAP)).as("runs somewhere").isTrue();
  }

  @Test
  void pathsStartFromTheFolderOfTheFile() throws Exception {
    Config config = config("[[overrides]]\npaths = [\"/src\"]\nignore = [\"all\"]\n");

    assertThat(judge(config, NAP, "src/A.java")).isEmpty();
    assertThat(judge(config, NAP, "lib/src/A.java")).isPresent();
    assertThat(config.judge(NAP, finding(NAP, Confidence.HIGH), Path.of("/src/A.java")))
        .isPresent();
  }
}
