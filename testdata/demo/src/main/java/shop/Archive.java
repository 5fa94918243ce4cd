package shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Keeps signed documents. */
public class Archive {
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
  private final ExecutorService writer = Executors.newSingleThreadExecutor();

  /** Remembers the whole document for an hour, to report its length. */
  public void store(Path document) throws IOException {
    byte[] content = Files.readAllBytes(document);
    writer.submit(() -> Files.write(Path.of("archive", document.toString()), content)); // expect: ignored-future
    timer.schedule(
        () -> report(document, content.length), // expect: oversized-capture
        1,
        TimeUnit.HOURS);
  }

  /** Remembers the length. */
  public void storeLightly(Path document) throws IOException {
    byte[] content = Files.readAllBytes(document);
    int length = content.length;
    writer.submit(() -> Files.write(Path.of("archive", document.toString()), content)); // expect: ignored-future
    timer.schedule(() -> report(document, length), 1, TimeUnit.HOURS);
  }

  private static void report(Path document, int length) {
    System.out.println(document + ": " + length + " bytes archived");
  }
}
