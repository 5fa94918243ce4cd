package dev.asynclint.cli.prove;

/** What the page of costs says around its tables. */
final class CostPage {
  /** Above the table; takes the time a poll may have. */
  static final String HEAD =
      """
      # What calls cost

      Made of the table that ships with asynclint by `./asynclint costs --format md --output docs/costs.md`; do not edit.

      Whether a call is too much for an event loop is a matter of how long it keeps the thread. For calls of the JDK that need
      the processor, that may block, or that ask the file system a question, this was measured. [Knowledge files](knowledge-format.md)
      cite the rows, and rules compare them with the budget `pollTime` of the [configuration](configuration.md): a call that takes
      less is not reported as blocking or as long computing, one that takes more is. `pollTime = "1ms"` allows more calls, `"1us"` fewer.

      ```
      $ ./asynclint costs                         # this table
      $ ./asynclint costs pattern-compile         # some of its rows; also --format md, json or tsv
      $ ./asynclint costs --measure               # measured on your machine; about eight minutes
      ```

      Every call is measured by itself, as a task on a worker of the reference runtime. A process of its own makes it for the
      *first time*, with the loading of classes; then often, for a third of a second; then 31 polls are measured that make it as
      often as it takes to fill 50 µs (a slow call once, five times at least). Their median, less that of the same poll without
      the call, is the *time*; *processor* is how much of it the thread ran, *bytes* what it allocated. Of three such processes the
      least counts: what else the machine does only adds. Of calls that only compute (those from `key-pair-rsa` on), the time is that of
      the processor, so that a busy machine does not make them slower. What the call needs (a key, a file of 4 KiB) is made before.

      Files are on a local disk and in memory, names and sockets are of the machine itself: what a network adds is not in the
      table, and calls that wait for it are reported whatever it says. Numbers differ from machine to machine; a row that is near
      the budget (%s unless set) may be on the other side of it on yours.

      """;

  /** Between the tables. */
  static final String UNMEASURED =
      """

      ## Not measured
      Calls that may block and have no row, and why.

      | what decides | calls |
      |---|---|
      """;

  private CostPage() {}
}
