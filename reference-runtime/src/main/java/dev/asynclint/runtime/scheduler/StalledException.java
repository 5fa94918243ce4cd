package dev.asynclint.runtime.scheduler;

import dev.asynclint.runtime.task.Task;
import java.util.List;
import java.util.stream.Collectors;

/** Nothing runs, no timer is armed, no blocking call is out, and yet tasks wait: for ever. */
public final class StalledException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  StalledException(List<Task<?>> waiting) {
    super(
        "nothing is left that could wake "
            + (waiting.isEmpty()
                ? "what blockOn waits for"
                : waiting.stream().map(Task::toString).collect(Collectors.joining(", "))));
  }
}
