package dev.asynclint.javaparser.types;

import java.util.List;
import java.util.Optional;

/** Finds types by name. Implementations are safe for use by several threads. */
public interface ClassSource {
  /** The type of that erased canonical name. */
  Optional<ClassInfo> find(String name);

  /** Whether a package of that name has any type here. */
  boolean hasPackage(String name);

  /**
   * Canonical names of the top-level public types of a package, for on-demand and module imports.
   *
   * @return empty when the package is not known
   */
  List<String> packageTypes(String name);

  /** Packages a module exports, for module imports; empty when the module is not known. */
  List<String> modulePackages(String module);
}
