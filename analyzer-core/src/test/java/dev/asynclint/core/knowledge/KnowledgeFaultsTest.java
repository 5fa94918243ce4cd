package dev.asynclint.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.asynclint.core.knowledge.KnowledgeException.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way a file can be wrong is told once, with its place and with what to do. */
class KnowledgeFaultsTest {

  static Stream<Arguments> memberLines() {
    return Stream.of(
        line("run()  blokcs file", 10, "unknown clause 'blokcs'; did you mean 'blocks'?"),
        line("run()  blocks fiel", 17, "unknown kind 'fiel'; did you mean 'file'?"),
        line("run()  waits for x", 16, "expected 'on' but found 'for'"),
        line("run(fn)  runs fm on caller", 17, "unknown label 'fm'; did you mean 'fn'?"),
        line(
            "run()  runs fn on caller",
            15,
            "the member has no label 'fn'; name its arguments in the parentheses"),
        line(
            "run(fn)  runs fn on evnt-loop",
            23,
            "unknown place to run 'evnt-loop'; did you mean 'event-loop'?"),
        line("run(fn, ex)  runs fn on ex", 27, "write 'executor ex' for the argument"),
        line(
            "run(fn)  runs fn on caller, often",
            31,
            "expected 'lazily' or 'per item', each once but found 'often'"),
        line("run()  makes cpu_pool", 16, "unknown context 'cpu_pool'; did you mean 'cpu-pool'?"),
        line(
            "run()  makes cpu-pool size",
            29,
            "expected a number, a label or 'unbounded' but found the end of the line"),
        line("run()  makes cpu-pool size 9999999999", 30, "the number 9999999999 is too large"),
        line("run()  acquires lok", 19, "unknown word 'lok'; did you mean 'lock'?"),
        line("run()  shifts to x", 17, "expected 'upstream' or 'downstream' but found 'to'"),
        line("run()  since soon", 16, "expected a Java release but found 'soon'"),
        line("run()  since 24; until 21", 1, "no Java release is from 24 and below 21"),
        line("run()  chains; chains", 18, "the clause is given twice; remove one"),
        line("run()  chains,", 16, "expected a label but found ','"),
        line("run()  chains;", 17, "expected a clause but found the end of the line"),
        line("run()", 8, "expected a clause but found the end of the line"),
        line("run  chains", 8, "expected '(' but found 'chains'"),
        line("run(a, a)  chains", 10, "the label 'a' is given twice; rename one"),
        line(
            "run(receiver)  chains",
            7,
            "'receiver' has a meaning of its own; name the argument otherwise"),
        line("run(a, *)  chains", 10, "'*' stands alone in the parentheses; name the argument"),
        line(
            "run()  measured file-exsts",
            19,
            "unknown row of the cost table 'file-exsts'; did you mean 'file-exists'?"),
        line("run()  unmeasured why", 21, "expected the reason, in quotes but found 'why'"),
        line("run()  instead text", 18, "expected a quoted text after 'instead' but found 'text'"),
        line("run()  instead \"text", 18, "the quoted text does not end; add a closing '\"'"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("memberLines")
  void memberLineIsRefused(String line, int column, String message) {
    assertThat(faults("library demo 1\ntype demo.Task\n  " + line + "\n"))
        .containsExactly(new Fault("a.knowledge", 3, column, message));
  }

  static Stream<Arguments> topLines() {
    return Stream.of(
        line("typ demo.Task", 1, "unknown directive 'typ'; did you mean 'type'?"),
        line("type demo.Task is futur", 19, "unknown tag 'futur'; did you mean 'future'?"),
        line("type demo.Task is hot, hot", 24, "the tag 'hot' is given twice; remove one"),
        line(
            "type Task",
            6,
            "'Task' is no fully qualified name; write it as in java.util.Map.Entry"),
        line("type demo.Task was hot", 16, "expected the end of the line but found 'was'"),
        line("library other 2", 1, "'library' stands once, on the first line; remove it"),
        line("hook demo.Task.run runs at caller", 25, "expected 'on' but found 'at'"),
        line(
            "hook demo.Task.run(x) runs on caller",
            20,
            "write the number of parameters instead of 'x'"),
        line(
            "hook demo.Task.run runs on loop",
            28,
            "unknown context 'loop'; use one of: "
                + "blocking-pool, bounded-pool, caller, cpu-pool, dedicated-thread, event-loop,"
                + " unknown, virtual-thread"),
        line(
            "annotation demo.Slow means slow",
            28,
            "expected 'blocking' or 'non-blocking' but found 'slow'"),
        line(
            "annotation demo.Slow handles event-loop, sometimes",
            42,
            "expected 'always' but found 'sometimes'"),
        line("words close mean over", 18, "unknown phase 'over'; use one of: end, release, start"),
        line("words Close mean end", 7, "write 'Close' as one word in lower case"),
        line("words close are end", 13, "expected 'mean' but found 'are'"),
        line("words close, close mean end", 14, "'close' stands in line 2 already; merge the two"),
        line(
            "annotation demo.Slow is slow",
            22,
            "expected 'runs on', 'handles', 'means', 'works' or 'weaves' but found 'is'"),
        line(
            "  run() chains",
            3,
            "an indented line is a member of a type; open one with 'type FQN' above"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("topLines")
  void lineIsRefused(String line, int column, String message) {
    assertThat(faults("library demo 1\n" + line + "\n"))
        .containsExactly(new Fault("a.knowledge", 2, column, message));
  }

  @Test
  void duplicatesAreRefused() {
    String text =
        """
        library demo 1
        type demo.Task
          run(a)  chains
          run(b)  completes
          run(*)  chains
        type demo.Other
          run(a)  chains
        type demo.Task
        hook demo.Task.go runs on caller
        hook demo.Task.go(1) runs on caller
        hook demo.Task.go runs on event-loop
        annotation demo.Slow means blocking
        annotation demo.Slow means non-blocking
        """;
    assertThat(faults(text))
        .containsExactly(
            fault(4, 3, "the member stands in line 3 already; merge the two"),
            fault(8, 6, "'demo.Task' stands in line 2 already; merge the two"),
            fault(11, 6, "'demo.Task.go' stands in line 9 already; merge the two"),
            fault(13, 12, "'demo.Slow' stands in line 12 already; merge the two"));
  }

  @Test
  void theLibraryLineMustComeFirst() {
    assertThat(faults("type demo.Task\n  run()  chains\n"))
        .containsExactly(
            fault(1, 1, "the first line must be 'library NAME VERSIONS'; add it above"));
    assertThat(faults("# nothing\n"))
        .containsExactly(fault(0, 0, "the first line must be 'library NAME VERSIONS'; add it"));
    assertThat(faults("library demo\n"))
        .containsExactly(
            fault(
                1,
                13,
                "expected the versions it speaks of, such as 3.4..3.8 but found the end of the"
                    + " line"));
  }

  @Test
  void theDialectStandsOnceBeforeAllTypes() {
    String told = "'dialect' stands once, right after 'library'; use one file per dialect";
    assertThat(faults("library demo 1\ndialect a\ndialect b\n")).containsExactly(fault(3, 1, told));
    assertThat(faults("library demo 1\ntype demo.A\ndialect b\n"))
        .containsExactly(fault(3, 1, told));
  }

  @Test
  void allFaultsOfAllFilesAreToldTogether() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("b.knowledge", "library demo 1\ntype demo.A\n  run()  blokcs; chians; chains\n");
    texts.put("a.knowledge", "library demo 1\nhok demo.A.run runs on caller\n");
    KnowledgeException thrown =
        catchThrowableOfType(KnowledgeException.class, () -> KnowledgeFiles.load(texts));
    assertThat(thrown)
        .hasMessage(
            """
            b.knowledge:3:10: unknown clause 'blokcs'; did you mean 'blocks'?
            b.knowledge:3:18: unknown clause 'chians'; did you mean 'chains'?
            a.knowledge:2:1: unknown directive 'hok'; did you mean 'hook'?""");
  }

  @Test
  void filesThatCannotBeReadAreToldWithTheOthers(@TempDir Path folder) throws IOException {
    Path missing = folder.resolve("missing.knowledge");
    Path latin = Files.write(folder.resolve("latin.knowledge"), new byte[] {'#', (byte) 0xe9});
    Path wrong = folder.resolve("wrong.knowledge");
    Files.writeString(wrong, "library demo 1\nhok x\n", StandardCharsets.UTF_8);
    KnowledgeException thrown =
        catchThrowableOfType(
            KnowledgeException.class, () -> KnowledgeFiles.load(List.of(missing, latin, wrong)));
    assertThat(thrown.faults())
        .containsExactly(
            new Fault(missing.toString(), 0, 0, "cannot be read; check that it is a readable file"),
            new Fault(latin.toString(), 0, 0, "is not UTF-8 text; save it as UTF-8"),
            new Fault(wrong.toString(), 2, 1, "unknown directive 'hok'; did you mean 'hook'?"));
  }

  private static List<Fault> faults(String text) {
    return catchThrowableOfType(
            KnowledgeException.class, () -> KnowledgeFiles.load(Map.of("a.knowledge", text)))
        .faults();
  }

  private static Fault fault(int line, int column, String message) {
    return new Fault("a.knowledge", line, column, message);
  }

  private static Arguments line(String text, int column, String message) {
    return Arguments.of(text, column, message);
  }
}
