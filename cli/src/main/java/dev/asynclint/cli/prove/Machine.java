package dev.asynclint.cli.prove;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a measurement says of the machine it was taken on. */
public final class Machine {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final String MODEL = "model name";

  private Machine() {}

  /** Lines about the machine, its Java, and how it was measured; no names of people or hosts. */
  public static List<String> notes(int processes) {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return List.of(
        "machine: %s %s, %d processors%s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                model()),
        "Java: %s (%s)"
            .formatted(System.getProperty("java.version"), System.getProperty("java.vm.name")),
        "measured: least of %d processes%s"
            .formatted(
                processes,
                load < 0 ? "" : String.format(Locale.ROOT, "; load average before: %.1f", load)));
  }

  private static String model() {
    try (Stream<String> lines = Files.lines(PROCESSORS, StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(line -> line.startsWith(MODEL))
          .findFirst()
          .map(line -> ", " + line.substring(line.indexOf(':') + 1).strip())
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }
}
