package dev.asynclint.errorprone;

import com.sun.tools.javac.util.Context;
import dev.asynclint.core.summary.CallableSummary;
import dev.asynclint.core.summary.SummaryText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** Where summaries cross the border of a compilation: its class path in, its classes out. */
final class ModuleBorder {
  private final JavaFileManager files;

  ModuleBorder(Context context) {
    this.files = context.get(JavaFileManager.class);
  }

  /** Jars and folders of everything the compilation may refer to. */
  List<Path> classPath() {
    List<Path> path = new ArrayList<>();
    if (files instanceof StandardJavaFileManager standard) {
      for (StandardLocation location :
          List.of(StandardLocation.CLASS_PATH, StandardLocation.MODULE_PATH)) {
        Iterable<? extends Path> entries = standard.getLocationAsPaths(location);
        if (entries != null) {
          entries.forEach(path::add);
        }
      }
    }
    return path;
  }

  /**
   * Puts summaries beside the classes; none when there is nothing to say, so that an earlier
   * compilation's do not stay. Compilations that keep no classes keep no summaries.
   */
  void write(List<CallableSummary> summaries) throws IOException {
    if (!files.hasLocation(StandardLocation.CLASS_OUTPUT)) {
      return;
    }
    FileObject file =
        files.getFileForOutput(StandardLocation.CLASS_OUTPUT, "", SummaryText.PATH, null);
    if (summaries.isEmpty()) {
      file.delete();
      return;
    }
    try (OutputStream out = file.openOutputStream()) {
      out.write(SummaryText.write(summaries).getBytes(StandardCharsets.UTF_8));
    }
  }
}
