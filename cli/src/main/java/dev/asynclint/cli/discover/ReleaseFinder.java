package dev.asynclint.cli.discover;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the Java release sources are written for. */
public final class ReleaseFinder {
  private static final List<String> PROPERTIES =
      List.of("maven.compiler.release", "java.version", "maven.compiler.source", "jdk.version");

  /** Of a Gradle file, the strongest statement first. */
  private static final List<Pattern> GRADLE =
      List.of(
          Pattern.compile("options\\.release(?:\\.set)?[\\s=(]+(\\d+)"),
          Pattern.compile(
              "sourceCompatibility[\\s=(]+(?:JavaVersion\\.)?[\"']?(?:VERSION_)?"
                  + "(?:1[._])?(\\d+)"),
          Pattern.compile("JavaLanguageVersion\\.of\\(\\s*[\"']?(\\d+)"),
          Pattern.compile("jvmToolchain\\(\\s*(\\d+)"));

  private static final Pattern NUMBER = Pattern.compile("(?:1\\.)?(\\d{1,3})(?:\\..*)?");

  private final Poms poms = new Poms(LocalRepository.ofUser());

  private ReleaseFinder() {}

  /**
   * Asks the build files nearest to each path, upwards as far as the repository goes, and where
   * those are silent the ones below. Where modules differ the oldest release counts.
   *
   * @return 0 when nothing states it
   */
  public static int find(SourceFiles.Query query, SourceFiles files) {
    ReleaseFinder finder = new ReleaseFinder();
    OptionalInt above =
        query.paths().stream()
            .map(path -> query.directory().resolve(path).normalize())
            .map(finder::above)
            .flatMapToInt(OptionalInt::stream)
            .min();
    return above.isPresent()
        ? above.getAsInt()
        : files.buildFiles().stream()
            .map(finder::stated)
            .flatMapToInt(OptionalInt::stream)
            .min()
            .orElse(0);
  }

  private OptionalInt above(Path path) {
    Path last = IgnoreRules.repository(path);
    for (Path folder = path; folder != null; folder = folder.getParent()) {
      for (String name : BuildFiles.NAMES) {
        OptionalInt release = stated(folder.resolve(name));
        if (release.isPresent()) {
          return release;
        }
      }
      if (folder.equals(last)) {
        break;
      }
    }
    return OptionalInt.empty();
  }

  private OptionalInt stated(Path file) {
    if (!Files.isRegularFile(file)) {
      return OptionalInt.empty();
    }
    return file.endsWith("pom.xml") ? maven(file) : gradle(file);
  }

  private OptionalInt maven(Path file) {
    List<Pom> lineage = poms.lineage(file);
    Optional<String> configured =
        lineage.stream()
            .flatMap(pom -> pom.release().stream())
            .map(value -> poms.replaced(lineage, value))
            .findFirst();
    if (configured.isPresent() && number(configured.get()).isPresent()) {
      return number(configured.get());
    }
    return PROPERTIES.stream()
        .flatMap(name -> poms.property(lineage, name).stream())
        .map(ReleaseFinder::number)
        .flatMapToInt(OptionalInt::stream)
        .findFirst();
  }

  private static OptionalInt gradle(Path file) {
    String text;
    try {
      text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return OptionalInt.empty();
    }
    return GRADLE.stream()
        .map(pattern -> pattern.matcher(text))
        .filter(Matcher::find)
        .map(found -> number(found.group(1)))
        .flatMapToInt(OptionalInt::stream)
        .findFirst();
  }

  private static OptionalInt number(String text) {
    Matcher matcher = NUMBER.matcher(text.strip());
    return matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }
}
