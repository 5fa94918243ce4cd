package dev.asynclint.consumers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * A local repository of Maven in which our modules are installed as they were just compiled.
 * Everything else is the user's own repository, through links, so that ours stays out of it.
 */
record LocalRepository(Path folder) {
  /** Artifacts, and the folders of their modules. */
  private static final Map<String, String> MODULES =
      Map.of(
          "reference-runtime", "reference-runtime",
          "analyzer-core", "analyzer-core",
          "rules", "rules",
          "errorprone-plugin", "errorprone-plugin",
          "javaparser-frontend", "javaparser-frontend",
          "prove", "prove",
          "cli", "cli",
          "asynclint-maven-plugin", "maven-plugin");

  private static final String VERSION = "0.1.0-SNAPSHOT";
  private static final Path ROOT = Path.of("..");

  /** Puts one below a folder, in place of an earlier one. */
  static LocalRepository in(Path parent) throws IOException {
    Path folder = parent.resolve("local-repository").toAbsolutePath();
    delete(folder);
    Files.createDirectories(folder);
    Path users =
        Path.of(
            System.getProperty(
                "maven.repo.local", System.getProperty("user.home") + "/.m2/repository"));
    Files.createDirectories(users);
    link(users, folder, "dev");
    Files.createDirectory(folder.resolve("dev"));
    if (Files.isDirectory(users.resolve("dev"))) {
      link(users.resolve("dev"), folder.resolve("dev"), "asynclint");
    }
    Path ours = Files.createDirectory(folder.resolve("dev/asynclint"));
    install(ours, "asynclint-parent", ROOT);
    for (Map.Entry<String, String> module : MODULES.entrySet()) {
      String artifact = module.getKey();
      Path source = ROOT.resolve(module.getValue());
      Path target = install(ours, artifact, source);
      jar(source.resolve("target/classes"), target.resolve(name(artifact, "jar")));
    }
    return new LocalRepository(folder);
  }

  /** Links are deleted, not what they lead to. */
  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void link(Path from, Path to, String except) throws IOException {
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : entries.toList()) {
        if (!entry.getFileName().toString().equals(except)) {
          Files.createSymbolicLink(to.resolve(entry.getFileName()), entry.toAbsolutePath());
        }
      }
    }
  }

  private static Path install(Path group, String artifact, Path module) throws IOException {
    Path target = Files.createDirectories(group.resolve(artifact).resolve(VERSION));
    Files.copy(module.resolve("pom.xml"), target.resolve(name(artifact, "pom")));
    return target;
  }

  private static String name(String artifact, String type) {
    return artifact + "-" + VERSION + "." + type;
  }

  private static void jar(Path classes, Path jar) throws IOException {
    try (Stream<Path> files = Files.walk(classes);
        OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Path one : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(one).toString().replace('\\', '/')));
        Files.copy(one, out);
      }
    }
  }

  /** Copies a folder, without what builds left there. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path relative = from.relativize(file);
        if (!relative.startsWith("target") && Files.isRegularFile(file)) {
          Path target = to.resolve(relative.toString());
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
  }
}
