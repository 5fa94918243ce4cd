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

  /** What it does not see, or sees only in part; empty when nothing is worth a word. */
  String limits() default "";

  /** Names of the components of the budgets record whose value moves its verdict. */
  String[] budgets() default {};

  /** Whether it also makes sense in tests, which may block and need no bounds. */
  boolean inTests() default false;

  /** Imports the two examples need, such as {@code "java.util.concurrent.*"}. */
  String[] imports() default {};

  /** Java release the two examples need. */
  int release() default 17;

  /** Titles and addresses of standard or library documentation. */
  String[] references() default {};

  /** The wave it ships in. */
  int wave() default 1;

  /** Whether the rule stays silent where receiver types are unknown. */
  boolean needsTypes() default true;

  /** What the best of its fixes promises. */
  FixSafety fix() default FixSafety.NONE;
}
