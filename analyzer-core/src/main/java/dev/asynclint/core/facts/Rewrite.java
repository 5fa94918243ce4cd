package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Header;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Origin;
import dev.asynclint.core.ir.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts the edits of one fix together out of places that are known: text is put before, after or in
 * place of an element, so no text of the file is needed. Names of types are imported as they need
 * be. For one thread.
 */
final class Rewrite {
  /** Where members show no indentation, or one that cannot be meant. */
  private static final int USUAL = 2;

  private static final int WIDEST = 8;

  private final Unit unit;
  private final Index index;
  private final List<Edit> edits = new ArrayList<>();
  private final TreeSet<String> imports = new TreeSet<>();

  /** Edits of the file a body stands in. */
  Rewrite(Body body) {
    this.unit = body.unit;
    this.index = body.program.index();
  }

  /** Calls another member instead, with the same receiver and arguments. */
  Rewrite rename(CallSite call, String name) {
    int anchor = call.op.origin().anchor();
    return put(anchor, anchor + call.name().length(), name);
  }

  /** Puts text in place of an element. */
  Rewrite replace(Origin element, String text) {
    return put(element.start(), element.end(), text);
  }

  /** Puts text before an element. */
  Rewrite before(Origin element, String text) {
    return put(element.start(), element.start(), text);
  }

  /** Puts text behind an element. */
  Rewrite after(Origin element, String text) {
    return put(element.end(), element.end(), text);
  }

  /**
   * Puts a statement first into a block in braces, on a line of its own unless the block stands on
   * one line.
   *
   * @param indent characters before the statement that the block belongs to
   */
  Rewrite first(Op.Block block, int indent, String statement) {
    int at = block.origin().start() + 1;
    int end = block.origin().end();
    if (unit.lines().line(at) == unit.lines().line(end)) {
      return put(at, at, " " + statement + (at + 1 == end ? " " : ""));
    }
    int step = step();
    String line = step == 1 ? "\t".repeat(indent + 1) : " ".repeat(indent + step);
    return put(at, at, "\n" + line + statement);
  }

  /** By how many characters the file indents, as its members show; one is taken for a tab. */
  private int step() {
    return unit.callables().stream()
        .filter(callable -> !callable.isClosure())
        .mapToInt(callable -> unit.lines().column(callable.origin().start()) - 1)
        .filter(indent -> indent > 0)
        .min()
        .stream()
        .filter(indent -> indent <= WIDEST)
        .findFirst()
        .orElse(USUAL);
  }

  /** Takes a call out of a chain: what it is called on stays. */
  Rewrite drop(CallSite call, Origin receiver) {
    return put(receiver.end(), call.op.origin().end(), "");
  }

  private Rewrite put(int start, int end, String text) {
    edits.add(new Edit(unit, start, end, text));
    return this;
  }

  /** The name by which code of this file can speak of a type, imported when that helps. */
  String type(String name) {
    String simple = Body.simple(name);
    String own = unit.header().packageName();
    String home = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    boolean taken =
        unit.types().stream()
                .anyMatch(one -> !one.name().equals(name) && Body.simple(one.name()).equals(simple))
            || typeImports().stream()
                .anyMatch(one -> !one.name().equals(name) && one.name().endsWith("." + simple));
    if (taken) {
      return name;
    }
    boolean named = typeImports().stream().anyMatch(one -> one.name().equals(name));
    if (named || home.equals(own)) {
      return simple;
    }
    if (index.type(own.isEmpty() ? simple : own + "." + simple).isPresent()) {
      return name;
    }
    if (home.equals("java.lang")) {
      return simple;
    }
    if (typeImports().stream().noneMatch(one -> one.name().equals(home + ".*"))) {
      imports.add(name);
    }
    return simple;
  }

  private List<Header.Import> typeImports() {
    return unit.header().imports().stream()
        .filter(one -> one.kind() == Header.Import.Kind.TYPE)
        .toList();
  }

  /** The edits in the order of the file; insertions at one place are one edit. */
  List<Edit> edits() {
    Map<Integer, String> inserted = new TreeMap<>();
    List<Edit> all = new ArrayList<>();
    for (String name : imports) {
      addImport(name, inserted);
    }
    for (Edit edit : edits) {
      if (edit.start() == edit.end()) {
        inserted.merge(edit.start(), edit.text(), String::concat);
      } else {
        all.add(edit);
      }
    }
    inserted.forEach((at, text) -> all.add(new Edit(unit, at, at, text)));
    all.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
    return List.copyOf(all);
  }

  /** Keeps sorted imports sorted. */
  private void addImport(String name, Map<Integer, String> inserted) {
    List<Header.Import> known = typeImports();
    Header.Import before =
        known.stream().filter(one -> one.name().compareTo(name) < 0).reduce(null, (a, b) -> b);
    String line = "import " + name + ";";
    if (before != null) {
      inserted.merge(before.end(), "\n" + line, String::concat);
    } else if (!known.isEmpty()) {
      inserted.merge(known.get(0).start(), line + "\n", String::concat);
    } else {
      int end =
          unit.header().imports().stream()
              .mapToInt(Header.Import::end)
              .max()
              .orElse(unit.header().packageEnd());
      String gap = inserted.containsKey(end) ? "\n" : "\n\n";
      inserted.merge(end, end == 0 ? line + "\n" : gap + line, String::concat);
    }
  }
}
