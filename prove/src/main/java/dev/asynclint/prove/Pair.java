package dev.asynclint.prove;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two programs of one rule, as sources. One that needs a later Java than the rest says so in its
 * first line, {@code // java: 21} or {@code // java: 21-23}.
 *
 * @param name id of the rule; where it is about another library, with a word for that: {@code
 *     rule/word}
 * @param bad text of the program with the fault
 * @param good text of the one without
 */
public record Pair(String name, String bad, String good) {
  private static final Pattern JAVA = Pattern.compile("\\A// java: (\\d+)(?:-(\\d+))?\\R");
  private static final Pattern CLAIM =
      Pattern.compile("@Claim\\(\\s*meter = Meter\\.(\\w+),\\s*budget = \"(\\w+)\"");
  private static final int FROM = 17;

  /** Between the rule and the word, in the name of a folder. */
  private static final String AND = "__";

  /** The pair in a folder. */
  static Pair of(String folder, String bad, String good) {
    return new Pair(folder.replace(AND, "/").replace('_', '-'), bad, good);
  }

  /** Id of the rule. */
  public String rule() {
    return name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
  }

  /** Whether it is the pair that stands for the rule. */
  public boolean isMain() {
    return rule().equals(name);
  }

  /** The first release of Java it runs on. */
  public int from() {
    return release(bad);
  }

  /** The release a program is written for. */
  public static int release(String source) {
    Matcher java = JAVA.matcher(source);
    return java.find() ? Integer.parseInt(java.group(1)) : FROM;
  }

  /** What is missing to run it here, in words; empty when nothing is. */
  public String missing() {
    Matcher java = JAVA.matcher(bad);
    if (!java.find()) {
      return "";
    }
    int running = Runtime.version().feature();
    if (java.group(2) == null) {
      return running < from() ? "needs Java " + from() : "";
    }
    return running < from() || running > Integer.parseInt(java.group(2))
        ? "needs Java %s to %s".formatted(java.group(1), java.group(2))
        : "";
  }

  /** What is measured. */
  public Meter meter() {
    return Meter.valueOf(claim().group(1));
  }

  /** The name of a budget, or a number in the unit of the meter. */
  public String budget() {
    return claim().group(2);
  }

  private Matcher claim() {
    Matcher claim = CLAIM.matcher(bad);
    if (!claim.find()) {
      throw new IllegalStateException("the bad twin of " + name + " claims nothing");
    }
    return claim;
  }

  /** The package of the programs. */
  String binaryPackage() {
    return Twins.PACKAGE + "." + folder(name);
  }

  /** The name of a file of a pair, as compilers want it. */
  public static String file(String name, String twin) {
    return Twins.PACKAGE + "/" + folder(name) + "/" + twin + ".java";
  }

  private static String folder(String name) {
    return name.replace("/", AND).replace('-', '_');
  }
}
