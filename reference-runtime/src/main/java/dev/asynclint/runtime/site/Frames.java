package dev.asynclint.runtime.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells frames of the user from those of the JDK, of this runtime and of libraries. Immutable.
 *
 * <p>A class is told by its name alone, which is all a recording knows of it.
 */
public final class Frames {
  private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");
  private static final String RUNTIME = "dev.asynclint.runtime.";

  private final Set<String> libraries;

  /**
   * Frames outside of the JDK, this runtime and some libraries are the user's.
   *
   * @param libraries what the names of their classes begin with, such as {@code "reactor."}
   */
  public Frames(Collection<String> libraries) {
    this.libraries = Set.copyOf(libraries);
  }

  /** These libraries and others. */
  Frames and(Frames others) {
    Set<String> all = new TreeSet<>(libraries);
    all.addAll(others.libraries);
    return new Frames(all);
  }

  /** Whether a class belongs to the JDK. */
  public boolean isJdk(String binaryName) {
    return startsWithAny(binaryName, JDK);
  }

  /** Whether a class belongs to this runtime. */
  public boolean isRuntime(String binaryName) {
    return binaryName.startsWith(RUNTIME);
  }

  /** Whether a class is the user's. */
  public boolean isUser(String binaryName) {
    return !isJdk(binaryName) && !isRuntime(binaryName) && !startsWithAny(binaryName, libraries);
  }

  private static boolean startsWithAny(String name, Collection<String> beginnings) {
    for (String beginning : beginnings) {
      if (name.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  /** The user's lines among frames, innermost first. */
  public List<Site> userSites(StackTraceElement[] frames) {
    List<Site> sites = new ArrayList<>();
    for (StackTraceElement frame : frames) {
      if (isUser(frame.getClassName())) {
        sites.add(Site.of(frame));
      }
    }
    return List.copyOf(sites);
  }

  /** The user's innermost line on the stack of this thread; null when there is none. */
  public Site here() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> isUser(frame.getClassName()))
                    .findFirst()
                    .map(frame -> Site.of(frame.toStackTraceElement()))
                    .orElse(null));
  }
}
