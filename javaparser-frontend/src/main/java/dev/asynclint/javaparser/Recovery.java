package dev.asynclint.javaparser;

import com.github.javaparser.ParseResult;
import com.github.javaparser.ast.CompilationUnit;
import dev.asynclint.core.ir.LineMap;
import dev.asynclint.javaparser.lowering.Parsing;
import dev.asynclint.javaparser.resolve.Brackets;

/**
 * Parses what is left of a broken file. Where the parser stops, the statement or member around is
 * blanked out (spaces for characters, so that every position stays) and the file parsed again.
 */
final class Recovery {
  /** More faults than this in one file, and the file is hardly Java. */
  private static final int MOST_FAULTS = 25;

  private Recovery() {}

  /** The best tree there is for a text that does not parse. */
  static ParseResult<CompilationUnit> parse(
      String text, LineMap lines, ParseResult<CompilationUnit> failed) {
    ParseResult<CompilationUnit> result = failed;
    StringBuilder left = new StringBuilder(text);
    int last = -1;
    int wider = 0;
    for (int i = 0; i < MOST_FAULTS && !result.isSuccessful(); i++) {
      int fault = SyntaxErrors.offset(lines, text.length(), result.getProblems());
      wider = fault <= last ? wider + 1 : 0;
      last = Math.max(last, fault);
      Brackets.Region region = Brackets.around(left, fault, wider);
      if (!blank(left, region)) {
        return result;
      }
      ParseResult<CompilationUnit> next = Parsing.file(left.toString());
      result = next;
    }
    return result.isSuccessful() ? result : failed;
  }

  private static boolean blank(StringBuilder text, Brackets.Region region) {
    boolean changed = false;
    for (int i = region.start(); i < region.end(); i++) {
      char c = text.charAt(i);
      if (c > ' ') {
        text.setCharAt(i, ' ');
        changed = true;
      }
    }
    for (int i = 0; i < region.unclosed(); i++) {
      text.append('}');
      changed = true;
    }
    return changed;
  }
}
