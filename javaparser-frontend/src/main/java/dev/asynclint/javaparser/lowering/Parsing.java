package dev.asynclint.javaparser.lowering;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.expr.Expression;

/** The parser, one to a thread, always configured the same. */
public final class Parsing {
  private static final ThreadLocal<JavaParser> PARSER =
      ThreadLocal.withInitial(
          () ->
              new JavaParser(
                  new ParserConfiguration()
                      .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_25)
                      .setAttributeComments(false)
                      .setStoreTokens(true)));

  private Parsing() {}

  /** Parses a file; broken text gives a partial tree and problems. */
  public static ParseResult<CompilationUnit> file(String text) {
    return PARSER.get().parse(text);
  }

  /** Parses an expression; null when it is none. */
  static Expression expression(String text) {
    ParseResult<Expression> result = PARSER.get().parseExpression(text);
    return result.isSuccessful() ? result.getResult().orElse(null) : null;
  }

  /** Forgets this thread's parser. */
  public static void release() {
    PARSER.remove();
  }
}
