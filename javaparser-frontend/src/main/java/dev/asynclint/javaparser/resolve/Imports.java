package dev.asynclint.javaparser.resolve;

import java.util.List;
import java.util.Map;

/**
 * What a file imports.
 *
 * @param packageName empty for the unnamed package
 * @param single simple name to imported name
 * @param onDemand packages or types before {@code .*}
 * @param staticSingle member name to the types it is imported from
 * @param staticOnDemand types before {@code .*}
 * @param modules module names
 */
public record Imports(
    String packageName,
    Map<String, String> single,
    List<String> onDemand,
    Map<String, List<String>> staticSingle,
    List<String> staticOnDemand,
    List<String> modules) {
  /** Copies the collections. */
  public Imports {
    single = Map.copyOf(single);
    onDemand = List.copyOf(onDemand);
    staticSingle = Map.copyOf(staticSingle);
    staticOnDemand = List.copyOf(staticOnDemand);
    modules = List.copyOf(modules);
  }
}
