package dev.asynclint.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of this repository as they would be committed. */
final class SourceTree {
  private static final Set<String> NOT_TRACKED =
      Set.of(".git", "target", ".idea", ".vscode", ".asynclint");

  private SourceTree() {}

  /** The folder of the parent POM, seen from the module that runs the test. */
  static Path root() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path pom = folder.resolve("pom.xml");
      if (Files.exists(pom) && text(pom).contains("<module>analyzer-core</module>")) {
        return folder;
      }
    }
    throw new IllegalStateException("no folder above has the parent POM");
  }

  /** Every file, in a stable order. */
  static List<Path> files() {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          root(),
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes ignored) {
              return NOT_TRACKED.contains(folder.getFileName().toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              // A linked work tree has a file of this name.
              if (attributes.isRegularFile() && !file.endsWith(".git")) {
                files.add(file);
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files.stream().sorted().toList();
  }

  /** Our own Java files: no fixtures, no demo. */
  static List<Path> ownJava() {
    return files().stream()
        .filter(file -> file.toString().endsWith(".java"))
        .filter(file -> name(file).contains("/java/dev/asynclint/"))
        .toList();
  }

  /** The path within the repository, with {@code /}. */
  static String name(Path file) {
    return root().relativize(file).toString().replace('\\', '/');
  }

  /** The content; never fails on bytes that are no text. */
  static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
