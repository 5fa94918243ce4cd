package dev.asynclint.prove;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The classes of a pair that is written for a later Java than the build, made when it is run. */
final class Compiled implements AutoCloseable {
  private final Path folder;

  private Compiled(Path folder) {
    this.folder = folder;
  }

  /**
   * Compiles a pair with the compiler of the running Java; must be closed.
   *
   * @throws IOException when that is not possible, with the reason
   */
  static Compiled of(Pair pair, List<Path> classPath) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IOException("this Java has no compiler, which it needs");
    }
    Compiled compiled = new Compiled(Files.createTempDirectory("asynclint"));
    try {
      DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
      String path =
          classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
      String release = Integer.toString(pair.from());
      List<String> options =
          List.of(
              "-proc:none",
              "-Xlint:none",
              "--release",
              release,
              "-cp",
              path,
              "-d",
              compiled.name());
      List<Text> texts =
          List.of(
              new Text(Pair.file(pair.name(), "Bad"), pair.bad()),
              new Text(Pair.file(pair.name(), "Good"), pair.good()));
      if (!compiler.getTask(null, null, told, options, null, texts).call()) {
        throw new IOException(
            told.getDiagnostics().stream()
                .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                .map(one -> one.getLineNumber() + ": " + one.getMessage(null))
                .collect(Collectors.joining("; ")));
      }
      return compiled;
    } catch (IOException | RuntimeException e) {
      compiled.close();
      throw e;
    }
  }

  /** Where the classes are. */
  Path folder() {
    return folder;
  }

  private String name() {
    return folder.toString();
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(String file, String text) {
      super(URI.create("string:///" + file), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
