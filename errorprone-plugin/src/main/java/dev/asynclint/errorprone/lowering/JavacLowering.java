package dev.asynclint.errorprone.lowering;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.util.Context;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Unit;

/** Lowers compilation units of one compilation. */
public final class JavacLowering {
  private final Context context;

  /** A lowering over the symbols of one compilation. */
  public JavacLowering(Context context) {
    this.context = context;
  }

  /** Lowers one file, reported under the given path. */
  public Unit lower(CompilationUnitTree tree, String reportedName) {
    throw new UnsupportedOperationException(reportedName + tree + context);
  }

  /** The types that the compilation knows. */
  public Types types() {
    return type -> java.util.List.of();
  }
}
