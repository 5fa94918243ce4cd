package dev.asynclint.runtime.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetsTest {

  /** The least value each component may have, the defaults elsewhere. */
  private static final Map<String, Object> LEAST =
      Map.of(
          "operationsPerPoll", 1,
          "pollTime", Duration.ofNanos(1),
          "eventLoopWait", Duration.ZERO,
          "boundedWait", Duration.ZERO,
          "blockingPoolSize", 1,
          "taskStateWarnBytes", 0,
          "taskStateErrorBytes", Budgets.DEFAULT.taskStateWarnBytes(),
          "spawnBound", 1,
          "copyElements", 1);

  static Stream<Arguments> components() {
    return Arrays.stream(Budgets.class.getRecordComponents())
        .map(component -> Arguments.of(component.getName(), LEAST.get(component.getName())));
  }

  @ParameterizedTest
  @MethodSource("components")
  void theLeastValueIsAccepted(String name, Object least) {
    assertThatNoException().isThrownBy(() -> with(name, least));
  }

  @ParameterizedTest
  @MethodSource("components")
  void lessIsRefusedByName(String name, Object least) {
    Object less =
        least instanceof Duration time ? time.minusNanos(1) : (Object) ((Integer) least - 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(name, less))
        .withMessageContaining(name)
        .withMessageContaining(less.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pollTime", "eventLoopWait", "boundedWait"})
  void aMissingTimeIsRefusedByName(String name) {
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> with(name, null))
        .withMessageContaining(name);
  }

  @Test
  void anErrorMayStartWhereTheWarningDoes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with("taskStateWarnBytes", Budgets.DEFAULT.taskStateErrorBytes() + 1))
        .withMessageContaining("taskStateErrorBytes");
    assertThatNoException()
        .isThrownBy(() -> with("taskStateWarnBytes", Budgets.DEFAULT.taskStateErrorBytes()));
  }

  @Test
  void theDefaultsKeepTheirOrder() {
    assertThat(Budgets.DEFAULT.pollTime()).isLessThan(Budgets.DEFAULT.eventLoopWait());
    assertThat(Budgets.DEFAULT.eventLoopWait()).isLessThan(Budgets.DEFAULT.boundedWait());
  }

  private static Budgets with(String name, Object value) throws Throwable {
    RecordComponent[] components = Budgets.class.getRecordComponents();
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] =
          components[i].getName().equals(name)
              ? value
              : components[i].getAccessor().invoke(Budgets.DEFAULT);
    }
    Constructor<Budgets> canonical = Budgets.class.getDeclaredConstructor(types);
    try {
      return canonical.newInstance(values);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
