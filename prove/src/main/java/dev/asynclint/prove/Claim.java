package dev.asynclint.prove;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What is claimed of a bad twin: the line of the rule costs more than a budget allows. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Claim {
  /** What is measured. */
  Meter meter();

  /** The name of a budget, or a number in the unit of the meter. */
  String budget();

  /**
   * The binary name of the type of which every new object is counted, where the meter counts those;
   * else unused.
   */
  String type() default "";
}
