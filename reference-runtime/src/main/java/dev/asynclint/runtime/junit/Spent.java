package dev.asynclint.runtime.junit;

import dev.asynclint.runtime.budget.BudgetText;
import dev.asynclint.runtime.budget.Budgets;
import dev.asynclint.runtime.junit.WithinBudget.Spending;
import dev.asynclint.runtime.meter.BlockingCall;
import dev.asynclint.runtime.meter.HeldLock;
import dev.asynclint.runtime.meter.Meter;
import dev.asynclint.runtime.meter.MeterReport;
import dev.asynclint.runtime.meter.Metering;
import dev.asynclint.runtime.meter.SlowPoll;
import dev.asynclint.runtime.meter.TaskState;
import dev.asynclint.runtime.meter.TaskTotals;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** What the tasks of a test may spend, and whether they spent more. */
record Spent(Set<Spending> checked, Budgets budgets) {
  /** A test without budgets. */
  static final Spent UNCHECKED = new Spent(Set.of(), Budgets.DEFAULT);

  /** What the method says, else its class. */
  static Spent of(ExtensionContext context) {
    Optional<WithinBudget> stated =
        AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), WithinBudget.class);
    if (stated.isEmpty()) {
      stated = AnnotationSupport.findAnnotation(context.getRequiredTestClass(), WithinBudget.class);
    }
    return stated.map(Spent::of).orElse(UNCHECKED);
  }

  private static Spent of(WithinBudget stated) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String text : stated.budgets()) {
      int equals = text.indexOf('=');
      if (equals < 0) {
        throw wrong("'" + text + "' is no 'name = value'");
      }
      texts.put(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
    }
    Budgets budgets =
        BudgetText.read(
            texts,
            (name, fault) -> {
              throw wrong(name + ": " + fault);
            });
    Set<Spending> checked = EnumSet.noneOf(Spending.class);
    checked.addAll(List.of(stated.value()));
    return new Spent(checked, budgets);
  }

  private static ExtensionConfigurationException wrong(String what) {
    return new ExtensionConfigurationException("@WithinBudget: " + what);
  }

  /** What has to be measured for it; lines are, so that faults can name them. */
  Metering metering() {
    Set<Meter> meters = EnumSet.of(Meter.SITES);
    if (checked.contains(Spending.POLL_TIME)) {
      meters.addAll(Set.of(Meter.TIME, Meter.STACKS));
    }
    if (checked.contains(Spending.STATE)) {
      meters.add(Meter.STATE);
    }
    if (checked.contains(Spending.BLOCKING)) {
      meters.add(Meter.BLOCKING);
    }
    if (checked.contains(Spending.HELD_LOCKS)) {
      meters.add(Meter.JDK_LOCKS);
    }
    return Metering.of(meters.toArray(Meter[]::new)).budgets(budgets).libraries("org.junit.");
  }

  /** What was overspent, one sentence each. */
  List<String> faults(MeterReport report) {
    List<String> faults = new ArrayList<>();
    if (checked.contains(Spending.OPERATIONS)) {
      report.kinds().forEach(kind -> operations(kind, faults));
    }
    if (checked.contains(Spending.POLL_TIME)) {
      report.slowPolls().forEach(poll -> time(poll, faults));
    }
    if (checked.contains(Spending.STATE)) {
      report.states().forEach(state -> state(state, faults));
    }
    if (checked.contains(Spending.BLOCKING)) {
      report.blockingCalls().stream()
          .filter(call -> !loadsClasses(call))
          .forEach(call -> blocking(call, faults));
    }
    if (checked.contains(Spending.HELD_LOCKS)) {
      report.heldLocks().forEach(held -> held(held, faults));
    }
    return faults;
  }

  private void operations(TaskTotals kind, List<String> faults) {
    if (kind.maxOperationsPerPoll() > budgets.operationsPerPoll()) {
      faults.add(
          Leftovers.named(kind.name(), kind.spawnedAt())
              + " did "
              + kind.maxOperationsPerPoll()
              + " operations in one poll; "
              + budgets.operationsPerPoll()
              + " are allowed");
    }
  }

  private void time(SlowPoll poll, List<String> faults) {
    faults.add(
        Leftovers.named(poll.name(), poll.spawnedAt())
            + " was polled for "
            + poll.nanos() / 1_000
            + " us"
            + (poll.blamed() == null ? "" : " at " + poll.blamed())
            + "; "
            + budgets.pollTime().toNanos() / 1_000
            + " us are allowed");
  }

  private void state(TaskState state, List<String> faults) {
    if (state.bytes() > budgets.taskStateErrorBytes()) {
      faults.add(
          Leftovers.named(state.task(), state.spawnedAt())
              + " kept "
              + state.bytes()
              + " bytes while it was suspended; "
              + budgets.taskStateErrorBytes()
              + " are allowed"
              + (state.largest().isEmpty()
                  ? ""
                  : ", and the most of it is in " + state.largest().get(0).path()));
    }
  }

  /** A class is loaded once, by whoever needs it first: that is not the doing of a task. */
  private static boolean loadsClasses(BlockingCall call) {
    return call.kind().equals("jdk.FileRead")
        && (call.what().endsWith(".jar") || call.what().endsWith(".class"));
  }

  private static void blocking(BlockingCall call, List<String> faults) {
    faults.add(
        call.kind()
            + (call.blamed() == null ? "" : " at " + call.blamed())
            + " blocked a thread that polls, "
            + call.count()
            + (call.count() == 1 ? " time" : " times"));
  }

  private static void held(HeldLock held, List<String> faults) {
    faults.add(
        "a "
            + held.kind()
            + (held.acquiredAt() == null ? "" : " asked for at " + held.acquiredAt())
            + " was held while its task was suspended");
  }
}
