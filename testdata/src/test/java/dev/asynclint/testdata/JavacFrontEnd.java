package dev.asynclint.testdata;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import dev.asynclint.core.engine.FrontEnd;
import dev.asynclint.core.ir.Unit;
import dev.asynclint.errorprone.lowering.JavacLowering;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Attributes sources with the running JDK's javac, against the class path of the tests. */
final class JavacFrontEnd implements FrontEnd {
  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

  /** One for all: it keeps the jars of the class path open. */
  private static final StandardJavaFileManager FILES =
      JAVAC.getStandardFileManager(null, null, StandardCharsets.UTF_8);

  private final boolean lenient;

  /**
   * A front end over javac.
   *
   * @param lenient whether to go on where javac tells of errors
   */
  JavacFrontEnd(boolean lenient) {
    this.lenient = lenient;
  }

  @Override
  public Lowered lower(List<Source> sources, Options options) {
    DiagnosticCollector<JavaFileObject> told = new DiagnosticCollector<>();
    StandardJavaFileManager manager = FILES;
    Map<URI, String> names = new HashMap<>();
    List<Path> paths = new ArrayList<>();
    for (Source source : sources) {
      names.put(source.path().toUri(), source.name());
      paths.add(source.path());
    }
    JavacTask task =
        (JavacTask)
            JAVAC.getTask(
                Writer.nullWriter(),
                manager,
                told,
                flags(options.release()),
                null,
                manager.getJavaFileObjectsFromPaths(paths));
    List<CompilationUnitTree> files = analyze(task);
    told.getDiagnostics().stream()
        .filter(one -> one.getKind() == Diagnostic.Kind.ERROR && !lenient)
        .findFirst()
        .ifPresent(
            error -> {
              throw new AssertionError("javac does not take it: " + error);
            });
    JavacLowering lowering = JavacLowering.of(task);
    List<Unit> units = new ArrayList<>();
    for (CompilationUnitTree file : files) {
      units.add(
          lowering.lower(file, names.get(file.getSourceFile().toUri()), JavacLowering.text(file)));
    }
    units.sort(Comparator.comparing(Unit::file));
    return new Lowered(units, lowering.types(), List.of(), new Resolution(1, 1));
  }

  private static List<CompilationUnitTree> analyze(JavacTask task) {
    try {
      List<CompilationUnitTree> files = new ArrayList<>();
      task.parse().forEach(files::add);
      task.analyze();
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> flags(int release) {
    List<String> flags =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-implicit:none",
                "-Xlint:none",
                "-cp",
                System.getProperty("java.class.path")));
    if (release > 17) {
      String running = Integer.toString(Runtime.version().feature());
      flags.addAll(List.of("--enable-preview", "--source", running));
    }
    return flags;
  }
}
