package dev.asynclint.core.suppress;

import dev.asynclint.core.ir.LineMap;
import dev.asynclint.core.ir.TextSearch;
import dev.asynclint.core.rule.Product;
import dev.asynclint.core.suppress.JavaText.Kind;
import dev.asynclint.core.suppress.JavaText.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What the text of one file says about findings.
 *
 * @param all in the order of the text
 * @param faults comments that speak to us and cannot be followed: what is wrong, by the offsets of
 *     the comment
 */
record Marks(List<Mark> all, Map<Range, String> faults) {
  private static final String PREFIX = "asynclint:";
  private static final String ANNOTATION = "SuppressWarnings";

  /** Most files have neither, and every file is asked. */
  private static final TextSearch EITHER = new TextSearch(Product.NAME, ANNOTATION);

  /** A part of the text. */
  record Range(int start, int end) implements Comparable<Range> {
    @Override
    public int compareTo(Range other) {
      return Integer.compare(start, other.start);
    }
  }

  /**
   * Reads a text.
   *
   * @param checkNames gives the id of the rule that a check of that name belongs to
   */
  static Marks of(String text, Function<String, Optional<String>> checkNames) {
    Marks marks = new Marks(new ArrayList<>(), new TreeMap<>());
    if (EITHER.isIn(text) && (text.contains(Product.NAME) || namesCheck(text, checkNames))) {
      List<Token> tokens = JavaText.tokens(text);
      marks.comments(tokens, LineMap.of(text), text.length());
      List<Token> code = tokens.stream().filter(t -> t.kind() != Kind.COMMENT).toList();
      marks.annotations(code, text.length(), checkNames);
    }
    return marks;
  }

  /** Reading every file with an annotation for other tools would cost more than all rules. */
  private static boolean namesCheck(String text, Function<String, Optional<String>> checkNames) {
    for (int at = text.indexOf(ANNOTATION); at >= 0; at = text.indexOf(ANNOTATION, at + 1)) {
      int close = text.indexOf(')', at);
      String[] parts = text.substring(at, close < 0 ? text.length() : close).split("\"");
      for (int i = 1; i < parts.length; i += 2) {
        if (checkNames.apply(parts[i]).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  private void comments(List<Token> tokens, LineMap lines, int length) {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() != Kind.COMMENT || !Directive.isIn(token.text())) {
        continue;
      }
      Directive directive = Directive.of(token.text(), token.start());
      if (!directive.fault().isEmpty()) {
        faults.put(new Range(token.start(), token.end()), directive.fault());
        continue;
      }
      int line = lines.line(token.start());
      boolean behindCode = i > 0 && lines.line(tokens.get(i - 1).end() - 1) == line;
      int meant = behindCode ? line : lineOfCode(tokens, i, lines);
      int from = lines.start(meant);
      int to = meant < lines.lines() ? lines.start(meant + 1) : length;
      directive
          .names()
          .forEach(
              name ->
                  all.add(
                      new Mark(
                          name.text(),
                          true,
                          name.start(),
                          name.end(),
                          from,
                          to,
                          directive.reason())));
    }
  }

  /** The line of the next code; comments may stand one below the other. */
  private static int lineOfCode(List<Token> tokens, int comment, LineMap lines) {
    return tokens.subList(comment, tokens.size()).stream()
        .filter(token -> token.kind() != Kind.COMMENT)
        .findFirst()
        .map(token -> lines.line(token.start()))
        .orElseGet(() -> lines.line(tokens.get(comment).start()));
  }

  private void annotations(
      List<Token> code, int length, Function<String, Optional<String>> checkNames) {
    for (int i = 0; i + 1 < code.size(); i++) {
      if (!code.get(i).is('@')) {
        continue;
      }
      int name = i + 1;
      while (name + 2 < code.size() && code.get(name + 1).is('.')) {
        name += 2;
      }
      if (!code.get(name).is(ANNOTATION)
          || name + 1 >= code.size()
          || !code.get(name + 1).is('(')) {
        continue;
      }
      int after = Declarations.closed(code, name + 1);
      int end = Declarations.end(code, pastAnnotations(code, after), length);
      for (Token token : code.subList(name + 1, after)) {
        if (token.kind() == Kind.STRING) {
          add(token, code.get(i).start(), end, checkNames);
        }
      }
    }
  }

  private void add(Token name, int from, int to, Function<String, Optional<String>> checkNames) {
    Optional<String> rule =
        name.text().startsWith(PREFIX)
            ? Optional.of(name.text().substring(PREFIX.length()))
            : checkNames.apply(name.text());
    rule.ifPresent(id -> all.add(new Mark(id, false, name.start(), name.end(), from, to, "")));
  }

  /** Further annotations stand between this one and the declaration, with braces of their own. */
  private static int pastAnnotations(List<Token> code, int from) {
    int at = from;
    while (at + 1 < code.size() && code.get(at).is('@') && !code.get(at + 1).is("interface")) {
      at += 2;
      while (at + 1 < code.size() && code.get(at).is('.')) {
        at += 2;
      }
      if (at < code.size() && code.get(at).is('(')) {
        at = Declarations.closed(code, at);
      }
    }
    return at;
  }
}
