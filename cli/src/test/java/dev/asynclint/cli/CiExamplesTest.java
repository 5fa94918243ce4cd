package dev.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What is shown to be copied can be copied: it is YAML, and its commands are commands. */
final class CiExamplesTest {
  private static final Path ROOT = Path.of("..");
  private static final Path HOOKS = ROOT.resolve(".pre-commit-hooks.yaml");
  private static final Pattern FENCED = Pattern.compile("(?s)```yaml\n(.*?)```");
  private static final Pattern SCAN =
      Pattern.compile("asynclint(?:\"|) scan ((?:[^\n\\\\]|\\\\\n)*)");

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("docs/ci"))) {
      return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList().stream();
    }
  }

  private static JsonNode yaml(String text) throws IOException {
    return new YAMLMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(text);
  }

  /** Every text in a document, blocks as they are folded. */
  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isTextual()) {
      texts.add(node.asText());
    }
    node.forEach(child -> texts.addAll(texts(child)));
    return texts;
  }

  @ParameterizedTest
  @MethodSource("files")
  void commandsOfJobsAreCommands(Path file) throws IOException {
    List<String> commands = new ArrayList<>();
    for (String text : texts(yaml(Files.readString(file)))) {
      SCAN.matcher(text).results().map(found -> found.group(1)).forEach(commands::add);
    }
    assertThat(commands).isNotEmpty().allSatisfy(command -> accepted(words(command)));
  }

  /** Words of a shell, a variable for any of its values. */
  private static List<String> words(String command) {
    String line = command.replace("\\\n", " ").replace("\"", "");
    return Stream.of(line.strip().split("\\s+"))
        .map(word -> word.replaceAll("\\$\\{[^}]*}|\\$\\w+", "x"))
        .toList();
  }

  @Test
  void hooksAreHooksOfTheLauncher() throws IOException {
    JsonNode hooks = yaml(Files.readString(HOOKS));
    assertThat(hooks).isNotEmpty();
    for (JsonNode hook : hooks) {
      Path entry = ROOT.resolve(hook.path("entry").asText());
      assertThat(Files.isExecutable(entry)).isTrue();
      assertThat(hook.path("language").asText()).isEqualTo("script");
      accepted(arguments(hook));
    }
  }

  /** Its options are options of scan, and their values fit. */
  private static void accepted(List<String> arguments) {
    List<String> options =
        arguments.subList(arguments.get(0).equals("scan") ? 1 : 0, arguments.size());
    new CommandLine(new ScanCommand(null, null)).parseArgs(options.toArray(String[]::new));
  }

  @Test
  void wrongOptionsAreSeen() {
    assertThatExceptionOfType(CommandLine.ParameterException.class)
        .isThrownBy(() -> accepted(words("scan . --exit-zer")));
    assertThatExceptionOfType(CommandLine.ParameterException.class)
        .isThrownBy(() -> accepted(words(". --format \"htm=$FILE\"")));
  }

  @Test
  void examplesOfThePageNameHooks() throws IOException {
    List<String> hooks =
        StreamSupport.stream(yaml(Files.readString(HOOKS)).spliterator(), false)
            .map(hook -> hook.path("id").asText())
            .toList();
    Matcher blocks = FENCED.matcher(Files.readString(ROOT.resolve("docs/ci/README.md")));
    int examples = 0;
    while (blocks.find()) {
      JsonNode block = yaml(blocks.group(1));
      for (JsonNode hook : block.isArray() ? block : block.at("/repos/0/hooks")) {
        assertThat(hooks).contains(hook.path("id").asText());
        if (hook.has("args")) {
          accepted(arguments(hook));
        }
        examples++;
      }
    }
    assertThat(examples).isEqualTo(2);
  }

  private static List<String> arguments(JsonNode hook) {
    List<String> arguments = new ArrayList<>();
    hook.path("args").forEach(argument -> arguments.add(argument.asText()));
    return arguments;
  }
}
