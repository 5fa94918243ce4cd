package dev.asynclint.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mending with all that ships: comments that ignore nothing have an edit that is safe. */
final class FixTest {
  private static final String LEFT_OVER =
      "class A {\r\n  // asynclint: ignore blocking-call-in-async -- so\r\n  int x;\t\r\n}";
  private static final String MENDED = "class A {\r\n  int x;\t\r\n}";

  @TempDir private Path folder;

  private record Run(int status, String out, String err) {}

  private Run scan(String... options) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(out), new PrintWriter(err), folder, Map.of(), false, false);
    String[] arguments = new String[options.length + 2];
    arguments[0] = "scan";
    arguments[1] = "-q";
    System.arraycopy(options, 0, arguments, 2, options.length);
    int status = new Commands(terminal, Parts.shipped()).run(arguments);
    return new Run(status, out.toString(), err.toString());
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("A.java"), text);
  }

  @Test
  void fixChangesTheFileAndReportsTheRest() throws IOException {
    Path file = file(LEFT_OVER);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-----"));

    Run run = scan("--fix", "--fail-on=info");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEqualTo("asynclint: mended 1 finding in 1 file\n");
    assertThat(file).content().isEqualTo(MENDED);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rwxr-----");
    assertThat(scan("--fix").err()).as("a second run changes nothing").isEmpty();
    assertThat(file).content().isEqualTo(MENDED);
  }

  @Test
  void diffChangesNothing() throws IOException {
    Path file = file(LEFT_OVER);

    Run run = scan("--diff");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            --- a/A.java
            +++ b/A.java
            @@ -1,4 +1,3 @@
             class A {\r
            -  // asynclint: ignore blocking-call-in-async -- so\r
               int x;\t\r
             }
            \\ No newline at end of file
            """);
    assertThat(file).content().isEqualTo(LEFT_OVER);
    file(MENDED);
    assertThat(scan("--diff")).isEqualTo(new Run(0, "", ""));
  }

  @Test
  void filesThatDoNotParseAreLeftAlone() throws IOException {
    Path file = file(LEFT_OVER.replace("int x", "int = ; // asynclint: ignore zoo -- so"));
    String before = Files.readString(file);

    assertThat(scan("--fix").status()).isEqualTo(3);
    assertThat(file).content().isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", "  ", "   ", "    "})
  void newLinesAreIndentedAsTheFileIs(String step) throws IOException {
    String before =
        """
        class A {
        >void pause() {
        >>try {
        >>>Thread.sleep(1);
        >>} catch (InterruptedException e) {
        >>>System.out.println("d\u00E9j\u00E0");
        >>}
        >}
        }""";
    String after = before.replace(" e) {\n", " e) {\n>>>Thread.currentThread().interrupt();\n");
    Path file = folder.resolve("A.java");
    Files.writeString(file, before.replace(">", step), ISO_8859_1);
    String[] options = {"--select=swallowed-interrupt", "--encoding=latin1", "--unsafe-fixes"};

    Run diff = scan(options[0], options[1], options[2], "--diff");
    assertThat(diff.status()).isEqualTo(2);
    assertThat(diff.err()).startsWith("asynclint: --diff: A.java is in ISO-8859-1, and patches");

    scan(options[0], options[1], options[2], "--fix");
    assertThat(Files.readString(file, ISO_8859_1)).isEqualTo(after.replace(">", step));
  }

  @Test
  void encodingThatIsNoneEndsWithTwo() {
    Run run = scan("--encoding=utf-9");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("this Java knows no encoding 'utf-9'");
  }

  @Test
  void optionsThatContradictEndWithTwo() throws IOException {
    file(MENDED);

    assertThat(scan("--fix", "--diff").err()).contains("--fix and --diff cannot go together");
    assertThat(scan("--unsafe-fixes").status()).isEqualTo(2);
  }
}
