package dev.asynclint.core.suppress;

import dev.asynclint.core.knowledge.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment that speaks to us: {@code // asynclint: ignore rule, rule -- reason}.
 *
 * @param names the rules it names, each with its offsets
 * @param reason why; empty when nothing is said
 * @param fault what is wrong with it; empty when nothing is
 */
record Directive(List<Name> names, String reason, String fault) {
  private static final Pattern START = Pattern.compile("//+\\s*asynclint\\s*:\\s*");
  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Pattern REASON = Pattern.compile("(?:^|\\s)--(?:\\s|$)");
  private static final String IGNORE = "ignore";

  /** A name and where it stands in the file. */
  record Name(String text, int start, int end) {}

  /** Whether a comment speaks to us. */
  static boolean isIn(String comment) {
    return START.matcher(comment).lookingAt();
  }

  /**
   * Reads a comment that speaks to us.
   *
   * @param at offset of the comment
   */
  static Directive of(String comment, int at) {
    Matcher start = START.matcher(comment);
    int from = start.lookingAt() ? start.end() : 0;
    Matcher verb = WORD.matcher(comment);
    if (!verb.find(from) || !verb.group().equals(IGNORE)) {
      return new Directive(List.of(), "", unknown(verb.find(from) ? verb.group() : ""));
    }
    Matcher split = REASON.matcher(comment);
    boolean reasoned = split.find(verb.end());
    String reason = reasoned ? comment.substring(split.end()).strip() : "";
    String listed = comment.substring(verb.end(), reasoned ? split.start() : comment.length());
    List<Name> names = new ArrayList<>();
    Matcher name = Pattern.compile("[^\\s,]+").matcher(listed);
    while (name.find()) {
      int offset = at + verb.end() + name.start();
      names.add(new Name(name.group(), offset, offset + name.group().length()));
    }
    return new Directive(names, reason, fault(names, reason));
  }

  private static String fault(List<Name> names, String reason) {
    if (names.isEmpty()) {
      return "this comment names no rule; write '// asynclint: ignore rule-id -- reason'";
    }
    return reason.isEmpty()
        ? "this comment gives no reason and hides nothing; add ' -- ' and why it is meant"
        : "";
  }

  private static String unknown(String word) {
    String nearest = Suggestion.nearest(word, List.of(IGNORE));
    return "'"
        + word
        + "' is nothing asynclint can be told"
        + (nearest.isEmpty()
            ? "; write '// asynclint: ignore rule-id -- reason'"
            : "; did you mean '" + nearest + "'?");
  }
}
