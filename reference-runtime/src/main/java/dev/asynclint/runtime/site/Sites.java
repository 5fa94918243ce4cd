package dev.asynclint.runtime.site;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether anybody in this process wants to know where things are made. Locks and channels do not
 * belong to a runtime, so that this is asked for all of them at once: one read while nobody does.
 * Safe for use by any thread.
 */
public final class Sites {
  private static final List<Frames> WATCHERS = new ArrayList<>();

  /** Null while nobody watches. */
  private static volatile Frames watching;

  private Sites() {}

  /** Asks for sites until the watch is closed; each watch must be closed once. */
  public static Watch watch(Frames frames) {
    synchronized (WATCHERS) {
      WATCHERS.add(frames);
      watching = merged();
    }
    return new Watch(frames);
  }

  private static Frames merged() {
    return WATCHERS.stream().reduce(Frames::and).orElse(null);
  }

  /** The user's innermost line on the stack of this thread; null when nobody watches. */
  public static Site here() {
    Frames frames = watching;
    return frames == null ? null : frames.here();
  }

  /** Somebody who wants to know. */
  public static final class Watch implements AutoCloseable {
    private final Frames frames;
    private boolean closed;

    private Watch(Frames frames) {
      this.frames = frames;
    }

    @Override
    public void close() {
      synchronized (WATCHERS) {
        if (!closed) {
          closed = true;
          for (int i = 0; i < WATCHERS.size(); i++) {
            if (WATCHERS.get(i) == frames) {
              WATCHERS.remove(i);
              break;
            }
          }
          watching = merged();
        }
      }
    }
  }
}
