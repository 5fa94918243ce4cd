package dev.asynclint.javaparser.lowering;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.validator.postprocessors.Java10PostProcessor;
import com.github.javaparser.ast.validator.postprocessors.PostProcessors;

/**
 * The parser, one to a thread, always configured the same.
 *
 * <p>What comes with it to be done after a parse is left out: its validators walk the tree some
 * twenty times, as long as the parse itself takes, to reject what a compiler rejects anyway.
 */
public final class Parsing {
  private static final String VAR = "var";
  private static final PostProcessors VAR_TYPES = new Java10PostProcessor();

  private static final ThreadLocal<JavaParser> PARSER =
      ThreadLocal.withInitial(
          () -> {
            ParserConfiguration configuration =
                new ParserConfiguration()
                    .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_25)
                    .setAttributeComments(false)
                    .setStoreTokens(true);
            configuration.getProcessors().clear();
            return new JavaParser(configuration);
          });

  private Parsing() {}

  /** Parses a file; broken text gives a partial tree and problems. */
  public static ParseResult<CompilationUnit> file(String text) {
    JavaParser parser = PARSER.get();
    ParseResult<CompilationUnit> parsed = parser.parse(text);
    if (mentionsVar(text)) {
      VAR_TYPES.postProcess(parsed, parser.getParserConfiguration());
    }
    return parsed;
  }

  private static boolean mentionsVar(String text) {
    for (int at = text.indexOf(VAR); at >= 0; at = text.indexOf(VAR, at + 1)) {
      int end = at + VAR.length();
      if ((at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1)))
          && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)))) {
        return true;
      }
    }
    return false;
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
