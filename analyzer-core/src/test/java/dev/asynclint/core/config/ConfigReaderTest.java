package dev.asynclint.core.config;

import static dev.asynclint.core.config.Samples.BUDGETS;
import static dev.asynclint.core.config.Samples.NAMES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.asynclint.core.knowledge.Context;
import dev.asynclint.core.knowledge.Knowledge;
import dev.asynclint.core.knowledge.KnowledgeFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {
  @TempDir private Path folder;

  private Config read(String text) throws IOException, ConfigException {
    Path file = Files.writeString(folder.resolve(Config.FILE), text);
    return new ConfigReader(NAMES, BUDGETS).read(file, "asynclint.toml");
  }

  private List<String> faults(String text) {
    ConfigException refused = catchThrowableOfType(ConfigException.class, () -> read(text));
    assertThat(refused).as("refused").isNotNull();
    return refused.faults().stream().map(ConfigException.Fault::toString).toList();
  }

  @Test
  void everySectionIsRead() throws Exception {
    Files.writeString(folder.resolve("own.knowledge"), "");

    Config config =
        read(
            """
            [rules]
            select = ["blocking", "wave-2"]
            ignore = ["grab-it-all"]
            severity.nap-at-work = "info"
            [budgets]
            naps = 4
            [knowledge]
            files = ["own.knowledge"]
            [[overrides]]
            paths = ["/src/it/", "!Keep*.java"]
            severity = { blocking = "off" }
            """);

    assertThat(config.rules())
        .isEqualTo(
            new RuleChoice(
                List.of("blocking", "wave-2"),
                List.of("grab-it-all"),
                Map.of("nap-at-work", Level.INFO)));
    assertThat(config.budgets()).isEqualTo(Map.of("naps", "4"));
    assertThat(config.knowledge()).containsExactly(folder.resolve("own.knowledge"));
    assertThat(config.overrides()).hasSize(1);
    assertThat(config.overrides().get(0).rules().severity())
        .isEqualTo(Map.of("blocking", Level.OFF));
    assertThat(config.origins())
        .containsEntry("budgets.naps", "asynclint.toml:6:1")
        .containsEntry("rules.severity.nap-at-work", "asynclint.toml:4:10");
  }

  @Test
  void emptyFileSaysNothing() throws Exception {
    Config config = read("\uFEFF# nothing\n");

    assertThat(config.rules()).isEqualTo(RuleChoice.NONE);
    assertThat(config.budgets()).isEmpty();
    assertThat(config.contexts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[rule]              | 1:2: unknown section or key 'rule'; did you mean 'rules'?",
        "zoo = 1             | 1:1: unknown section or key 'zoo'; there are rules, budgets, kn",
        "rules = 1           | 1:9: 'rules' is a number; it must be a table such as [rules]",
        "rules.selct = []    | 1:7: unknown key of [rules] 'selct'; did you mean 'select'?",
        "rules.select = 'a'  | 1:16: 'select' is a text; it must be a list such as [\"…\"]",
        "rules.select = [1]  | 1:17: an item of 'select' is a number; it must be a text in quo",
        "rules.select = []   | 1:16: 'select' is empty; leave it out to say nothing",
        "rules.ignore = ['nap-at-wrk'] | 1:17: unknown rule, family or wave 'nap-at-wrk'; did",
        "rules.severity.blocking = 'eror' | 1:27: unknown severity 'eror'; did you mean 'error",
        "rules.severity.zoo = 'off'  | 1:16: unknown rule, family or wave 'zoo'",
        "budgets.nap = 2     | 1:9: unknown key of [budgets] 'nap'; did you mean 'naps'?",
        "budgets.naps = 3    | 1:16: naps is 3, not an even number",
        "budgets.naps = true | 1:16: 'naps' is true; it must be a text or a number",
        "knowledge.files = ['none'] | 1:20: 'none' is no file; paths start from this folder",
        "[[overrides]]       | 1:3: 'paths' is missing: which files does this hold for?",
        "overrides = 1       | 1:13: 'overrides' is a number; it must be tables that start with",
        "overrides = [{ paths = ['#'] }] | 1:25: '#' matches no path",
        "contexts.annotations.'a.B' = 'loop' | 1:30: unknown context 'loop'; there are",
        "contexts.annotations.'a-B' = 'event-loop' | 1:22: 'a-B' is no annotation type",
        "contexts.methods.handle = 'event-loop' | 1:18: 'handle' is no method such as",
        "contexts.methods.'a.B.c' = 'blocking' | 1:28: unknown context 'blocking'",
        "rules.select = ['a  | 1:17: the text does not end; add a closing '",
      })
  void whatIsWrongIsToldWithItsPlace(String text, String expected) {
    assertThat(faults(text)).singleElement().asString().startsWith("asynclint.toml:" + expected);
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    assertThat(faults("[rules]\nselect = [\"zoo\", 7]\nignor = []\n[budgets]\nnaps = \n"))
        .hasSize(4)
        .isSortedAccordingTo(String::compareTo);
  }

  @Test
  void filesThatCannotBeReadAreTold() throws IOException {
    ConfigReader reader = new ConfigReader(NAMES, BUDGETS);
    Path binary = Files.write(folder.resolve("b"), "a\nbü".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(
            catchThrowableOfType(
                ConfigException.class, () -> reader.read(folder.resolve("x"), "x")))
        .hasMessage("x: cannot be read; check that it is a readable file");
    assertThat(catchThrowableOfType(ConfigException.class, () -> reader.read(binary, "b")))
        .hasMessage("b:2:2: is not UTF-8 text; save it as UTF-8");
  }

  @Test
  void contextsBecomeKnowledge() throws Exception {
    Config config =
        read(
            """
            [contexts.annotations]
            "shop.OnLoop" = "event-loop"
            "shop.Slow" = "blocking"
            [contexts.methods]
            "shop.Handler.handle" = "event-loop"
            "shop.Handler.ask(2)" = "blocking-pool"
            """);

    Knowledge knowledge = KnowledgeFiles.load(Map.of("own", config.contexts()));

    assertThat(knowledge.annotation("shop.OnLoop").orElseThrow().context())
        .isEqualTo(Context.EVENT_LOOP);
    assertThat(knowledge.annotation("shop.Slow").orElseThrow().meaning())
        .isEqualTo(Knowledge.AnnotationModel.Meaning.BLOCKING);
    assertThat(knowledge.hooks().map(Knowledge.Hook::name)).containsExactly("ask", "handle");
  }

  @Test
  void nearestFileUpToTheRepositoryCounts() throws IOException {
    Path repository = Files.createDirectories(folder.resolve("repo"));
    Path inner = Files.createDirectories(repository.resolve("a/b"));
    Files.createDirectory(repository.resolve(".git"));
    Files.writeString(folder.resolve(Config.FILE), "");

    assertThat(ConfigFinder.nearest(inner)).isEmpty();
    Path file = Files.writeString(repository.resolve(Config.FILE), "");
    assertThat(ConfigFinder.nearest(inner)).contains(file.toAbsolutePath());
    Path nearer = Files.writeString(repository.resolve("a").resolve(Config.FILE), "");
    assertThat(ConfigFinder.nearest(inner)).contains(nearer.toAbsolutePath());
  }
}
