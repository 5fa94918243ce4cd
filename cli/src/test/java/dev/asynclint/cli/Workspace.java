package dev.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A folder in which commands of asynclint and of git are run. */
record Workspace(Path folder) {

  /** What a command of asynclint ended with and printed. */
  record Run(int status, String out, String err) {}

  Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(out), new PrintWriter(err), folder, Map.of(), false, false);
    int status = new Commands(terminal, Parts.shipped()).run(arguments);
    return new Run(status, out.toString(), err.toString());
  }

  /** Lines of a scan, one a finding. */
  List<String> scan(String... more) {
    List<String> all = new ArrayList<>(List.of("scan", "-q", "--format=concise"));
    all.addAll(Arrays.asList(more));
    return run(all.toArray(String[]::new)).out().lines().toList();
  }

  void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  void git(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-C", folder.toString(), "-c", "user.name=a", "-c", "user.email=a@b"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    byte[] said = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).as(command + " says " + new String(said)).isZero();
  }

  void commit(String subject) throws IOException, InterruptedException {
    git("add", "-A");
    git("commit", "-qm", subject);
  }
}
