package dev.asynclint.core.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Everything people read about a rule; the one place for it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AsyncRule {
  /** Kebab-case id; completes "allow …" and names the fault. */
  String id();

  /** The family. */
  Family family();

  /** Severity of a finding of high confidence; lower confidence is never an error. */
  Severity severity();

  /** One sentence without a full stop. */
  String summary();

  /** Why it matters: what stalls, when, how much. */
  String why();

  /** A body of class members that the rule reports; each blamed line ends in {@code // expect:}. */
  String bad();

  /** The same scenario, mended; the rule is silent. */
  String good();

  /** When the pattern is right after all. */
  String whenNot();

  /** Imports the two examples need, such as {@code "java.util.concurrent.*"}. */
  String[] imports() default {};

  /** Titles and addresses of standard or library documentation. */
  String[] references() default {};

  /** The wave it ships in. */
  int wave() default 1;

  /** Whether the rule stays silent where receiver types are unknown. */
  boolean needsTypes() default true;

  /** What its fix promises. */
  FixSafety fix() default FixSafety.NONE;
}
