package dev.asynclint.core.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What people read about a rule, made of its annotation, so that all faces of the program say it
 * alike.
 */
public record RuleText(AsyncRule about) {
  private static final Pattern MARKER = Pattern.compile("// expect:.*");

  /** The most that code-scanning services take as a description, in UTF-16 units. */
  private static final int LONGEST_DESCRIPTION = 1024;

  private static final int WIDTH = 78;

  /** One part of a page; code is shown as it is, prose may be wrapped. */
  public record Section(String title, String body, boolean code) {}

  /** The id of a rule in Pascal case, as checks of compilers are called. */
  public static String name(String id) {
    return Arrays.stream(id.split("-"))
        .filter(word -> !word.isEmpty())
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }

  /** The text, ending in a full stop unless it is empty. */
  public static String sentence(String text) {
    String trimmed = text.strip();
    return trimmed.isEmpty() || ".!?".indexOf(trimmed.charAt(trimmed.length() - 1)) >= 0
        ? trimmed
        : trimmed + ".";
  }

  /** Why it matters, in one paragraph of at most 1,024 units. */
  public String description() {
    String why = prose(about.why());
    return why.length() <= LONGEST_DESCRIPTION
        ? why
        : why.substring(0, LONGEST_DESCRIPTION - 1).stripTrailing() + "…";
  }

  /** The tags of SARIF. */
  public List<String> tags() {
    return List.of("concurrency", "async", about.family().id());
  }

  /** In the words of code-scanning services: nine in ten right, seven in ten, fewer. */
  public String precision() {
    return switch (about.severity()) {
      case ERROR -> "high";
      case WARNING -> "medium";
      case INFO -> "low";
    };
  }

  /** In the words of code-scanning services. */
  public String problemSeverity() {
    return about.severity() == Severity.INFO ? "recommendation" : about.severity().id();
  }

  /** Why, bad, good, when not and limits. */
  public List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("Why", prose(about.why()), false));
    sections.add(new Section("Bad", code(about.bad()), true));
    sections.add(new Section("Good", code(about.good()), true));
    sections.add(new Section("When not", prose(about.whenNot()), false));
    if (!about.limits().isBlank()) {
      sections.add(new Section("Limits", prose(about.limits()), false));
    }
    return sections;
  }

  /**
   * The page in Markdown.
   *
   * @param level of its heading, from 1
   */
  public String markdown(int level, List<Section> sections) {
    StringBuilder page = new StringBuilder();
    page.append("#".repeat(level)).append(' ').append(about.id()).append("\n\n");
    page.append(sentence(about.summary())).append("\n\n").append(facts()).append("\n");
    for (Section section : sections) {
      page.append("\n").append("#".repeat(level + 1)).append(' ').append(section.title());
      page.append(section.code() ? "\n\n```java\n" : "\n\n").append(section.body());
      page.append(section.code() ? "\n```\n" : "\n");
    }
    if (about.references().length > 0) {
      page.append("\n").append("#".repeat(level + 1)).append(" References\n\n");
      for (String one : about.references()) {
        page.append("- ").append(one).append("\n");
      }
    }
    return page.toString();
  }

  /**
   * The page as plain text.
   *
   * @param heading its first line
   * @param strong marks the title of a section
   */
  public String plain(String heading, UnaryOperator<String> strong, List<Section> sections) {
    StringBuilder page = new StringBuilder();
    page.append(heading).append("\n\n");
    page.append(sentence(about.summary())).append("\n").append(facts()).append("\n");
    for (Section section : sections) {
      page.append("\n").append(strong.apply(section.title())).append("\n");
      String body = section.code() ? section.body() : wrapped(section.body());
      body.lines().forEach(line -> page.append(("  " + line).stripTrailing()).append("\n"));
    }
    if (about.references().length > 0) {
      page.append("\n").append(strong.apply("References")).append("\n");
      for (String one : about.references()) {
        page.append("  ").append(one).append("\n");
      }
    }
    return page.toString();
  }

  private String facts() {
    return "Family %s, severity %s, wave %d."
        .formatted(about.family().id(), about.severity().id(), about.wave());
  }

  private static String code(String example) {
    return MARKER.matcher(example).replaceAll("// reported").stripTrailing();
  }

  private static String prose(String text) {
    return sentence(text.strip().replaceAll("\\s+", " "));
  }

  private static String wrapped(String prose) {
    StringBuilder wrapped = new StringBuilder();
    int column = 0;
    for (String word : prose.split("\\s+")) {
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        wrapped.append('\n');
        column = 0;
      } else if (column > 0) {
        wrapped.append(' ');
        column++;
      }
      wrapped.append(word);
      column += word.length();
    }
    return wrapped.toString();
  }
}
