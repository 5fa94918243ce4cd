package dev.asynclint.cli.baseline;

import dev.asynclint.cli.scan.Reported;

/**
 * A finding as a baseline remembers it.
 *
 * @param fingerprint made of rule, method and line
 * @param path of the file, as reports name it
 * @param callable the method it stands in; empty outside of any
 */
record Known(String fingerprint, String rule, String path, String callable, String message) {

  static Known of(Reported reported) {
    return new Known(
        reported.fingerprint(),
        reported.finding().ruleId(),
        reported.finding().location().file(),
        reported.callable(),
        reported.finding().message());
  }

  /** The same method in another class: what a renamed or moved class keeps. */
  String method() {
    int open = callable.indexOf('(');
    String owner = open < 0 ? callable : callable.substring(0, open);
    return callable.substring(owner.lastIndexOf('.') + 1);
  }
}
