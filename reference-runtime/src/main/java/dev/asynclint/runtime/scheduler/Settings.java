package dev.asynclint.runtime.scheduler;

/**
 * How a scheduler takes turns.
 *
 * @param workers threads that poll tasks; 1 for the current-thread flavour
 * @param operationsPerPoll budget of a task for one turn; at least 1
 * @param eventInterval tasks between two looks at timers; at least 1. Source: Tokio, 61
 * @param injectInterval turns after which tasks from outside come before local ones; at least 1,
 *     or, for several threads alone, 0 to follow the measured length of polls. Source: Tokio's
 *     current-thread flavour, 31
 * @param seed of every choice that is left open; never the clock
 * @param explore whether the next task is chosen at random instead of first in, first out; for the
 *     current-thread flavour alone
 * @param detectStalls whether to fail when the clock stands and nothing can ever wake a task; for
 *     the current-thread flavour alone
 */
public record Settings(
    int workers,
    int operationsPerPoll,
    int eventInterval,
    int injectInterval,
    long seed,
    boolean explore,
    boolean detectStalls) {}
