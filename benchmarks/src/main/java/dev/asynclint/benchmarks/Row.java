package dev.asynclint.benchmarks;

import java.util.List;

/**
 * One comparison.
 *
 * @param what is done
 * @param ours name of the benchmark of the runtime, with its class where others inherit it
 * @param baseline who else does it
 * @param theirs name of their benchmark
 * @param most that ours may take, as a multiple of theirs; 0 when nothing was set
 * @param sinceJava the release their benchmark needs
 */
record Row(String what, String ours, String baseline, String theirs, double most, int sinceJava) {
  private static Row of(String what, String ours, String baseline, String theirs, double most) {
    return new Row(what, ours, baseline, theirs, most, 17);
  }

  /** All of them. */
  static List<Row> all() {
    return List.of(
        of("chained spawn, 1,000", "chainedSpawnOurs", "ForkJoinPool", "chainedSpawnForkJoin", 1.3),
        of("", "chainedSpawnOurs", "cats-effect", "chainedSpawnCats", 0),
        of("", "chainedSpawnOurs", "Netty event executor", "chainedSpawnNetty", 0),
        of(
            "10,000 spawned by a task",
            "spawnLocalOurs",
            "CompletableFuture on ForkJoinPool",
            "spawnLocalFuture",
            1.2),
        of("", "spawnLocalOurs", "cats-effect", "spawnLocalCats", 0),
        of("10,000 from outside", "spawnRemoteOurs", "ForkJoinPool", "spawnRemoteForkJoin", 2.5),
        of("", "spawnRemoteOurs", "cats-effect", "spawnRemoteCats", 0),
        new Row(
            "200 tasks yield 1,000 times",
            "yieldManyOurs",
            "virtual threads",
            "yieldManyVirtual",
            0.4,
            21),
        new Row(
            "1,000 pairs ping and pong",
            "pingPongOurs",
            "virtual threads, SynchronousQueue",
            "pingPongVirtual",
            0.5,
            21),
        of("bounded channel, 1 to 1", "channelOneOurs", "kotlinx Channel", "channelOneKotlin", 1),
        of("", "channelOneOurs", "JCTools queue between threads", "channelOneRaw", 4),
        of("bounded channel, 4 to 1", "channelFourOurs", "kotlinx Channel", "channelFourKotlin", 1),
        of("", "channelFourOurs", "JCTools queue between threads", "channelFourRaw", 4),
        of(
            "timer in and out, 100,000 armed",
            "Workers.timerOnceOurs",
            "Netty HashedWheelTimer",
            "Workers.timerOnceWheel",
            1.5),
        of(
            "",
            "Workers.timerOnceOurs",
            "ScheduledThreadPoolExecutor",
            "Workers.timerOnceScheduled",
            0.2),
        of(
            "the same by one thread alone",
            "TimerBenchmark.timerOnceOurs",
            "ScheduledThreadPoolExecutor",
            "TimerBenchmark.timerOnceScheduled",
            0),
        of(
            "oldest out, one in, all for one time",
            "Workers.timerSameOurs",
            "Netty HashedWheelTimer",
            "Workers.timerSameWheel",
            1.5),
        of(
            "",
            "Workers.timerSameOurs",
            "ScheduledThreadPoolExecutor",
            "Workers.timerSameScheduled",
            0.2),
        of(
            "the same by one thread alone",
            "TimerBenchmark.timerSameOurs",
            "Netty HashedWheelTimer",
            "TimerBenchmark.timerSameWheel",
            1.5),
        of(
            "",
            "TimerBenchmark.timerSameOurs",
            "ScheduledThreadPoolExecutor",
            "TimerBenchmark.timerSameScheduled",
            0.2),
        of(
            "the same put off",
            "TimerBenchmark.timerResetOurs",
            "ScheduledThreadPoolExecutor",
            "TimerBenchmark.timerSameScheduled",
            0),
        of(
            "oldest out, one in, all for any time",
            "Workers.timerOurs",
            "Netty HashedWheelTimer",
            "Workers.timerWheel",
            1.5),
        of("", "Workers.timerOurs", "ScheduledThreadPoolExecutor", "Workers.timerScheduled", 0.2),
        of(
            "the same by one thread alone",
            "TimerBenchmark.timerOurs",
            "Netty HashedWheelTimer",
            "TimerBenchmark.timerWheel",
            1.5),
        of(
            "",
            "TimerBenchmark.timerOurs",
            "ScheduledThreadPoolExecutor",
            "TimerBenchmark.timerScheduled",
            0.2),
        of("TCP echo, 1 connection", "echoOneOurs", "Netty NIO", "echoOneNetty", 1.43),
        of("TCP echo, 64 connections", "echoFewOurs", "Netty NIO", "echoFewNetty", 1.43),
        of("TCP echo, 1,000 connections", "echoManyOurs", "Netty NIO", "echoManyNetty", 1.43),
        of("polls of 1 us, timed", "meteringOn", "the same without meters", "meteringOff", 1.3));
  }
}
