package dev.asynclint.core.rule;

/** What applying a rule's edit promises. */
public enum FixSafety {
  /** Behaviour is kept; may be applied unattended. */
  SAFE,
  /** Offered; a person decides. */
  SUGGESTED,
  /** The rule has no edit. */
  NONE;

  /** The stable lower-case name. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
