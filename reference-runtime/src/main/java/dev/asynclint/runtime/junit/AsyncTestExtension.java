package dev.asynclint.runtime.junit;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes one invocation of an {@link AsyncTest} for every seed. */
final class AsyncTestExtension implements TestTemplateInvocationContextProvider {
  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getRequiredTestMethod(), AsyncTest.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    AsyncTest test =
        AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), AsyncTest.class)
            .orElseThrow();
    check(context, "seeds", test.seeds());
    check(context, "workers", test.workers());
    if (test.seeds() == 1 && test.seed() == 0) {
      return Stream.of(new AsyncInvocation(test, 0));
    }
    long first = test.seed() == 0 ? 1 : test.seed();
    return LongStream.range(first, first + test.seeds())
        .mapToObj(seed -> new AsyncInvocation(test, seed));
  }

  private static void check(ExtensionContext context, String name, int value) {
    if (value < 1) {
      throw new ExtensionConfigurationException(
          "@AsyncTest of "
              + context.getRequiredTestMethod()
              + ": "
              + name
              + " must be at least 1, not "
              + value);
    }
  }
}
