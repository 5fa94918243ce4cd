package dev.asynclint.prove.cost;

import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Files of a local disk that the operating system has in memory. */
final class FileCalls {
  private static final int SMALL = 4 << 10;
  private static final int LARGE = 1 << 20;
  private static final int MANY = 100;

  private FileCalls() {}

  static List<Call> all() {
    return List.of(
        new Call(
            "file-exists",
            "Files.exists",
            "a file that is there",
            bench -> {
              Path file = bench.file(SMALL);
              return () -> Files.exists(file);
            }),
        new Call(
            "file-missing",
            "Files.exists",
            "a file that is not there",
            bench -> {
              Path file = bench.folder().resolve("none");
              return () -> Files.exists(file);
            }),
        new Call(
            "file-old-exists",
            "File.exists",
            "a file that is there",
            bench -> {
              File file = bench.file(SMALL).toFile();
              return file::exists;
            }),
        new Call(
            "file-size",
            "Files.size",
            "a file that is there",
            bench -> {
              Path file = bench.file(SMALL);
              return () -> Files.size(file);
            }),
        new Call(
            "file-attributes",
            "Files.readAttributes",
            "a file that is there",
            bench -> {
              Path file = bench.file(SMALL);
              return () -> Files.readAttributes(file, BasicFileAttributes.class);
            }),
        new Call(
            "file-channel-open",
            "FileChannel.open",
            "for reading, and closed",
            bench -> {
              Path file = bench.file(SMALL);
              return () -> {
                try (FileChannel channel = FileChannel.open(file)) {
                  return channel.isOpen();
                }
              };
            }),
        new Call(
            "file-stream-open",
            "new FileInputStream",
            "and closed",
            bench -> {
              File file = bench.file(SMALL).toFile();
              return () -> {
                try (FileInputStream in = new FileInputStream(file)) {
                  return in.getFD();
                }
              };
            }),
        new Call(
            "file-read-4k",
            "Files.readAllBytes",
            "4 KiB",
            bench -> {
              Path file = bench.file(SMALL);
              return () -> Files.readAllBytes(file);
            }),
        new Call(
            "file-read-1m",
            "Files.readAllBytes",
            "1 MiB",
            bench -> {
              Path file = bench.file(LARGE);
              return () -> Files.readAllBytes(file);
            }),
        new Call(
            "file-lines-4k",
            "Files.readAllLines",
            "4 KiB",
            bench -> {
              Path file = bench.file(SMALL);
              return () -> Files.readAllLines(file);
            }),
        new Call(
            "file-write-4k",
            "Files.write",
            "4 KiB over a file that is there",
            bench -> {
              Path file = bench.file(SMALL);
              byte[] bytes = Bench.text(SMALL);
              return () -> Files.write(file, bytes);
            }),
        new Call(
            "file-force-4k",
            "FileChannel.force",
            "after 4 KiB were written",
            bench -> {
              FileChannel channel =
                  bench.closing(FileChannel.open(bench.file(SMALL), StandardOpenOption.WRITE));
              byte[] bytes = Bench.text(SMALL);
              return () -> {
                int written = channel.write(ByteBuffer.wrap(bytes), 0);
                channel.force(false);
                return written;
              };
            }),
        new Call(
            "file-create",
            "Files.createTempFile",
            "and deleted",
            bench -> {
              Path folder = bench.folder();
              return () -> {
                Path file = Files.createTempFile(folder, "a", "b");
                Files.delete(file);
                return file;
              };
            }),
        new Call(
            "file-list-100",
            "Files.list",
            "100 files",
            bench -> {
              Path folder = bench.files(MANY);
              return () -> {
                try (Stream<Path> files = Files.list(folder)) {
                  return files.count();
                }
              };
            }),
        new Call(
            "file-walk-100",
            "Files.walk",
            "100 files",
            bench -> {
              Path folder = bench.files(MANY);
              return () -> {
                try (Stream<Path> files = Files.walk(folder)) {
                  return files.count();
                }
              };
            }),
        new Call(
            "folder-iterator",
            "DirectoryStream.iterator",
            "100 files, and gone through",
            bench -> {
              Path folder = bench.files(MANY);
              return () -> {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                  int count = 0;
                  for (Path file : files) {
                    count += file.getNameCount();
                  }
                  return count;
                }
              };
            }),
        new Call(
            "zip-entry",
            "ZipFile.getInputStream",
            "an entry of 4 KiB, and read",
            bench -> {
              Path file = bench.folder().resolve("archive.zip");
              try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
                out.putNextEntry(new ZipEntry("entry"));
                out.write(Bench.text(SMALL));
              }
              ZipFile zip = bench.closing(new ZipFile(file.toFile()));
              return () -> {
                try (InputStream in = zip.getInputStream(zip.getEntry("entry"))) {
                  return in.readAllBytes();
                }
              };
            }),
        new Call(
            "resource-stream",
            "Class.getResourceAsStream",
            "a resource of 1 KiB, and read",
            bench ->
                () -> {
                  try (InputStream in = FileCalls.class.getResourceAsStream("FileCalls.class")) {
                    return in.readNBytes(1 << 10);
                  }
                }));
  }
}
