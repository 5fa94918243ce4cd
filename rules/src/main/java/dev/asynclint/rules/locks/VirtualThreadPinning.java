package dev.asynclint.rules.locks;

import com.google.auto.service.AutoService;
import dev.asynclint.core.facts.Pinning;
import dev.asynclint.core.facts.Pinning.Pinned;
import dev.asynclint.core.facts.Program;
import dev.asynclint.core.rule.AsyncRule;
import dev.asynclint.core.rule.Family;
import dev.asynclint.core.rule.Finding;
import dev.asynclint.core.rule.Report;
import dev.asynclint.core.rule.Rule;
import dev.asynclint.core.rule.Severity;
import dev.asynclint.rules.Thresholds;
import dev.asynclint.rules.Words;
import java.util.stream.Stream;

/** Reports monitors that are held over a wait on a virtual thread, for releases that pin. */
@AutoService(Rule.class)
@AsyncRule(
    id = "virtual-thread-pinning",
    family = Family.LOCKS,
    severity = Severity.WARNING,
    summary = "Monitor held over a wait on a virtual thread, which keeps its carrier",
    why =
        """
        Before Java 24 a virtual thread that waits inside a synchronized method or block cannot
        leave its carrier thread. There are as many carriers as cores: as many such waits at a time
        and no virtual thread of the program runs any more. If whoever would end the wait is a
        virtual thread too, the program stands still.
        """,
    bad =
        """
        private final Object lock = new Object();

        void fetchAll(List<CompletableFuture<String>> pages) {
          for (CompletableFuture<String> page : pages) {
            Thread.startVirtualThread(
                () -> {
                  synchronized (lock) {
                    page.join(); // expect: virtual-thread-pinning
                  }
                });
          }
        }
        """,
    good =
        """
        private final ReentrantLock lock = new ReentrantLock();

        void fetchAll(List<CompletableFuture<String>> pages) {
          for (CompletableFuture<String> page : pages) {
            Thread.startVirtualThread(
                () -> {
                  lock.lock();
                  try {
                    page.join();
                  } finally {
                    lock.unlock();
                  }
                });
          }
        }
        """,
    whenNot =
        """
        From Java 24 on a monitor no longer pins (JEP 491). A program that is built for an older
        release but only ever run on a newer one may state that release.
        """,
    limits =
        """
        Reports only where the build files or --release say that the target is 21, 22 or 23; where
        the release is not stated nothing is reported, since it may be a later one. Files and
        waits on the monitor's own condition do not count: the scheduler makes up for those with a
        further carrier. Native frames and class initialisers, which pin in every release, are not
        looked at.
        """,
    budgets = {"eventLoopWait"},
    imports = {
      "java.util.List",
      "java.util.concurrent.CompletableFuture",
      "java.util.concurrent.locks.ReentrantLock"
    },
    release = 21,
    references = {
      "JEP 444: Virtual Threads, pinning",
      "JEP 491: Synchronize Virtual Threads without Pinning"
    })
public final class VirtualThreadPinning implements Rule {
  @Override
  public Stream<Finding> check(Program program) {
    return Pinning.of(program).all(Thresholds.of(program).eventLoopWait()).map(this::finding);
  }

  private Finding finding(Pinned pinned) {
    String leads = pinned.site() == pinned.event() ? "" : "leads to a call that ";
    return Report.by(this, pinned.site().place())
        .says(
            "'%s' waits inside the monitor %s on a virtual thread, which keeps its carrier thread"
                + " before Java 24",
            pinned.event().display(), pinned.monitor())
        .label(leads + Words.waits(pinned.event().waitsFor()))
        .path(pinned.path())
        .help("use a ReentrantLock in place of synchronized, or wait before the monitor is taken")
        .confidence(pinned.confidence())
        .build();
  }
}
