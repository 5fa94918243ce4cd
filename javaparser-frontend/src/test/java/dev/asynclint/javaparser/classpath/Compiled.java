package dev.asynclint.javaparser.classpath;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Sources compiled for a test. */
final class Compiled {
  private Compiled() {}

  /** Compiles files, given as path and text by turns, to a folder of class files. */
  static Path folder(Path root, String... pathsAndTexts) throws IOException {
    List<String> args = new ArrayList<>(List.of("-d", root.resolve("classes").toString()));
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      Path source = root.resolve("sources").resolve(pathsAndTexts[i]);
      Files.createDirectories(source.getParent());
      Files.writeString(source, pathsAndTexts[i + 1]);
      args.add(source.toString());
    }
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    if (javac.run(null, null, null, args.toArray(String[]::new)) != 0) {
      throw new IOException("the test's sources do not compile");
    }
    return root.resolve("classes");
  }

  /** Packs a folder. */
  static Path jar(Path folder) throws IOException {
    Path jar = folder.resolveSibling("classes.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out);
        Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
        zip.write(Files.readAllBytes(file));
      }
    }
    return jar;
  }
}
