package dev.asynclint.runtime.junit;

import java.util.List;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * One run of a test.
 *
 * @param seed of the order of its tasks; 0 for the order they were woken in
 */
record AsyncInvocation(AsyncTest test, long seed) implements TestTemplateInvocationContext {
  @Override
  public String getDisplayName(int index) {
    return seed == 0 ? "as woken" : "seed " + seed;
  }

  @Override
  public List<Extension> getAdditionalExtensions() {
    return List.of(new RuntimePerTest(test, seed));
  }
}
