package dev.asynclint.cli;

import dev.asynclint.cli.report.RuleList;
import dev.asynclint.cli.scan.Nearest;
import dev.asynclint.core.facts.Confidence;
import dev.asynclint.core.rule.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Options that take one of a few words. */
final class Choices {
  private Choices() {}

  /** The constant of that name in any case. */
  private static <E extends Enum<E>> E of(Class<E> type, String word) {
    List<String> words =
        Arrays.stream(type.getEnumConstants())
            .map(one -> one.name().toLowerCase(Locale.ROOT))
            .toList();
    int index = words.indexOf(word.toLowerCase(Locale.ROOT));
    if (index < 0) {
      throw new TypeConversionException(
          "'%s' is not one of %s%s"
              .formatted(word, String.join(", ", words), Nearest.question(word, words)));
    }
    return type.getEnumConstants()[index];
  }

  /** {@code error}, {@code warning}, {@code info}. */
  static final class SeverityConverter implements ITypeConverter<Severity> {
    @Override
    public Severity convert(String word) {
      return of(Severity.class, word);
    }
  }

  /** {@code high}, {@code medium}, {@code low}. */
  static final class ConfidenceConverter implements ITypeConverter<Confidence> {
    @Override
    public Confidence convert(String word) {
      return of(Confidence.class, word);
    }
  }

  /** {@code auto}, {@code always}, {@code never}. */
  static final class ColorConverter implements ITypeConverter<Terminal.Color> {
    @Override
    public Terminal.Color convert(String word) {
      return of(Terminal.Color.class, word);
    }
  }

  /** {@code text}, {@code json}, {@code md}. */
  static final class RuleListConverter implements ITypeConverter<RuleList.Format> {
    @Override
    public RuleList.Format convert(String word) {
      return of(RuleList.Format.class, word);
    }
  }
}
