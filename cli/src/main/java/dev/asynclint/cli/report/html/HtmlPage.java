package dev.asynclint.cli.report.html;

import dev.asynclint.cli.scan.RuleInfo;
import dev.asynclint.cli.scan.ScanResult;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the page together. */
public final class HtmlPage {
  private static final Pattern SLOT = Pattern.compile("\\{\\{(\\w+)}}");

  private final String tool;
  private final String version;
  private final Function<RuleInfo, List<RulePart>> parts;

  /**
   * A page by this tool.
   *
   * @param parts what is known of a rule
   */
  public HtmlPage(String tool, String version, Function<RuleInfo, List<RulePart>> parts) {
    this.tool = tool;
    this.version = version;
    this.parts = parts;
  }

  @FunctionalInterface
  private interface Slot {
    void fill(Writer out) throws IOException;
  }

  /**
   * Writes all of it; the same result gives the same text.
   *
   * @param out not closed
   * @throws IOException if {@code out} fails
   */
  public void write(ScanResult result, Writer out) throws IOException {
    Facets facets = new Facets(result);
    String style = Assets.style();
    String script = Assets.script();
    Map<String, Slot> slots =
        Map.of(
            "policy", it -> it.write(policy(style, script)),
            "style", it -> it.write(style),
            "script", it -> it.write(script),
            "header", it -> it.write(Overview.header(result, tool, version).toString()),
            "summary", it -> it.write(Overview.charts(facets).toString()),
            "notes", it -> it.write(Overview.notes(result).toString()),
            "data", new FindingData(result, facets, parts)::write);
    String page = Assets.page();
    Matcher slot = SLOT.matcher(page);
    int at = 0;
    while (slot.find()) {
      out.write(page, at, slot.start() - at);
      slots.get(slot.group(1)).fill(out);
      at = slot.end();
    }
    out.write(page, at, page.length() - at);
  }

  /** Nothing is loaded, sent or run but what is in the page. */
  private static String policy(String style, String script) {
    return "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src "
        + Assets.hash(style)
        + "; script-src "
        + Assets.hash(script);
  }
}
