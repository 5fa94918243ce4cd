package dev.asynclint.cli.report;

import dev.asynclint.cli.scan.ScanResult;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * A file a report goes to. It is written whole or not at all: first beside its place, then moved
 * there in one step. Devices and pipes are written directly.
 */
public record ReportFile(Path path) {
  private static final int ATTEMPTS = 100;

  /**
   * Writes the file, replacing an earlier one.
   *
   * @throws IOException if it cannot be written; an earlier file is then still as it was
   */
  public void write(Report report, ScanResult result) throws IOException {
    write(out -> report.write(result, out));
  }

  /** What a file is to hold. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it; the writer is not closed. */
    void write(Writer out) throws IOException;
  }

  /** Writes any other file in the same way, in UTF-8. */
  public void write(Content content) throws IOException {
    write(content, StandardCharsets.UTF_8);
  }

  /** Writes any other file in the same way. A character the encoding lacks is an error. */
  public void write(Content content, Charset encoding) throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      fill(path, content, encoding, StandardOpenOption.WRITE);
      return;
    }
    Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    Path beside = create(target);
    try {
      fill(beside, content, encoding, StandardOpenOption.WRITE);
      keepPermissions(target, beside);
      move(beside, target);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /**
   * An empty file that is ours. A process that was killed may have left one of its number, which
   * another process can bear later.
   */
  private static Path create(Path target) throws IOException {
    String name = "." + target.getFileName() + "." + ProcessHandle.current().pid();
    for (int attempt = 0; ; attempt++) {
      Path beside = target.resolveSibling(attempt == 0 ? name : name + "-" + attempt);
      try {
        return Files.createFile(beside);
      } catch (FileAlreadyExistsException e) {
        if (attempt == ATTEMPTS) {
          throw new IOException("remove " + beside + ", which a killed process has left");
        }
      }
    }
  }

  private static void fill(
      Path path, Content content, Charset encoding, StandardOpenOption... options)
      throws IOException {
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(Files.newOutputStream(path, options), encoding.newEncoder()))) {
      content.write(out);
    }
  }

  /** A file that takes the place of another is open to the same people. */
  private static void keepPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view != null && Files.exists(from)) {
      view.setPermissions(Files.getPosixFilePermissions(from));
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
