package dev.asynclint.javaparser;

import com.github.javaparser.ParseResult;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.asynclint.core.ir.LineMap;
import dev.asynclint.javaparser.lowering.Parsing;
import dev.asynclint.javaparser.resolve.Brackets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Parses what is left of a broken file. Where the parser stops, the statement or member around is
 * blanked out (spaces for characters, so that every position stays) and the file parsed again.
 *
 * <p>Enums inside methods are Java but not the parser's Java: they are taken out the same way,
 * parsed alone, and are no fault.
 */
final class Recovery {
  /** More faults than this in one file, and the file is hardly Java. */
  private static final int MOST_FAULTS = 25;

  private static final Pattern LOCAL_ENUM =
      Pattern.compile(
          "\\s*(?:(?:static|final|strictfp|@[\\w.]+)\\s+)*enum\\s+\\w+[^;]*\\{.*}\\s*",
          Pattern.DOTALL);

  private Recovery() {}

  /**
   * A file as far as it parses.
   *
   * @param localEnums enums declared inside methods, in source order; they are not in the tree
   * @param complete whether nothing is missing
   */
  record Recovered(
      ParseResult<CompilationUnit> tree, List<TypeDeclaration<?>> localEnums, boolean complete) {}

  /** The best tree there is for a text that does not parse. */
  static Recovered parse(String text, LineMap lines, ParseResult<CompilationUnit> failed) {
    ParseResult<CompilationUnit> result = failed;
    StringBuilder left = new StringBuilder(text);
    List<TypeDeclaration<?>> enums = new ArrayList<>();
    boolean complete = true;
    int last = -1;
    int wider = 0;
    for (int i = 0; i < MOST_FAULTS && !result.isSuccessful(); i++) {
      int fault = SyntaxErrors.offset(lines, text.length(), result.getProblems());
      wider = fault <= last ? wider + 1 : 0;
      last = Math.max(last, fault);
      Brackets.Region region = Brackets.around(left, fault, wider);
      TypeDeclaration<?> local = wider == 0 ? localEnum(left, region) : null;
      if (local != null) {
        enums.add(local);
      }
      complete &= local != null;
      if (!blank(left, region)) {
        return new Recovered(result, enums, false);
      }
      result = Parsing.file(left.toString());
    }
    return result.isSuccessful()
        ? new Recovered(result, enums, complete)
        : new Recovered(failed, List.of(), false);
  }

  private static TypeDeclaration<?> localEnum(CharSequence text, Brackets.Region region) {
    if (!LOCAL_ENUM.matcher(text.subSequence(region.start(), region.end())).matches()) {
      return null;
    }
    StringBuilder alone = new StringBuilder(text);
    blank(alone, new Brackets.Region(0, region.start(), 0));
    blank(alone, new Brackets.Region(region.end(), text.length(), 0));
    ParseResult<CompilationUnit> parsed = Parsing.file(alone.toString());
    return parsed.isSuccessful()
        ? parsed.getResult().flatMap(tree -> tree.getTypes().getFirst()).orElse(null)
        : null;
  }

  private static boolean blank(StringBuilder text, Brackets.Region region) {
    boolean changed = false;
    for (int i = region.start(); i < region.end(); i++) {
      if (text.charAt(i) > ' ') {
        text.setCharAt(i, ' ');
        changed = true;
      }
    }
    text.append("}".repeat(region.unclosed()));
    return changed || region.unclosed() > 0;
  }
}
