package dev.asynclint.javaparser.classpath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of class files, laid out by package. */
final class FolderContainer implements Container {
  private static final String ENDING = ".class";

  private final Path root;

  FolderContainer(Path root) {
    this.root = root;
  }

  @Override
  public String name() {
    return root.toString();
  }

  @Override
  public List<String> classes(String packageName) {
    Path folder;
    try {
      folder = root.resolve(packageName.replace('.', '/'));
    } catch (InvalidPathException e) {
      return List.of(); // a name no file can have
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .toList();
    } catch (IOException e) {
      return List.of(); // most packages are not in most folders
    }
  }

  @Override
  public boolean hasModule() {
    return Files.isRegularFile(root.resolve("module-info.class"));
  }

  @Override
  public byte[] read(String entry) throws IOException {
    return Files.readAllBytes(root.resolve(entry));
  }

  @Override
  public void close() {}
}
