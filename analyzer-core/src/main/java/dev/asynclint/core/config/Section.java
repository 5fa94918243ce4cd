package dev.asynclint.core.config;

import dev.asynclint.core.config.Toml.Table;
import java.util.ArrayList;
import java.util.List;

/** A table of a configuration; asking for the wrong kind of value is told and gives nothing. */
final class Section {
  private final String name;
  private final Table table;
  private final ConfigFaults faults;

  Section(String name, Table table, ConfigFaults faults) {
    this.name = name;
    this.table = table;
    this.faults = faults;
  }

  /** A key with a text or number, and where both stand. */
  record Line(String key, int keyAt, String text, int at) {}

  int at() {
    return table.at();
  }

  boolean has(String key) {
    return table.get(key) != null;
  }

  /** Tells every other key. */
  void knows(String... keys) {
    for (Table.Entry entry : table.entries()) {
      if (!List.of(keys).contains(entry.key())) {
        faults.unknown(
            entry.at(),
            name.isEmpty() ? "section or key" : "key of [" + name + "]",
            entry.key(),
            List.of(keys));
      }
    }
  }

  /** The table of that name; an empty one when it is missing. */
  Section table(String key) {
    Table.Entry entry = table.get(key);
    String inner = name.isEmpty() ? key : name + "." + key;
    if (entry != null && entry.value() instanceof Table found) {
      return new Section(inner, found, faults);
    }
    if (entry != null) {
      wrong(entry.value(), "'" + key + "'", "a table such as [" + inner + "]");
    }
    return new Section(inner, new Table(Table.Origin.IMPLIED, at()), faults);
  }

  /** The tables of a list of tables. */
  List<Section> tables(String key) {
    Table.Entry entry = table.get(key);
    List<Section> sections = new ArrayList<>();
    if (entry == null) {
      return sections;
    }
    List<Toml> items =
        entry.value() instanceof Toml.Listing list ? list.items() : List.of(entry.value());
    for (Toml item : items) {
      if (item instanceof Table found && entry.value() instanceof Toml.Listing) {
        sections.add(new Section(key, found, faults));
      } else {
        wrong(item, "'" + key + "'", "tables that start with [[" + key + "]]");
      }
    }
    return sections;
  }

  /** The texts of a list, which is not empty. */
  List<Toml.Text> texts(String key) {
    Table.Entry entry = table.get(key);
    List<Toml.Text> texts = new ArrayList<>();
    if (entry == null) {
      return texts;
    }
    if (!(entry.value() instanceof Toml.Listing list)) {
      wrong(entry.value(), "'" + key + "'", "a list such as [\"…\"]");
      return texts;
    }
    for (Toml item : list.items()) {
      if (item instanceof Toml.Text text) {
        texts.add(text);
      } else {
        wrong(item, "an item of '" + key + "'", "a text in quotes");
      }
    }
    if (list.items().isEmpty()) {
      faults.add(list.at(), "'" + key + "' is empty; leave it out to say nothing");
    }
    return texts;
  }

  /** Every key, where its value is a text or a number. */
  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (Table.Entry entry : table.entries()) {
      Toml value = entry.value();
      if (value instanceof Toml.Text text) {
        lines.add(new Line(entry.key(), entry.at(), text.value(), value.at()));
      } else if (value instanceof Toml.Whole whole) {
        lines.add(new Line(entry.key(), entry.at(), Long.toString(whole.value()), value.at()));
      } else {
        wrong(value, "'" + entry.key() + "'", "a text or a number");
      }
    }
    return lines;
  }

  private void wrong(Toml value, String what, String expected) {
    faults.add(value.at(), what + " is " + value.kind() + "; it must be " + expected);
  }
}
