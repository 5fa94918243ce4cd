package dev.asynclint.javaparser.oracle;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Asks javac what every call means. */
final class JavacTruth {
  /**
   * What javac says.
   *
   * @param sites calls it resolved
   * @param unresolved how many it could not resolve
   */
  record Answers(List<Site> sites, int unresolved) {}

  private JavacTruth() {}

  /**
   * Attributes files together.
   *
   * @param files path of each, with the name to report
   */
  static Answers of(Map<Path, String> files, List<Path> classPath) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> ignored = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-proc:none",
            "-implicit:none",
            "-Xlint:none",
            "-encoding",
            "UTF-8",
            "-cp",
            classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    try (StandardJavaFileManager manager =
        javac.getStandardFileManager(ignored, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              javac.getTask(
                  Writer.nullWriter(),
                  manager,
                  ignored,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(files.keySet()));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      task.analyze();
      SiteScanner scanner = new SiteScanner(task);
      for (CompilationUnitTree unit : units) {
        scanner.scanFile(unit, files.get(Path.of(unit.getSourceFile().toUri())));
      }
      return scanner.answers();
    }
  }
}
