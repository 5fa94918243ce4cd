package dev.asynclint.errorprone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.Plugin;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is loaded before the compiler needs it, and that nobody notices when it cannot be. */
class EarlyStartTest {
  private static final String NAME = EarlyStart.class.getName();

  @TempDir Path folder;

  /** Loads our classes itself, from other places than the test, and tells which. */
  private static final class Own extends URLClassLoader {
    Own(List<Path> places) {
      super(
          places.stream().map(Own::url).toArray(URL[]::new), EarlyStartTest.class.getClassLoader());
    }

    private static URL url(Path place) {
      try {
        return place.toUri().toURL();
      } catch (MalformedURLException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        if (name.startsWith("dev.asynclint.")) {
          return findLoadedClass(name) == null ? findClass(name) : findLoadedClass(name);
        }
        return super.loadClass(name, resolve);
      }
    }

    boolean has(Class<?> one) {
      return findLoadedClass(one.getName()) != null;
    }

    void loadEarly() throws ReflectiveOperationException {
      Method load = loadClass(NAME).getDeclaredMethod("load");
      load.setAccessible(true);
      load.invoke(null);
    }
  }

  private static List<Path> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .toList();
  }

  private static Path place(Class<?> one) {
    try {
      return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (java.net.URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private Path jarOf(Class<?> one) throws IOException {
    Path from = place(one);
    if (!Files.isDirectory(from)) {
      return from;
    }
    Path jar = folder.resolve("plugin.jar");
    try (FileSystem to = FileSystems.newFileSystem(jar, Map.of("create", "true"));
        Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.getPath("/" + from.relativize(file).toString().replace('\\', '/'));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return jar;
  }

  @Test
  void classesOfAllPartsAreLoadedFromFoldersAndJars() throws Exception {
    List<Path> places = new ArrayList<>(classPath());
    places.set(places.indexOf(place(EarlyStart.class)), jarOf(EarlyStart.class));
    try (Own own = new Own(places)) {
      own.loadEarly();
      assertThat(own.has(Compilation.class)).isTrue();
      assertThat(own.has(dev.asynclint.errorprone.lowering.JavacLowering.class)).isTrue();
      assertThat(own.has(dev.asynclint.core.facts.Program.class)).isTrue();
      assertThat(own.has(dev.asynclint.rules.blocking.BlockingWaitInAsync.class)).isTrue();
    }
  }

  @Test
  void whatCannotBeLoadedIsLeftToWhoeverNeedsIt() throws Exception {
    try (Own alone = new Own(List.of(jarOf(EarlyStart.class)))) {
      alone.loadEarly();
      assertThat(alone.has(Compilation.class)).isFalse();
    }
    Own closed = new Own(classPath());
    closed.loadClass(NAME);
    closed.close();
    closed.loadEarly();
    assertThat(closed.has(Compilation.class)).isFalse();
  }

  @Test
  void theCompilerFindsItAndStartsItByItself() {
    assertThat(ServiceLoader.load(Plugin.class).stream().map(ServiceLoader.Provider::get))
        .filteredOn(EarlyStart.class::isInstance)
        .singleElement()
        .matches(Plugin::autoStart);
  }

  @ParameterizedTest
  @CsvSource({
    "ErrorProne, true",
    "ErrorProne -Xep:DeadThread:OFF, true",
    "ErrorProne -XepDisableAllChecks, false",
    "ErrorProne -XepDisableAllChecks -Xep:BlockingWaitInAsync:WARN, true",
    "OtherPlugin, false",
    "'', false",
  })
  void startsWhereChecksAreWanted(String plugins, boolean starts) {
    assertThat(EarlyStart.wantsChecks(plugins)).isEqualTo(starts);
  }

  /** Without Error Prone the compiler is not opened to plugins, nor has the rest to be there. */
  @Test
  void aCompilerWithoutErrorPronePassesItBy() throws Exception {
    Path source = Files.writeString(folder.resolve("Plain.java"), "class Plain {}");
    Path said = folder.resolve("said");
    Process javac =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-processorpath",
                jarOf(EarlyStart.class).toString(),
                "-d",
                folder.toString(),
                source.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(javac.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readString(said)).isEmpty();
    assertThat(javac.exitValue()).isZero();
    assertThat(folder.resolve("Plain.class")).exists();
  }
}
