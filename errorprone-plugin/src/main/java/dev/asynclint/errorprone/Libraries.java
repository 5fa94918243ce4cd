package dev.asynclint.errorprone;

import dev.asynclint.core.config.Config;
import dev.asynclint.core.knowledge.Knowledge;
import dev.asynclint.core.knowledge.KnowledgeException;
import dev.asynclint.core.knowledge.KnowledgeFiles;
import dev.asynclint.core.summary.ClassPathSummaries;
import dev.asynclint.core.summary.ModuleSummaries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * What is known of code outside the compilation.
 *
 * @param knowledge the shipped knowledge and, when it is sound, the user's
 * @param summaries those of the class path
 * @param problems what could not be read, one message each
 */
record Libraries(Knowledge knowledge, ModuleSummaries summaries, List<String> problems) {

  /** Reads beside the compiler, which has its own work until they are needed. */
  static FutureTask<Libraries> reading(PluginOptions options, List<Path> classPath) {
    String contexts = options.config().contexts();
    Map<String, String> texts = contexts.isEmpty() ? Map.of() : Map.of(Config.FILE, contexts);
    FutureTask<Libraries> task =
        new FutureTask<>(() -> read(options.knowledge(), texts, classPath));
    Thread thread = new Thread(task, "asynclint-libraries");
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  /** Waits until they are read; a fault in reading is thrown as it was. */
  static Libraries of(FutureTask<Libraries> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while knowledge was read", e);
    }
  }

  private static Libraries read(List<Path> files, Map<String, String> texts, List<Path> classPath) {
    ClassPathSummaries summaries = ClassPathSummaries.of(classPath);
    List<String> problems = new ArrayList<>(summaries.problems());
    Knowledge knowledge;
    try {
      knowledge =
          files.isEmpty() && texts.isEmpty()
              ? KnowledgeFiles.shipped()
              : KnowledgeFiles.load(files, texts);
    } catch (KnowledgeException e) {
      problems.add("own knowledge files are left out: " + e.getMessage());
      knowledge = KnowledgeFiles.shipped();
    }
    return new Libraries(knowledge, summaries.summaries(), problems);
  }
}
