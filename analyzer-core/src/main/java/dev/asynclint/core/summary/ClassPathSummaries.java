package dev.asynclint.core.summary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The summaries that jars and folders of classes bring.
 *
 * @param summaries those of all entries; of the same callable the first entry's hold
 * @param problems what could not be read, one message an entry
 */
public record ClassPathSummaries(ModuleSummaries summaries, List<String> problems) {
  /** More than this is no file of ours. */
  private static final int LARGEST = 32 << 20;

  /** Copies the problems. */
  public ClassPathSummaries {
    problems = List.copyOf(problems);
  }

  /**
   * Reads all entries of a class path. What is neither a jar nor a folder, or is not there, is
   * passed over: it is the compiler's to complain about.
   */
  public static ClassPathSummaries of(Collection<Path> classPath) {
    List<CallableSummary> all = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path entry : classPath) {
      try {
        byte[] bytes = Files.isDirectory(entry) ? inFolder(entry) : inJar(entry);
        if (bytes.length > LARGEST) {
          throw new SummaryException("are too large");
        }
        if (bytes.length > 0) {
          all.addAll(SummaryText.read(decode(bytes)));
        }
      } catch (CharacterCodingException e) {
        problems.add(problem(entry, "are no text"));
      } catch (IOException e) {
        problems.add(problem(entry, "cannot be read"));
      } catch (SummaryException e) {
        problems.add(problem(entry, e.getMessage()));
      }
    }
    return new ClassPathSummaries(new ModuleSummaries(all), problems);
  }

  private static String problem(Path entry, String what) {
    return "the summaries in " + entry + " " + what + "; they are left out";
  }

  private static byte[] inFolder(Path folder) throws IOException {
    Path file = folder.resolve(SummaryText.PATH);
    if (!Files.isRegularFile(file)) {
      return new byte[0];
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(LARGEST + 1);
    }
  }

  private static byte[] inJar(Path jar) throws IOException {
    if (!Files.isRegularFile(jar)) {
      return new byte[0];
    }
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry(SummaryText.PATH);
      if (entry == null) {
        return new byte[0];
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return in.readNBytes(LARGEST + 1);
      }
    } catch (java.util.zip.ZipException | UnsupportedOperationException noJar) {
      return new byte[0];
    }
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
