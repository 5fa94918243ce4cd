package dev.asynclint.runtime.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test with a runtime of its own: the parameter of type {@link
 * dev.asynclint.runtime.AsyncRuntime}, also of the methods before and after it.
 *
 * <p>A test that passes fails nevertheless when it leaves
 *
 * <ul>
 *   <li>a task that has not ended. What can run is run first, without moving a clock that stands;
 *       where threads of their own run tasks or blocking calls they get a second to end.
 *   <li>a task that waits and that nothing can wake any more. Told at once, and by name, on the
 *       current thread with a paused clock.
 *   <li>a failed task whose handle nobody asked.
 *   <li>a socket that is open, when no task is left that might close it.
 * </ul>
 *
 * <p>A test that takes longer than a minute fails; {@link Timeout} on the method or its class says
 * otherwise.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@Timeout(60)
@ExtendWith(AsyncTestExtension.class)
public @interface AsyncTest {
  /** Which threads poll. */
  Flavor flavor() default Flavor.CURRENT_THREAD;

  /** Threads that poll, at least 1; those of {@link Flavor#MULTI_THREAD} alone. */
  int workers() default 2;

  /**
   * Whether time stands still and jumps to the next timer when nothing can run. Means nothing for
   * {@link Flavor#MULTI_THREAD}, whose clock runs.
   */
  boolean startPaused() default true;

  /**
   * In how many orders of its tasks the test is run, at least 1. Each is an invocation of its own
   * with its seed in the name. For {@link Flavor#MULTI_THREAD} a seed decides from whom workers
   * take tasks, and no more.
   */
  int seeds() default 1;

  /**
   * The first seed, which the name of an invocation tells: to run one that failed again. With 0,
   * and one seed, tasks run in the order they were woken.
   */
  long seed() default 0;
}
