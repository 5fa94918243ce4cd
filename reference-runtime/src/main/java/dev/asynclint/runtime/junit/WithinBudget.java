package dev.asynclint.runtime.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Fails an {@link AsyncTest} whose tasks spend more than they may, with the line to blame. What
 * {@code blockOn} itself polls is no task and is not measured.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
public @interface WithinBudget {
  /** What is looked at; time is not unless it is asked for, because busy machines take longer. */
  Spending[] value() default {Spending.OPERATIONS, Spending.STATE, Spending.BLOCKING};

  /**
   * Budgets that differ from the defaults, as in a configuration: {@code "taskStateErrorBytes =
   * 4KiB"}.
   */
  String[] budgets() default {};

  /** What a task spends. */
  enum Spending {
    /** Operations in one poll, against {@code operationsPerPoll}. */
    OPERATIONS,

    /** Time in one poll, against {@code pollTime}. */
    POLL_TIME,

    /** Bytes kept while suspended, against {@code taskStateErrorBytes}. */
    STATE,

    /**
     * Calls that block a thread that polls: none may, but for reads that load classes. On the
     * current thread that is the thread of the test, whose own calls count as well.
     */
    BLOCKING,

    /** Locks held while suspended: none may. */
    HELD_LOCKS
  }
}
