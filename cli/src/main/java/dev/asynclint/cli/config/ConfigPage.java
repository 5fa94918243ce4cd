package dev.asynclint.cli.config;

import dev.asynclint.cli.scan.RuleInfo;
import dev.asynclint.cli.scan.RuleSet;
import dev.asynclint.core.config.Config;
import dev.asynclint.core.config.Level;
import dev.asynclint.core.config.RuleChoice;
import dev.asynclint.core.config.RuleNames;
import dev.asynclint.core.facts.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What holds, and where each part of it comes from: a configuration file in itself, which means the
 * same when it is read.
 */
public final class ConfigPage {
  private static final String DEFAULT = "default";
  private static final int MARGIN = 44;

  private final Config config;
  private final RuleSet rules;
  private final Settings.Reader budgets;
  private final StringBuilder page = new StringBuilder();

  private ConfigPage(Config config, RuleSet rules, Settings.Reader budgets) {
    this.config = config;
    this.rules = rules;
    this.budgets = budgets;
  }

  /** The lines of the page. */
  public static String of(Config config, RuleSet rules, Settings.Reader budgets) {
    return new ConfigPage(config, rules, budgets).text();
  }

  private String text() {
    page.append("# ");
    page.append(config.file().map(Path::toString).orElse("no configuration file")).append('\n');
    page.append("\n[rules.severity]\n");
    rules.rules().forEach(this::rule);
    page.append("\n[budgets]\n");
    Map<String, String> values = new TreeMap<>(budgets.defaults());
    values.putAll(config.budgets());
    values.forEach((name, value) -> line(name, amount(value), origin("budgets." + name)));
    if (!config.knowledge().isEmpty()) {
      page.append("\n[knowledge]\n");
      line(
          "files",
          list(config.knowledge().stream().map(this::relative).toList()),
          origin("knowledge.files"));
    }
    contexts();
    config.overrides().forEach(this::override);
    return page.toString();
  }

  private void rule(RuleInfo rule) {
    RuleChoice choice = config.rules();
    Level level = choice.level(rule.about()).orElse(Level.valueOf(rule.severity().name()));
    boolean runs = choice.runs(rule.about(), true);
    line(rule.id(), quoted((runs ? level : Level.OFF).id()), origin(rule, runs));
  }

  private String origin(RuleInfo rule, boolean runs) {
    RuleChoice choice = config.rules();
    if (!runs) {
      boolean ignored =
          choice.ignore().stream().anyMatch(name -> RuleNames.means(name, rule.about()));
      return origin(ignored ? "rules.ignore" : "rules.select");
    }
    return RuleNames.of(rule.about()).stream()
        .filter(choice.severity()::containsKey)
        .findFirst()
        .map(name -> origin("rules.severity." + name))
        .orElse(DEFAULT);
  }

  /** The two kinds of lines that contexts have become. */
  private void contexts() {
    Map<String, List<String>> sections = new TreeMap<>();
    for (String line : config.contexts().lines().skip(1).toList()) {
      String[] words = line.split(" ");
      String section = words[0].equals("hook") ? "methods" : "annotations";
      sections.computeIfAbsent(section, name -> new ArrayList<>()).add(line);
    }
    sections.forEach(
        (section, lines) -> {
          page.append("\n[contexts.").append(section).append("]\n");
          for (String line : lines) {
            String[] words = line.split(" ");
            line(
                quoted(words[1]),
                quoted(words[words.length - 1]),
                origin("contexts." + section + "." + words[1]));
          }
        });
  }

  private void override(Config.PathChoice choice) {
    page.append("\n[[overrides]]\n");
    line("paths", list(choice.paths()), choice.origin());
    if (!choice.rules().select().isEmpty()) {
      line("select", list(choice.rules().select()), choice.origin());
    }
    if (!choice.rules().ignore().isEmpty()) {
      line("ignore", list(choice.rules().ignore()), choice.origin());
    }
    new TreeMap<>(choice.rules().severity())
        .forEach((name, level) -> line("severity." + name, quoted(level.id()), choice.origin()));
  }

  private String origin(String key) {
    return config.origins().getOrDefault(key, DEFAULT);
  }

  private void line(String key, String value, String origin) {
    String text = key + " = " + value;
    page.append(text).append(" ".repeat(Math.max(MARGIN - text.length(), 1)));
    page.append("# ").append(origin).append('\n');
  }

  private String relative(Path file) {
    Path folder = config.file().map(Path::toAbsolutePath).map(Path::normalize).orElseThrow();
    return folder.getParent().relativize(file.toAbsolutePath()).toString().replace('\\', '/');
  }

  private static String amount(String value) {
    return value.matches("[0-9]+") ? value : quoted(value);
  }

  private static String list(List<String> items) {
    return items.stream().map(ConfigPage::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else if (c < ' ' || c == 0x7F) {
                quoted.append("\\u%04X".formatted(c));
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.append('"').toString();
  }
}
