package dev.asynclint.javaparser.classpath;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A jar, kept open; of a multi-release jar only what every release sees. */
final class JarContainer implements Container {
  private static final String ENDING = ".class";

  private final Path path;
  private final ZipFile zip;
  private final Map<String, List<String>> classes = new HashMap<>();

  JarContainer(Path path) throws IOException {
    this.path = path;
    this.zip = new ZipFile(path.toFile());
    try {
      list();
    } catch (IllegalArgumentException e) {
      zip.close();
      throw new IOException("names that cannot be decoded", e);
    }
  }

  private void list() {
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      String entry = entries.nextElement().getName();
      if (entry.endsWith(ENDING) && !entry.startsWith("META-INF/")) {
        int slash = entry.lastIndexOf('/');
        String folder = slash < 0 ? "" : entry.substring(0, slash).replace('/', '.');
        classes
            .computeIfAbsent(folder, key -> new ArrayList<>())
            .add(entry.substring(slash + 1, entry.length() - ENDING.length()));
      }
    }
  }

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public List<String> classes(String packageName) {
    return classes.getOrDefault(packageName, List.of());
  }

  @Override
  public boolean hasModule() {
    return classes("").contains("module-info");
  }

  @Override
  public byte[] read(String entry) throws IOException {
    ZipEntry found = zip.getEntry(entry);
    if (found == null) {
      throw new FileNotFoundException(entry);
    }
    try (InputStream in = zip.getInputStream(found)) {
      return in.readAllBytes();
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
