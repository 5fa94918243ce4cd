package dev.asynclint.javaparser.classpath;

import dev.asynclint.javaparser.classpath.ClassFile.Access;
import dev.asynclint.javaparser.types.ClassInfo;
import dev.asynclint.javaparser.types.ClassSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * The types of jars and class folders, the nearest first. Class files are read when they are asked
 * for, once. Safe for use by several threads; nothing may be asked after {@link #close}.
 */
public final class ClassPath implements ClassSource, Closeable {
  private final List<Container> containers = new ArrayList<>();
  private final Set<String> problems = new ConcurrentSkipListSet<>();
  private final Map<String, Map<String, Container>> packages = new ConcurrentHashMap<>();
  private final Map<String, Optional<ClassFile>> types = new ConcurrentHashMap<>();
  private final Map<String, List<String>> publicTypes = new ConcurrentHashMap<>();
  private final Map<String, ModuleExports> modules;

  /**
   * Opens jars and class folders. What cannot be opened is left out and stands in {@link
   * #problems}.
   *
   * @param entries nearest first
   */
  public ClassPath(List<Path> entries) {
    for (Path entry : new LinkedHashSet<>(entries)) {
      try {
        containers.add(
            Files.isDirectory(entry) ? new FolderContainer(entry) : new JarContainer(entry));
      } catch (IOException | UnsupportedOperationException e) {
        String why = Files.exists(entry) ? "not a readable jar or class folder" : "no such file";
        problems.add(entry + ": " + why + "; its types are not known");
      }
    }
    modules = readModules();
  }

  /** What could not be read so far, one line each, ordered. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  @Override
  public Optional<ClassInfo> find(String name) {
    return types.computeIfAbsent(name, this::load).map(ClassFile::info);
  }

  @Override
  public boolean hasPackage(String name) {
    return !classes(name).isEmpty();
  }

  @Override
  public List<String> packageTypes(String name) {
    return publicTypes.computeIfAbsent(name, this::listPublic);
  }

  @Override
  public List<String> modulePackages(String module) {
    Set<String> found = new TreeSet<>();
    Set<String> seen = new LinkedHashSet<>(List.of(module));
    for (List<String> wave = List.of(module); !wave.isEmpty(); ) {
      List<String> next = new ArrayList<>();
      for (String one : wave) {
        ModuleExports exports = modules.get(one);
        if (exports != null) {
          found.addAll(exports.packages());
          exports.transitive().stream().filter(seen::add).forEach(next::add);
        }
      }
      wave = next;
    }
    return List.copyOf(found);
  }

  @Override
  public void close() throws IOException {
    for (Container container : containers) {
      container.close();
    }
  }

  private Map<String, ModuleExports> readModules() {
    Map<String, ModuleExports> found = new HashMap<>();
    for (Container container : containers) {
      if (container.hasModule()) {
        try {
          ModuleExports exports = ModuleExports.read(container.read("module-info.class"));
          found.putIfAbsent(exports.name(), exports);
        } catch (IOException e) {
          broken(container, "module-info.class");
        }
      }
    }
    return found;
  }

  private Optional<ClassFile> load(String name) {
    for (int dot = name.lastIndexOf('.'); ; dot = name.lastIndexOf('.', dot - 1)) {
      String folder = dot < 0 ? "" : name.substring(0, dot);
      String binary = name.substring(dot + 1).replace('.', '$');
      Optional<ClassFile> found =
          read(folder, binary)
              .filter(file -> file.info().name().equals(name))
              .filter(file -> file.access() != Access.HIDDEN);
      if (found.isPresent() || dot < 0) {
        return found;
      }
    }
  }

  private Optional<ClassFile> read(String folder, String binary) {
    Container container = classes(folder).get(binary);
    if (container == null) {
      return Optional.empty();
    }
    String entry = (folder.isEmpty() ? "" : folder.replace('.', '/') + '/') + binary + ".class";
    try {
      return Optional.of(ClassFile.read(container.read(entry), Access.PACKAGE));
    } catch (IOException e) {
      broken(container, entry);
      return Optional.empty();
    }
  }

  private List<String> listPublic(String folder) {
    Set<String> names = new TreeSet<>();
    for (String binary : classes(folder).keySet()) {
      // A name with a dollar sign inside is nearly always a nested type: not worth reading.
      if (binary.indexOf('$', 1) < 0) {
        read(folder, binary)
            .filter(file -> file.isTopLevel() && file.isPublic())
            .ifPresent(file -> names.add(file.info().name()));
      }
    }
    return List.copyOf(names);
  }

  private Map<String, Container> classes(String folder) {
    return packages.computeIfAbsent(
        folder,
        key -> {
          Map<String, Container> found = new LinkedHashMap<>();
          for (Container container : containers) {
            container.classes(key).forEach(name -> found.putIfAbsent(name, container));
          }
          found.remove("module-info");
          found.remove("package-info");
          return Map.copyOf(found);
        });
  }

  private void broken(Container container, String entry) {
    problems.add(container.name() + ": " + entry + " cannot be read; passed over");
  }
}
