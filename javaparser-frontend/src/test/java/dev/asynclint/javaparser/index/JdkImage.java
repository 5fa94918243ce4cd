package dev.asynclint.javaparser.index;

import dev.asynclint.javaparser.classpath.ModuleExports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The modules of a JDK other than the one that runs, and what it tells of releases before it. */
final class JdkImage implements AutoCloseable {
  private final Path home;
  private final FileSystem image;

  private JdkImage(Path home) throws IOException {
    this.home = home;
    image = FileSystems.newFileSystem(URI.create("jrt:/"), Map.of("java.home", home.toString()));
  }

  /**
   * A JDK of a release: what the system property {@code jdk.home} names, or one installed beside
   * the one that runs.
   */
  static Optional<JdkImage> find(int release) throws IOException {
    String given = System.getProperty("jdk.home");
    Path running = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<Path> beside = Files.list(running.getParent())) {
      Stream<Path> homes = given == null ? beside.sorted() : Stream.of(Path.of(given));
      for (Path home : homes.toList()) {
        Path about = home.resolve("release");
        if (Files.isRegularFile(about)
            && Files.readString(about).contains("JAVA_VERSION=\"" + release)) {
          return Optional.of(new JdkImage(home));
        }
      }
    }
    return Optional.empty();
  }

  /** The packages a module exports to everyone, those of the modules it passes on included. */
  Set<String> exports(String module) throws IOException {
    Set<String> packages = new TreeSet<>();
    Map<String, Boolean> seen = new HashMap<>();
    collect(module, packages, seen);
    return packages;
  }

  private void collect(String module, Set<String> packages, Map<String, Boolean> seen)
      throws IOException {
    Path info = image.getPath("/modules", module, "module-info.class");
    if (seen.put(module, true) == null && Files.exists(info)) {
      ModuleExports exports = ModuleExports.read(Files.readAllBytes(info));
      packages.addAll(exports.packages());
      for (String passedOn : exports.transitive()) {
        collect(passedOn, packages, seen);
      }
    }
  }

  /** The API of the exported packages of a module, as far as they are wanted. */
  Stream<ApiTypes.Api> api(String module, Predicate<String> wanted) throws IOException {
    Path root = image.getPath("/modules", module);
    Set<String> exported = ownExports(module);
    ApiTypes types = new ApiTypes();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".class")).toList()) {
        types.add(root.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return types.in(name -> exported.contains(name) && wanted.test(name));
  }

  /**
   * The same for an earlier release, from the signatures the JDK keeps for {@code --release}: there
   * the first part of a path holds a digit or letter for every release the file is valid for.
   */
  Stream<ApiTypes.Api> earlierApi(int release, String module, Predicate<String> wanted)
      throws IOException {
    String code = Integer.toString(release, 36).toUpperCase(Locale.ROOT);
    ApiTypes types = new ApiTypes();
    try (ZipFile zip = new ZipFile(home.resolve("lib").resolve("ct.sym").toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        String[] parts = entry.getName().split("/", 3);
        if (parts.length == 3
            && parts[0].contains(code)
            && parts[1].equals(module)
            && parts[2].endsWith(".sig")) {
          types.add(parts[2], zip.getInputStream(entry).readAllBytes());
        }
      }
    }
    Set<String> exported = ownExports(module);
    return types.in(name -> exported.contains(name) && wanted.test(name));
  }

  private Set<String> ownExports(String module) throws IOException {
    Path info = image.getPath("/modules", module, "module-info.class");
    return new HashSet<>(ModuleExports.read(Files.readAllBytes(info)).packages());
  }

  @Override
  public void close() throws IOException {
    image.close();
  }
}
