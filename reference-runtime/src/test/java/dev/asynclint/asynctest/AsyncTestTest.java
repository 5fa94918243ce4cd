package dev.asynclint.asynctest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.asynclint.runtime.AsyncRuntime;
import dev.asynclint.runtime.poll.Async;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

class AsyncTestTest {

  private static Events run(String method) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectMethod(AsyncTestCases.class, method, AsyncRuntime.class))
        .execute()
        .allEvents();
  }

  private static List<Throwable> failures(String method) {
    return run(method).failed().stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .map(result -> result.getThrowable().orElseThrow())
        .toList();
  }

  @Test
  void everyRunHasARuntimeOfItsOwnThatIsClosedAfterwards() {
    AsyncTestCases.SEEN.clear();
    Events events = run("seesItsRuntime");
    events.assertStatistics(s -> s.failed(0));
    assertThat(AsyncTestCases.SEEN).hasSize(3).doesNotHaveDuplicates();
    assertThat(AsyncTestCases.SEEN)
        .allSatisfy(
            runtime ->
                assertThatThrownBy(() -> runtime.blockOn(Async.of(1)))
                    .hasMessage("the runtime is closed"));
  }

  @Test
  void everySeedIsARunThatNamesIt() {
    List<String> names =
        run("passesInEveryOrder").finished().stream()
            .map(event -> event.getTestDescriptor())
            .filter(test -> test.isTest())
            .map(test -> test.getDisplayName())
            .toList();
    assertThat(names)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, 100).mapToObj(s -> "seed " + s).toList());
  }

  @Test
  void aSeedThatFailsIsNamedAndFailsAgain() {
    List<Event> failed = run("failsInSomeOrders").failed().stream().toList();
    assertThat(failed).hasSizeBetween(1, 99);
    String name = failed.get(0).getTestDescriptor().getDisplayName();
    Throwable failure =
        failed.get(0).getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow();
    String seed = name.substring("seed ".length());
    assertThat(failure.getSuppressed()[0])
        .hasMessage("with seed " + seed + ": @AsyncTest(seed = " + seed + ") repeats it");
    assertThat(AsyncTestCases.order(Long.parseLong(seed))).isNotEqualTo(List.of(0, 1, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          leavesATask         | the task 'forgotten' spawned at .*AsyncTestCases.*:\\d+.* has not ended: wait for it, or abort it and let it end
          losesAWake          | the task 'lost' spawned at .* has not ended, and nothing is left that could wake it
          losesAFailure       | nobody asked for the failure of the task spawned at .*: java.lang.IllegalStateException: unseen
          leavesASocket       | a socket was left open: close every stream and listener
          leavesATaskAtASocket | the task 'server' spawned at .* has not ended: wait for it, or abort it and let it end
          waitsForEver        | nothing is left that could wake what blockOn waits for
          leavesATaskToWorkers | the task 'forgotten' spawned at .* has not ended: wait for it, or abort it and let it end
          leavesABlockingCall | a call that blocks still runs 1 s after the test
          takesTooLong        | .*timed out after 200 milliseconds.*
          hasNoSeeds          | @AsyncTest of .*: seeds must be at least 1, not 0
          hasNoWorkers        | @AsyncTest of .*: workers must be at least 1, not 0
          usesTooManyOperations | the task 'greedy' spawned at .* did 200 operations in one poll; 128 are allowed
          blocksAWorker       | jdk.ThreadSleep at .*AsyncTestCases.*:\\d+.* blocked a thread that polls, 1 time
          keepsTooMuch        | the task 'heavy' spawned at .* kept \\d+ bytes while it was suspended; 4096 are allowed, .*
          misnamesABudget     | @WithinBudget: pollTimes: there is no budget of that name; .*
          misspellsABudget    | @WithinBudget: 'pollTime' is no 'name = value'
          """)
  void failsWith(String method, String message) {
    List<Throwable> failures = failures(method);
    assertThat(failures).hasSize(1);
    assertThat(failures.get(0).getMessage()).matches("(?s)" + message);
  }

  @ParameterizedTest
  @CsvSource({
    "abortsWhatItStarted",
    "asksForTheFailure",
    "letsBackgroundTasksEnd",
    "closesItsSockets",
    "staysWithinItsBudgets",
    "waitsInDirectStyle"
  })
  void passes(String method) {
    assertThat(failures(method)).isEmpty();
  }
}
