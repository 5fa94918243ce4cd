package dev.asynclint.core.rule;

/** What this program is called, in all its faces. */
public final class Product {
  /** Its name. */
  public static final String NAME = "asynclint";

  /** What identifies it among all packages; it names no place in the network. */
  public static final String ADDRESS = "pkg:maven/dev.asynclint/cli";

  /** One sentence. */
  public static final String SUMMARY = "Finds the code that stalls an asynchronous Java program.";

  private Product() {}
}
