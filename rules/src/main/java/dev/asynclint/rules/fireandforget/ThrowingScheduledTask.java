package dev.asynclint.rules.fireandforget;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.facts.Schedules;
import dev.asynclint.core.facts.Schedules.Fragile;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import java.util.stream.Stream;

/** Reports periodic tasks that an exception ends for good. */
@AutoService(Rule.class)
@AsyncRule(
    id = "throwing-scheduled-task",
    family = Family.FIRE_AND_FORGET,
    severity = Severity.WARNING,
    summary = "Periodic task that the first exception ends for good",
    why =
        """
        A scheduled executor cancels a periodic task when one run of it throws. The exception stays in
        a future that hardly anyone keeps: heartbeats, refreshes and clean-ups silently stop hours or
        weeks after the start, on the first hiccup of a disk, a database or another service.
        """,
    bad =
        """
        void start(ScheduledExecutorService timer, JdbcTemplate jdbc) {
          timer.scheduleAtFixedRate(() -> jdbc.update("delete from sessions"), 1, 1, MINUTES); // expect: throwing-scheduled-task
        }
        """,
    good =
        """
        void start(ScheduledExecutorService timer, JdbcTemplate jdbc) {
          timer.scheduleAtFixedRate(
              () -> {
                try {
                  jdbc.update("delete from sessions");
                } catch (RuntimeException e) {
                  System.err.println("clean-up failed: " + e);
                }
              },
              1,
              1,
              MINUTES);
        }
        """,
    whenNot =
        """
        When someone waits for the future of the schedule and starts it again, or the task is meant to
        end with its first failure.
        """,
    limits =
        """
        Reported are tasks that wait for something outside the program, or throw an exception of their
        own, with no handler in between. Exceptions that tell of a bug are not counted.
        """,
    imports = {
      "static java.util.concurrent.TimeUnit.MINUTES",
      "java.util.concurrent.ScheduledExecutorService",
      "org.springframework.jdbc.core.JdbcTemplate"
    },
    references = {"java.util.concurrent.ScheduledExecutorService.scheduleAtFixedRate"})
public final class ThrowingScheduledTask implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return Schedules.of(program).fragile().map(this::finding);
  }

  private Finding finding(Fragile found) {
    String cause = found.path().get(found.path().size() - 1).message();
    return Report.by(this, found.site().place())
        .says(
            "the task given to '%s' stops for good when it throws: %s",
            found.site().display(), cause)
        .label("the first exception ends it")
        .path(found.path())
        .help("catch exceptions inside the task, log them, and let it run again")
        .build();
  }
}
