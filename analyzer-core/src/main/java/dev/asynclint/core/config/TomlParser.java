package dev.asynclint.core.config;

import dev.asynclint.core.config.Toml.Table;
import dev.asynclint.core.config.Toml.Table.Origin;
import dev.asynclint.core.config.TomlText.Malformed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads TOML 1.0 without dates and fractions, which nothing here needs. A line that is wrong is
 * told, and reading goes on with the next key or header. Not safe for use by several threads.
 */
final class TomlParser {
  private static final int DEEPEST = 100;
  private static final Pattern DECIMAL = Pattern.compile("[+-]?(?:0|[1-9](?:_?[0-9])*)");
  private static final Pattern OTHER_BASE =
      Pattern.compile("0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*");

  private final TomlText text;
  private final Table root = new Table(Origin.HEADER, 0);
  private final Map<Integer, String> faults = new LinkedHashMap<>();
  private Table current = root;
  private int depth;

  private TomlParser(String text) {
    this.text = new TomlText(text);
  }

  /**
   * What a document says.
   *
   * @param faults what is wrong, by offset, in order
   */
  record Document(Table root, Map<Integer, String> faults) {}

  static Document parse(String text) {
    TomlParser parser = new TomlParser(text);
    parser.document();
    return new Document(parser.root, parser.faults);
  }

  private void document() {
    while (!text.atEnd()) {
      try {
        text.blank();
        if (text.atEnd()) {
          return;
        }
        if (text.peek() == '[') {
          header();
        } else {
          pair(current);
        }
        text.finishLine();
      } catch (Malformed e) {
        faults.putIfAbsent(e.at(), e.getMessage());
        text.recover();
      }
    }
  }

  private record Key(String name, int at) {}

  private void header() throws Malformed {
    boolean many = text.passes("[[");
    if (!many) {
      text.expect("[", "to start a header");
    }
    // Keys below a header that is wrong are still read, and belong nowhere.
    current = new Table(Origin.HEADER, text.at());
    List<Key> path = path();
    text.expect(many ? "]]" : "]", "after the name of a table");
    Table parent = root;
    for (Key key : path.subList(0, path.size() - 1)) {
      parent = inner(parent, key, Origin.IMPLIED);
    }
    Key last = path.get(path.size() - 1);
    Table.Entry known = parent.get(last.name());
    if (many) {
      append(parent, last, known);
    } else if (known == null) {
      parent.put(last.name(), last.at(), current);
    } else if (known.value() instanceof Table table && table.origin() == Origin.IMPLIED) {
      table.define();
      current = table;
    } else {
      throw new Malformed(last.at(), "'" + last.name() + "' is already defined");
    }
  }

  private void append(Table parent, Key key, Table.Entry known) throws Malformed {
    if (known == null) {
      List<Toml> tables = new ArrayList<>(List.of(current));
      parent.put(key.name(), key.at(), new Toml.Listing(tables, false, key.at()));
    } else if (known.value() instanceof Toml.Listing list && !list.closed()) {
      list.items().add(current);
    } else {
      throw new Malformed(key.at(), "'" + key.name() + "' is already defined, and not by [[ ]]");
    }
  }

  private void pair(Table table) throws Malformed {
    List<Key> path = path();
    text.expect("=", "after the key");
    text.spaces();
    Table parent = table;
    for (Key key : path.subList(0, path.size() - 1)) {
      parent = inner(parent, key, Origin.KEYS);
    }
    Key last = path.get(path.size() - 1);
    Table.Entry known = parent.get(last.name());
    if (known != null) {
      throw new Malformed(last.at(), "'" + last.name() + "' is already defined");
    }
    parent.put(last.name(), last.at(), value());
  }

  /** The table of that name, made when it is missing. */
  private Table inner(Table parent, Key key, Origin origin) throws Malformed {
    Table.Entry known = parent.get(key.name());
    if (known == null) {
      Table made = new Table(origin, key.at());
      parent.put(key.name(), key.at(), made);
      return made;
    }
    Toml value = known.value();
    if (origin == Origin.IMPLIED && value instanceof Toml.Listing list && !list.closed()) {
      value = list.items().get(list.items().size() - 1);
    }
    boolean open =
        value instanceof Table table
            && table.origin() != Origin.INLINE
            && (origin == Origin.IMPLIED || table.origin() == Origin.KEYS);
    if (!open) {
      throw new Malformed(key.at(), "'" + key.name() + "' is already defined");
    }
    return (Table) value;
  }

  /** A dotted key. */
  private List<Key> path() throws Malformed {
    List<Key> path = new ArrayList<>();
    do {
      text.spaces();
      int at = text.at();
      boolean quoted = text.peek() == '"' || text.peek() == '\'';
      String name = quoted ? text.string(false) : text.word("");
      if (!quoted && name.isEmpty()) {
        throw new Malformed(at, "expected a key but found " + text.found());
      }
      path.add(new Key(name, at));
      text.spaces();
    } while (text.passes("."));
    return path;
  }

  private Toml value() throws Malformed {
    int at = text.at();
    if (depth == DEEPEST) {
      throw new Malformed(at, "values are nested too deep");
    }
    depth++;
    try {
      return switch (text.peek()) {
        case '"', '\'' -> new Toml.Text(text.string(true), at);
        case '[' -> list(at);
        case '{' -> inline(at);
        default -> scalar(at);
      };
    } finally {
      depth--;
    }
  }

  private Toml list(int at) throws Malformed {
    text.expect("[", "to start a list");
    List<Toml> items = new ArrayList<>();
    text.blank();
    while (!text.passes("]")) {
      items.add(value());
      text.blank();
      if (!text.passes(",")) {
        text.expect("]", "or ',' in a list");
        break;
      }
      text.blank();
    }
    return new Toml.Listing(items, true, at);
  }

  private Toml inline(int at) throws Malformed {
    text.expect("{", "to start a table");
    Table table = new Table(Origin.KEYS, at);
    text.spaces();
    boolean more = !text.passes("}");
    while (more) {
      pair(table);
      text.spaces();
      more = text.passes(",");
      if (!more) {
        text.expect("}", "or ',' in a table");
      }
    }
    return closed(table, at);
  }

  /** The same table, and those its dotted keys made, complete. */
  private static Table closed(Table table, int at) {
    Table closed = new Table(Origin.INLINE, at);
    table
        .entries()
        .forEach(
            entry ->
                closed.put(
                    entry.key(),
                    entry.at(),
                    entry.value() instanceof Table inner && inner.origin() == Origin.KEYS
                        ? closed(inner, inner.at())
                        : entry.value()));
    return closed;
  }

  private Toml scalar(int at) throws Malformed {
    String word = text.word("+.:");
    if (word.equals("true") || word.equals("false")) {
      return new Toml.Flag(word.equals("true"), at);
    }
    try {
      if (DECIMAL.matcher(word).matches()) {
        return new Toml.Whole(Long.parseLong(word.replace("_", "")), at);
      }
      if (OTHER_BASE.matcher(word).matches()) {
        int base = word.charAt(1) == 'x' ? 16 : word.charAt(1) == 'o' ? 8 : 2;
        return new Toml.Whole(Long.parseLong(word.substring(2).replace("_", ""), base), at);
      }
    } catch (NumberFormatException e) {
      throw new Malformed(at, word + " is too great a number");
    }
    if (word.isEmpty()) {
      throw new Malformed(at, "expected a value but found " + text.found());
    }
    throw new Malformed(
        at, "'" + word + "' is no value; a text stands in quotes, a number has no fraction");
  }
}
