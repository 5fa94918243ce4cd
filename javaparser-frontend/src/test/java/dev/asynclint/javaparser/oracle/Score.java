package dev.asynclint.javaparser.oracle;

import dev.asynclint.core.ir.Target;
import dev.asynclint.core.ir.Types;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What a resolved call is worth beside the truth. */
enum Score {
  /** As javac says. */
  RIGHT,
  /** Sure of something else. */
  WRONG,
  /** Not sure, or not seen. */
  UNKNOWN;

  /**
   * Judges owner, name and, where the front end states them, parameters.
   *
   * @param sameVersions whether the front end knows the very jars javac does; another version of a
   *     library may declare in the receiver's type what this one inherits
   */
  static Score ofTarget(Site site, Target target, boolean sameVersions) {
    if (target instanceof Target.Known known) {
      String owner = local(known.owner());
      boolean right =
          known.name().equals(site.name())
              && (owner.equals(site.owner()) || !sameVersions && owner.equals(site.receiver()))
              && sameParameters(known, site);
      return right ? RIGHT : WRONG;
    } else if (target instanceof Target.OneOf several) {
      return several.targets().stream().anyMatch(one -> ofTarget(site, one, sameVersions) == RIGHT)
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

  /** Nothing is said by no parameters, or by one of unknown type. */
  private static boolean sameParameters(Target.Known known, Site site) {
    List<String> stated = parameters(known.parameters());
    List<String> declared = parameters(site.parameters());
    return known.parameters().isEmpty()
        || stated.size() == declared.size()
            && IntStream.range(0, stated.size())
                .allMatch(
                    i ->
                        stated.get(i).startsWith(Types.UNKNOWN)
                            || stated.get(i).equals(declared.get(i)));
  }

  private static List<String> parameters(String text) {
    String inner = text.isEmpty() ? "" : text.substring(1, text.length() - 1);
    return Arrays.stream(inner.split(",")).map(Score::local).toList();
  }

  /** Local and anonymous types are the only ones with a dollar sign in their names. */
  private static String local(String type) {
    return type.indexOf('$') < 0 ? type : Site.LOCAL;
  }
}
