package dev.asynclint.prove;

/** Threads of pools a stage makes. */
final class Threads {
  private Threads() {}

  /** One that does not keep the process alive. */
  static Thread daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    return thread;
  }
}
