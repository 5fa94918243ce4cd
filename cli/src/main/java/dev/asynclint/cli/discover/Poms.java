package dev.asynclint.cli.discover;

import dev.asynclint.cli.discover.Pom.Artifact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * POMs with what they inherit, as far as the tree and the local repository tell. Profiles, settings
 * and what a build would download are left out.
 */
final class Poms {
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^{}]+)}");

  /** Parents, imports and properties may lead in a circle; no sane project is as deep. */
  private static final int DEEPEST = 12;

  private final LocalRepository repository;
  private final Map<Path, Optional<Pom>> files = new HashMap<>();

  Poms(LocalRepository repository) {
    this.repository = repository;
  }

  /** A POM and its ancestors, nearest first; empty when it cannot be read. */
  List<Pom> lineage(Path file) {
    List<Pom> lineage = new ArrayList<>();
    Optional<Pom> next = read(file);
    while (next.isPresent() && lineage.size() < DEEPEST) {
      lineage.add(next.get());
      next = parent(next.get());
    }
    return lineage;
  }

  /** The value of a property, replaced; empty when nothing in the lineage states it. */
  Optional<String> property(List<Pom> lineage, String name) {
    return raw(lineage, name).map(value -> replaced(lineage, value)).filter(Poms::isPlain);
  }

  /** The text with its properties replaced as far as they are stated. */
  String replaced(List<Pom> lineage, String text) {
    String now = text;
    for (int round = 0; round < DEEPEST && !isPlain(now); round++) {
      now =
          PROPERTY
              .matcher(now)
              .replaceAll(
                  found ->
                      Matcher.quoteReplacement(raw(lineage, found.group(1)).orElse(found.group())));
    }
    return now;
  }

  /** Direct dependencies whose version is known, in the order they are declared. */
  List<Artifact> dependencies(Path file) {
    List<Pom> lineage = lineage(file);
    Map<String, String> managed = new HashMap<>();
    manage(lineage, managed, 0);
    List<Artifact> dependencies = new ArrayList<>();
    for (Pom pom : lineage) {
      for (Artifact declared : pom.dependencies()) {
        Artifact known = resolved(lineage, declared);
        String version =
            known.version().isEmpty() ? managed.getOrDefault(known.key(), "") : known.version();
        if (!version.isEmpty() && isPlain(known.key() + version)) {
          dependencies.add(
              new Artifact(known.group(), known.name(), version, known.type(), known.scope()));
        }
      }
    }
    return dependencies;
  }

  /** The nearest statement of a version wins, one of the tree over one that is imported. */
  private void manage(List<Pom> lineage, Map<String, String> versions, int depth) {
    List<Artifact> imports = new ArrayList<>();
    for (Pom pom : lineage) {
      for (Artifact declared : pom.managed()) {
        Artifact known = resolved(lineage, declared);
        if (known.scope().equals("import")) {
          imports.add(known);
        } else if (isPlain(known.version())) {
          versions.putIfAbsent(known.key(), known.version());
        }
      }
    }
    if (depth < DEEPEST) {
      for (Artifact imported : imports) {
        manage(lineage(repository.pom(imported)), versions, depth + 1);
      }
    }
  }

  private Artifact resolved(List<Pom> lineage, Artifact declared) {
    return new Artifact(
        replaced(lineage, declared.group()),
        replaced(lineage, declared.name()),
        replaced(lineage, declared.version()),
        declared.type(),
        declared.scope());
  }

  private Optional<Pom> parent(Pom pom) {
    if (pom.parent().isEmpty()) {
      return Optional.empty();
    }
    Artifact wanted = pom.parent().get();
    if (!pom.relativePath().isEmpty()) {
      Path beside = pom.file().resolveSibling(pom.relativePath()).normalize();
      Path file = beside.endsWith("pom.xml") ? beside : beside.resolve("pom.xml");
      Optional<Pom> near = read(file).filter(found -> found.self().name().equals(wanted.name()));
      if (near.isPresent()) {
        return near;
      }
    }
    return read(repository.pom(wanted));
  }

  private Optional<String> raw(List<Pom> lineage, String name) {
    for (Pom pom : lineage) {
      String value = pom.properties().get(name);
      if (value != null) {
        return Optional.of(value);
      }
    }
    return switch (name) {
      case "project.version", "version", "pom.version" -> first(lineage, true);
      case "project.groupId", "groupId", "pom.groupId" -> first(lineage, false);
      case "project.parent.version" ->
          lineage.stream()
              .limit(1)
              .flatMap(pom -> pom.parent().stream())
              .map(Artifact::version)
              .findFirst();
      case "project.parent.groupId" ->
          lineage.stream()
              .limit(1)
              .flatMap(pom -> pom.parent().stream())
              .map(Artifact::group)
              .findFirst();
      default -> Optional.empty();
    };
  }

  private static Optional<String> first(List<Pom> lineage, boolean version) {
    return lineage.stream()
        .map(pom -> version ? pom.self().version() : pom.self().group())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  private Optional<Pom> read(Path file) {
    return files.computeIfAbsent(file, Pom::read);
  }

  private static boolean isPlain(String text) {
    return !text.contains("${");
  }
}
