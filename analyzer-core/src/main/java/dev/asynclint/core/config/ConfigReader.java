package dev.asynclint.core.config;

import dev.asynclint.core.config.ConfigException.Fault;
import dev.asynclint.core.config.Toml.Table;
import dev.asynclint.core.facts.Settings;
import dev.asynclint.core.ir.LineMap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads configuration files. Immutable. */
public final class ConfigReader {
  private final RuleNames rules;
  private final Settings.Reader budgets;

  /** A reader that knows which rules and budgets there are. */
  public ConfigReader(RuleNames rules, Settings.Reader budgets) {
    this.rules = rules;
    this.budgets = budgets;
  }

  /**
   * Reads a file.
   *
   * @param name what to call it in messages
   * @throws ConfigException if it cannot be read, or not all of it makes sense
   */
  public Config read(Path file, String name) throws ConfigException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      String why = "cannot be read; check that it is a readable file";
      throw new ConfigException(List.of(new Fault(name, 0, 0, why)));
    }
    CharBuffer decoded = CharBuffer.allocate(bytes.length);
    boolean malformed =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), decoded, true).isError();
    String text = decoded.flip().toString();
    if (malformed) {
      LineMap lines = LineMap.of(text);
      int at = text.length();
      String why = "is not UTF-8 text; save it as UTF-8";
      throw new ConfigException(List.of(new Fault(name, lines.line(at), lines.column(at), why)));
    }
    return read(file, name, text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private Config read(Path file, String name, String text) throws ConfigException {
    TomlParser.Document document = TomlParser.parse(text);
    ConfigFaults faults = new ConfigFaults(name, LineMap.of(text));
    document.faults().forEach(faults::add);
    Map<String, String> origins = new LinkedHashMap<>();
    origins("", document.root(), faults, origins);
    Section top = new Section("", document.root(), faults);
    top.knows("rules", "budgets", "knowledge", "overrides", "contexts");
    Config config =
        new Config(
            Optional.of(file),
            choice(top.table("rules"), faults),
            overrides(top, faults),
            budgets(top.table("budgets"), faults),
            knowledge(file, top.table("knowledge"), faults),
            ContextSection.knowledge(top.table("contexts"), faults),
            origins);
    faults.throwIfAny();
    return config;
  }

  private static void origins(
      String prefix, Table table, ConfigFaults places, Map<String, String> origins) {
    for (Table.Entry entry : table.entries()) {
      String key = prefix + entry.key();
      origins.put(key, places.place(entry.at()));
      if (entry.value() instanceof Table inner) {
        origins(key + ".", inner, places, origins);
      }
    }
  }

  private RuleChoice choice(Section section, ConfigFaults faults, String... more) {
    List<String> known = new ArrayList<>(List.of("select", "ignore", "severity"));
    known.addAll(List.of(more));
    section.knows(known.toArray(String[]::new));
    Map<String, Level> levels = new LinkedHashMap<>();
    for (Section.Line line : section.table("severity").lines()) {
      rules.fault(line.key()).ifPresent(fault -> faults.add(line.keyAt(), fault));
      int index = Level.ids().indexOf(line.text());
      if (index < 0) {
        faults.unknown(line.at(), "severity", line.text(), Level.ids());
      } else {
        levels.put(line.key(), Level.values()[index]);
      }
    }
    return new RuleChoice(
        selectors(section, "select", faults), selectors(section, "ignore", faults), levels);
  }

  private List<String> selectors(Section section, String key, ConfigFaults faults) {
    List<Toml.Text> texts = section.texts(key);
    for (Toml.Text text : texts) {
      rules.fault(text.value()).ifPresent(fault -> faults.add(text.at(), fault));
    }
    return texts.stream().map(Toml.Text::value).toList();
  }

  private List<Config.PathChoice> overrides(Section top, ConfigFaults faults) {
    List<Config.PathChoice> choices = new ArrayList<>();
    for (Section section : top.tables("overrides")) {
      RuleChoice choice = choice(section, faults, "paths");
      if (!section.has("paths")) {
        faults.add(section.at(), "'paths' is missing: which files does this hold for?");
      }
      List<PathPattern> patterns = new ArrayList<>();
      List<Toml.Text> texts = section.texts("paths");
      for (Toml.Text text : texts) {
        PathPattern.parse(text.value())
            .ifPresentOrElse(
                patterns::add,
                () -> faults.add(text.at(), "'" + text.value() + "' matches no path"));
      }
      List<String> paths = texts.stream().map(Toml.Text::value).toList();
      choices.add(new Config.PathChoice(paths, patterns, choice, faults.place(section.at())));
    }
    return choices;
  }

  private Map<String, String> budgets(Section section, ConfigFaults faults) {
    section.knows(budgets.defaults().keySet().toArray(String[]::new));
    Map<String, String> given = new LinkedHashMap<>();
    Map<String, Integer> places = new LinkedHashMap<>();
    for (Section.Line line : section.lines()) {
      if (budgets.defaults().containsKey(line.key())) {
        given.put(line.key(), line.text());
        places.put(line.key(), line.at());
      }
    }
    budgets.read(given, (name, fault) -> faults.add(places.get(name), fault));
    return given;
  }

  private static List<Path> knowledge(Path file, Section section, ConfigFaults faults) {
    section.knows("files");
    List<Path> files = new ArrayList<>();
    for (Toml.Text text : section.texts("files")) {
      try {
        Path path = file.resolveSibling(text.value()).normalize();
        if (!Files.isRegularFile(path)) {
          faults.add(text.at(), "'" + text.value() + "' is no file; paths start from this folder");
        }
        files.add(path);
      } catch (InvalidPathException e) {
        faults.add(text.at(), "'" + text.value() + "' is no path");
      }
    }
    return files;
  }
}
