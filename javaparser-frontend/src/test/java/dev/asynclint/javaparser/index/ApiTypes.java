package dev.asynclint.javaparser.index;

import dev.asynclint.javaparser.classpath.ClassFile;
import dev.asynclint.javaparser.classpath.ClassFile.Access;
import dev.asynclint.javaparser.types.ClassInfo;
import dev.asynclint.javaparser.types.TypeSig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The API of one artefact: every type its users can name in the packages wanted, and the less
 * visible types they inherit from, whose public members are API as well.
 */
final class ApiTypes {
  /** A type with its place. */
  record Api(String packageName, ClassInfo info, boolean isImportable) {}

  private record Found(String packageName, ClassFile file) {}

  private final Map<String, Found> all = new HashMap<>();
  private final Map<String, Api> api = new TreeMap<>();

  /** Takes in a class file. */
  void add(String path, byte[] bytes) {
    int slash = path.lastIndexOf('/');
    try {
      ClassFile file = ClassFile.read(bytes, Access.PROTECTED);
      if (slash > 0) {
        String folder = path.substring(0, slash).replace('/', '.');
        all.put(file.info().name(), new Found(folder, file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /** The API in these packages, by name. */
  Stream<Api> in(Predicate<String> packages) {
    Deque<String> open = new ArrayDeque<>();
    all.forEach(
        (name, found) -> {
          if (packages.test(found.packageName) && isVisible(found)) {
            open.add(name);
          }
        });
    while (!open.isEmpty()) {
      String name = open.remove();
      Found found = all.get(name);
      if (found != null && !api.containsKey(name)) {
        ClassInfo info = found.file.info();
        boolean importable = found.file.isTopLevel() && found.file.isPublic();
        api.put(name, new Api(found.packageName, info, importable));
        Stream.concat(Stream.of(info.superclass()), info.interfaces().stream())
            .forEach(
                parent -> {
                  if (parent instanceof TypeSig.Named named) {
                    open.add(named.name());
                  }
                });
      }
    }
    return api.values().stream();
  }

  private boolean isVisible(Found found) {
    if (found.file.access().compareTo(Access.PROTECTED) > 0) {
      return false;
    } else if (found.file.isTopLevel()) {
      return true;
    }
    String name = found.file.info().name();
    Found outer = all.get(name.substring(0, name.lastIndexOf('.')));
    return outer != null && isVisible(outer);
  }
}
