package dev.asynclint.errorprone;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Options;
import java.util.HashSet;
import java.util.Set;
import javax.tools.Diagnostic;

/** What the plugin has to say about itself; each thing once a compilation. */
final class Notices {
  private static final String NAME = "asynclint: ";

  private final JavacTrees trees;
  private final Diagnostic.Kind warning;
  private final Set<String> said = new HashSet<>();

  Notices(Context context) {
    this.trees = JavacTrees.instance(context);
    // Warnings that fail a build are meant to be the ones about its own sources.
    boolean strict = Options.instance(context).isSet("-Werror");
    this.warning = strict ? Diagnostic.Kind.NOTE : Diagnostic.Kind.WARNING;
  }

  /** Something is wrong: findings may be missing. */
  void warn(String message, CompilationUnitTree at) {
    say(warning, message, at);
  }

  /** Something is not as usual. */
  void note(String message, CompilationUnitTree at) {
    say(Diagnostic.Kind.NOTE, message, at);
  }

  private void say(Diagnostic.Kind kind, String message, CompilationUnitTree at) {
    if (said.add(message)) {
      trees.printMessage(kind, NAME + message, at, at);
    }
  }
}
