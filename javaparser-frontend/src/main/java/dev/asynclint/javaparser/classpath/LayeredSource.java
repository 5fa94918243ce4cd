package dev.asynclint.javaparser.classpath;

import dev.asynclint.javaparser.types.ClassInfo;
import dev.asynclint.javaparser.types.ClassSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Several sources of types as one; the first that knows a type answers: program sources, then the
 * class path, then the bundled index. Immutable.
 */
public final class LayeredSource implements ClassSource {
  private final List<ClassSource> layers;

  /**
   * Layers of sources.
   *
   * @param layers the one that wins first
   */
  public LayeredSource(List<? extends ClassSource> layers) {
    this.layers = List.copyOf(layers);
  }

  @Override
  public Optional<ClassInfo> find(String name) {
    for (ClassSource layer : layers) {
      Optional<ClassInfo> found = layer.find(name);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean hasPackage(String name) {
    return layers.stream().anyMatch(layer -> layer.hasPackage(name));
  }

  @Override
  public List<String> packageTypes(String name) {
    return union(layers.stream().map(layer -> layer.packageTypes(name)));
  }

  @Override
  public List<String> modulePackages(String module) {
    return union(layers.stream().map(layer -> layer.modulePackages(module)));
  }

  private static List<String> union(Stream<List<String>> lists) {
    return lists.flatMap(List::stream).distinct().sorted().toList();
  }
}
