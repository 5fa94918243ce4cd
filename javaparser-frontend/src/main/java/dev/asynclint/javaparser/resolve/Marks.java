package dev.asynclint.javaparser.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The annotations of one declaration that make Lombok generate members, with their arguments as
 * written; {@link GeneratedMembers} knows what they mean.
 */
final class Marks {
  /** None. */
  static final Marks NONE = new Marks(Map.of());

  private static final String LOMBOK = "lombok";

  private final Map<String, String> arguments;

  private Marks(Map<String, String> arguments) {
    this.arguments = arguments;
  }

  /** Tells which annotations of a file are Lombok's, by what the file imports. */
  static final class Reader {
    private final Map<String, String> single;
    private final List<String> onDemand;
    private final boolean imported;

    Reader(Map<String, String> single, List<String> onDemand) {
      this.single = single;
      this.onDemand = onDemand;
      this.imported =
          single.values().stream().anyMatch(Reader::isLombok)
              || onDemand.stream().anyMatch(Reader::isLombok);
    }

    /** Reads the annotations in a piece of source; what is not Lombok's is left out. */
    Marks read(String text) {
      if (!imported && !text.contains(LOMBOK)) {
        return NONE;
      }
      Map<String, String> found = new HashMap<>();
      Lexer lexer = new Lexer(text, 0, text.length());
      while (lexer.kind != Lexer.EOF) {
        if (!lexer.take('@')) {
          lexer.next();
          continue;
        }
        int from = lexer.start;
        while (lexer.take(Lexer.WORD) && lexer.kind == '.') {
          lexer.next();
        }
        String name = canonical(text.substring(from, lexer.previousEnd));
        int open = lexer.start;
        if (lexer.kind == '(') {
          lexer.skipBalanced();
        }
        if (name != null) {
          found.put(name, text.substring(open, Math.max(open, lexer.previousEnd)));
        }
      }
      return found.isEmpty() ? NONE : new Marks(found);
    }

    private static boolean isLombok(String name) {
      return name.equals(LOMBOK) || name.startsWith(LOMBOK + ".");
    }

    /** The name behind Lombok's packages, which no two of its annotations share; else null. */
    private String canonical(String written) {
      int dot = written.indexOf('.');
      String first = dot < 0 ? written : written.substring(0, dot);
      String imported = single.get(first);
      String full = imported == null ? written : imported + written.substring(first.length());
      if (!isLombok(full)) {
        return imported == null ? onDemand(written) : nonNull(full);
      }
      int at = 0;
      while (at < full.length() && Character.isLowerCase(full.charAt(at))) {
        at = full.indexOf('.', at) + 1;
        if (at == 0) {
          return null;
        }
      }
      return full.substring(at);
    }

    private String onDemand(String written) {
      for (String prefix : onDemand) {
        if (isLombok(prefix) && GeneratedMembers.KNOWN.contains(prefix + "." + written)) {
          return written;
        }
      }
      return null;
    }

    /** Lombok obeys the like-named annotations of others. */
    private static String nonNull(String full) {
      return full.endsWith(".NonNull") || full.endsWith(".Nonnull") ? "NonNull" : null;
    }
  }

  /** Whether the annotation stands here; nested ones are named {@code Builder.Default}. */
  boolean has(String annotation) {
    return arguments.containsKey(annotation);
  }

  boolean hasAny(Iterable<String> annotations) {
    for (String annotation : annotations) {
      if (has(annotation)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the annotation stands here with a word among its arguments. */
  boolean says(String annotation, String word) {
    return Pattern.compile("\\b" + word + "\\b")
        .matcher(arguments.getOrDefault(annotation, ""))
        .find();
  }

  /** Whether the annotation sets that attribute to true. */
  boolean isTrue(String annotation, String attribute) {
    return says(annotation, attribute + "\\s*=\\s*true");
  }

  /** A string attribute; the default when it is absent or not a literal. */
  String text(String annotation, String attribute, String otherwise) {
    String from = arguments.getOrDefault(annotation, "");
    Matcher matcher =
        Pattern.compile("\\b" + attribute + "\\s*=\\s*\"([^\"\\\\]*)\"").matcher(from);
    if (matcher.find()) {
      return matcher.group(1);
    }
    Matcher alone = Pattern.compile("^\\(\\s*\"([^\"\\\\]*)\"\\s*\\)").matcher(from);
    return attribute.equals("value") && alone.find() ? alone.group(1) : otherwise;
  }
}
