package dev.asynclint.cli.report;

import dev.asynclint.core.rule.Product;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What this program is called. */
public final class Tool {
  /** Its name. */
  public static final String NAME = Product.NAME;

  private static final String VERSION = read();

  private Tool() {}

  /** Its version, as the build states it. */
  public static String version() {
    return VERSION;
  }

  private static String read() {
    Properties properties = new Properties();
    try (InputStream in = Tool.class.getResourceAsStream("/dev/asynclint/cli/tool.properties")) {
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
