package dev.asynclint.javaparser.oracle;

import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Types;
import java.util.List;

/** What a resolved call is worth beside the truth. */
enum Score {
  /** As javac says. */
  RIGHT,
  /** Sure of something else. */
  WRONG,
  /** Not sure, or not seen. */
  UNKNOWN;

  /** Judges owner, name and, where the front end states them, parameters. */
  static Score ofTarget(Site site, Target target) {
    if (target instanceof Target.Known known) {
      boolean right =
          local(known.owner()).equals(site.owner())
              && (known.name().equals(site.name()))
              && (known.parameters().isEmpty() || sameParameters(known, site));
      return right ? RIGHT : WRONG;
    } else if (target instanceof Target.OneOf several) {
      return several.targets().stream().anyMatch(one -> ofTarget(site, one) == RIGHT)
          ? RIGHT
          : WRONG;
    }
    return UNKNOWN;
  }

  /** Judges the receiver. */
  static Score ofReceiver(Site site, Target target) {
    if (target instanceof Target.OneOf several) {
      return several.targets().stream().anyMatch(one -> ofReceiver(site, one) == RIGHT)
          ? RIGHT
          : WRONG;
    }
    String receiver =
        target instanceof Target.Known known
            ? known.receiver()
            : target instanceof Target.Unknown unknown ? unknown.receiver() : Types.UNKNOWN;
    if (receiver.equals(Types.UNKNOWN)) {
      return UNKNOWN;
    }
    return local(receiver).equals(site.receiver()) ? RIGHT : WRONG;
  }

  private static boolean sameParameters(Target.Known known, Site site) {
    return parameters(known.parameters()).equals(parameters(site.parameters()));
  }

  private static List<String> parameters(String text) {
    String inner = text.substring(1, text.length() - 1);
    return List.of(inner.split(",")).stream().map(Score::local).toList();
  }

  /** Local and anonymous types are the only ones with a dollar sign in their names. */
  private static String local(String type) {
    return type.indexOf('$') < 0 ? type : Site.LOCAL;
  }
}
