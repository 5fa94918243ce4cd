package dev.asynclint.prove.cost;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.text.Collator;
import java.text.DateFormat;
import java.text.DecimalFormat;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Patterns and formats. */
final class TextCalls {
  private static final String MAIL = "[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+";
  private static final String LINE =
      new String(Bench.text(80), StandardCharsets.US_ASCII).replace('\n', ' ');
  private static final String DAY = "yyyy-MM-dd HH:mm:ss";

  private TextCalls() {}

  static List<Call> all() {
    return List.of(
        new Call(
            "pattern-compile",
            "Pattern.compile",
            "a mail address",
            bench -> () -> Pattern.compile(MAIL)),
        new Call(
            "pattern-matches",
            "Pattern.matches",
            "a mail address",
            bench -> () -> Pattern.matches(MAIL, "a.person@example.org")),
        new Call(
            "string-matches",
            "String.matches",
            "a mail address",
            bench -> () -> "a.person@example.org".matches(MAIL)),
        new Call(
            "string-replace-all",
            "String.replaceAll",
            "digits in 80 letters",
            bench -> () -> LINE.replaceAll("[0-9]+", "#")),
        new Call(
            "string-split", "String.split", "80 letters at commas", bench -> () -> LINE.split(",")),
        new Call(
            "string-split-pattern",
            "String.split",
            "80 letters at a pattern",
            bench -> () -> LINE.split("\\s*,\\s*")),
        new Call(
            "string-format",
            "String.format",
            "a word, a number and a fraction",
            bench -> () -> String.format(Locale.ROOT, "%s: %d of %.2f", "order", 17, 1.5)),
        new Call(
            "date-formatter",
            "DateTimeFormatter.ofPattern",
            DAY,
            bench -> () -> DateTimeFormatter.ofPattern(DAY, Locale.ROOT)),
        new Call(
            "simple-date-format",
            "new SimpleDateFormat",
            DAY,
            bench -> () -> new SimpleDateFormat(DAY, Locale.ROOT)),
        new Call(
            "date-format",
            "DateFormat.getDateInstance",
            "",
            bench -> () -> DateFormat.getDateInstance(DateFormat.SHORT, Locale.ROOT)),
        new Call(
            "decimal-format",
            "new DecimalFormat",
            "#,##0.00",
            bench -> () -> new DecimalFormat("#,##0.00")),
        new Call(
            "number-format",
            "NumberFormat.getInstance",
            "",
            bench -> () -> NumberFormat.getInstance(Locale.ROOT)),
        new Call(
            "message-format",
            "new MessageFormat",
            "two arguments",
            bench -> () -> new MessageFormat("{0} has {1,number} items", Locale.ROOT)),
        new Call(
            "collator",
            "Collator.getInstance",
            "",
            bench -> () -> Collator.getInstance(Locale.ROOT)),
        new Call(
            "break-iterator",
            "BreakIterator.getWordInstance",
            "",
            bench -> () -> BreakIterator.getWordInstance(Locale.ROOT)),
        new Call(
            "base64-64k",
            "Base64.Encoder.encodeToString",
            "64 KiB",
            bench -> {
              byte[] bytes = Bench.text(64 << 10);
              return () -> Base64.getEncoder().encodeToString(bytes);
            }));
  }
}
