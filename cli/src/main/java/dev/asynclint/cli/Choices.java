package dev.asynclint.cli;

import dev.asynclint.cli.prove.CostReport;
import dev.asynclint.cli.prove.ProofReport;
import dev.asynclint.cli.report.Destination;
import dev.asynclint.cli.report.RuleList;
import dev.asynclint.cli.scan.Words;
import dev.asynclint.core.facts.Confidence;
import dev.asynclint.core.rule.Severity;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Options that take one of a few words. */
final class Choices {
  private Choices() {}

  /** A name of an encoding, as {@link Charset} knows it. */
  static final class CharsetConverter implements ITypeConverter<Charset> {
    @Override
    public Charset convert(String name) {
      try {
        return Charset.forName(name);
      } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
        throw new TypeConversionException("this Java knows no encoding '" + name + "'");
      }
    }
  }

  /** One {@code --format F[=PATH]}. */
  static final class DestinationConverter implements ITypeConverter<Destination> {
    @Override
    public Destination convert(String text) {
      try {
        return Destination.of(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** The constant of that name in any case. */
  private static <E extends Enum<E>> E of(Class<E> type, String word) {
    try {
      return Words.of(type, word);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
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

  /** {@code text}, {@code md}, {@code json}. */
  static final class ProofsConverter implements ITypeConverter<ProofReport.Format> {
    @Override
    public ProofReport.Format convert(String word) {
      return of(ProofReport.Format.class, word);
    }
  }

  /** {@code text}, {@code md}, {@code json}, {@code tsv}. */
  static final class CostsConverter implements ITypeConverter<CostReport.Format> {
    @Override
    public CostReport.Format convert(String word) {
      return of(CostReport.Format.class, word);
    }
  }
}
