package dev.asynclint.errorprone;

import com.google.errorprone.BaseErrorProneJavaCompiler;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.scanner.ScannerSupplier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/** Compiles sources with the installed checks. */
final class Javac {
  private final Path folder;
  private final Map<String, String> sources = new TreeMap<>();
  private final List<String> options = new ArrayList<>();

  Javac(Path folder) {
    this.folder = folder;
  }

  /** What the compiler said. */
  record Outcome(boolean succeeded, List<Diagnostic<? extends JavaFileObject>> diagnostics) {
    /** Everything said, with file and line where they are known. */
    List<String> lines() {
      return diagnostics.stream()
          .map(
              d ->
                  d.getKind()
                      + " "
                      + (d.getSource() == null
                          ? ""
                          : Path.of(d.getSource().getName()).getFileName())
                      + ":"
                      + d.getLineNumber()
                      + " "
                      + d.getMessage(Locale.ROOT))
          .toList();
    }
  }

  static List<Class<? extends RuleChecker>> checks() {
    List<Class<? extends RuleChecker>> checks = new ArrayList<>();
    ServiceLoader.load(BugChecker.class).stream()
        .filter(provider -> RuleChecker.class.isAssignableFrom(provider.type()))
        .forEach(provider -> checks.add(provider.type().asSubclass(RuleChecker.class)));
    return checks;
  }

  Javac file(String name, String text) {
    sources.put(name, text);
    return this;
  }

  Javac with(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  Path classes() {
    return folder.resolve("classes");
  }

  Outcome compile() {
    List<Path> files = new ArrayList<>();
    try {
      Files.createDirectories(classes());
      for (Map.Entry<String, String> source : sources.entrySet()) {
        Path file = folder.resolve("src").resolve(source.getKey());
        Files.createDirectories(file.getParent());
        files.add(Files.writeString(file, source.getValue()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> all = new ArrayList<>(List.of("-d", classes().toString(), "-proc:none"));
    if (options.stream().noneMatch(option -> option.startsWith("-XDcompilePolicy"))) {
      all.add("-XDcompilePolicy=simple");
    }
    all.add("--should-stop=ifError=FLOW");
    // Notes that nearly every scenario here would get besides what it is about.
    List.of("ImplicitCommonPool", "IgnoredFuture", "WaitWithoutTimeout")
        .forEach(check -> all.add("-Xep:" + check + ":OFF"));
    all.addAll(options);
    BaseErrorProneJavaCompiler compiler =
        new BaseErrorProneJavaCompiler(
            ScannerSupplier.fromBugCheckerClasses(List.copyOf(checks())));
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    StandardJavaFileManager manager =
        compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8);
    boolean succeeded =
        compiler
            .getTask(null, manager, said, all, null, manager.getJavaFileObjectsFromPaths(files))
            .call();
    return new Outcome(succeeded, said.getDiagnostics());
  }
}
