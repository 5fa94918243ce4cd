package dev.asynclint.errorprone;

import com.google.auto.service.AutoService;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.util.Options;
import dev.asynclint.core.engine.Analyzer;
import dev.asynclint.core.knowledge.KnowledgeFiles;
import dev.asynclint.rules.Thresholds;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Loads the classes of the checks and reads the shipped knowledge while the compiler still parses.
 * Error Prone makes its checks when all files are attributed, and the compiler would wait for that;
 * besides, what is loaded then, with a large heap, has the JVM look through all of it. Starts by
 * itself, where Error Prone runs; without it everything works, later.
 */
@AutoService(Plugin.class)
public final class EarlyStart implements Plugin {
  private static final String CLASS = ".class";
  private static final AtomicBoolean STARTED = new AtomicBoolean();

  @Override
  public String getName() {
    return "AsyncLintEarlyStart";
  }

  @Override
  public boolean autoStart() {
    return true;
  }

  @Override
  public void init(JavacTask task, String... args) {
    if (wantsChecks(plugins(task)) && STARTED.compareAndSet(false, true)) {
      Thread thread = new Thread(EarlyStart::load, "asynclint-early");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** The plugins asked for; empty also where the compiler is closed to us, and so to all checks. */
  private static String plugins(JavacTask task) {
    try {
      String all = Options.instance(((BasicJavacTask) task).getContext()).get("-Xplugin:");
      return all == null ? "" : all;
    } catch (LinkageError | RuntimeException e) {
      return "";
    }
  }

  static boolean wantsChecks(String plugins) {
    return plugins.contains("ErrorProne")
        && (!plugins.contains("-XepDisableAllChecks") || plugins.contains("-Xep:"));
  }

  /** Ends early when the compiler has ended, and closed what this loads from. */
  static void load() {
    try {
      for (Class<?> part : List.of(Analyzer.class, Thresholds.class, EarlyStart.class)) {
        loadAll(Path.of(part.getProtectionDomain().getCodeSource().getLocation().toURI()));
      }
      KnowledgeFiles.shipped();
    } catch (IOException | URISyntaxException | LinkageError | RuntimeException e) {
      // Whoever needs what is missing meets the same fault, where it can be told.
      return;
    }
  }

  private static void loadAll(Path place) throws IOException {
    if (Files.isDirectory(place)) {
      loadFrom(place);
      return;
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      loadFrom(jar.getPath("/"));
    }
  }

  private static void loadFrom(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      files
          .map(file -> root.relativize(file).toString())
          .filter(file -> file.startsWith("dev") && file.endsWith(CLASS))
          .map(file -> file.substring(0, file.length() - CLASS.length()))
          .map(file -> file.replace('/', '.').replace('\\', '.'))
          .sorted()
          .forEach(EarlyStart::link);
    }
  }

  /**
   * Links, which is what takes time, by asking for fields. Does not initialise: two threads that
   * initialise classes of the compiler in different orders may wait for each other for ever.
   */
  private static void link(String name) {
    try {
      Class.forName(name, false, EarlyStart.class.getClassLoader()).getDeclaredFields();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
