package dev.asynclint.errorprone;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.tools.javac.code.Kinds;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.model.JavacElements;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Options;
import com.sun.tools.javac.util.Pair;
import dev.asynclint.core.engine.TestSources;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** The files of a compilation: which there are, and what to call them. */
final class SourceTrees {
  private static final Path HERE = Path.of("").toAbsolutePath();

  private SourceTrees() {}

  /** Whether all files are attributed before the first of them is checked. */
  static boolean attributedTogether(Context context) {
    return "simple".equals(Options.instance(context).get("compilePolicy"));
  }

  /** The Java release a compilation is told to be for; 0 when it is not told. */
  static int release(Context context) {
    Options options = Options.instance(context);
    return Stream.of("--release", "--target", "-target", "--source", "-source")
        .map(options::get)
        .filter(value -> value != null && value.matches("(?:1\\.)?[0-9]{1,3}"))
        .mapToInt(value -> Integer.parseInt(value.replaceFirst("^1\\.", "")))
        .findFirst()
        .orElse(0);
  }

  /** Every file of the compilation that declares a type, in the order of their names. */
  static Collection<CompilationUnitTree> all(Context context) {
    // Asking for a tree may load symbols, so the list of those there are is taken first.
    Map<JavaFileObject, ClassSymbol> first = new LinkedHashMap<>();
    for (ClassSymbol symbol : Symtab.instance(context).getAllClasses()) {
      if (symbol.sourcefile != null && symbol.owner.kind == Kinds.Kind.PCK) {
        first.putIfAbsent(symbol.sourcefile, symbol);
      }
    }
    JavacElements elements = JavacElements.instance(context);
    TreeMap<String, CompilationUnitTree> files = new TreeMap<>();
    for (ClassSymbol symbol : first.values()) {
      // The public API gives a path, for which it walks through the file.
      Pair<JCTree, JCTree.JCCompilationUnit> found =
          elements.getTreeAndTopLevel(symbol, null, null);
      if (found != null) {
        files.put(name(found.snd), found.snd);
      }
    }
    return files.values();
  }

  /** The path of a file as reports show it: below the working directory, it starts there. */
  static String name(CompilationUnitTree tree) {
    URI uri = tree.getSourceFile().toUri();
    if (!"file".equals(uri.getScheme())) {
      return uri.getPath() == null ? uri.toString() : uri.getPath();
    }
    Path path = Path.of(uri);
    Path shown = path.startsWith(HERE) ? HERE.relativize(path) : path;
    return shown.toString().replace('\\', '/');
  }

  /** Whether a file is a test source by where it stands; folders above a project say nothing. */
  static boolean isTest(String name) {
    int source = name.startsWith("/") ? name.lastIndexOf("/src/") : -1;
    return TestSources.contain(
        source < 0 && name.startsWith("/") ? "" : name.substring(source + 1));
  }

  /** Where a file of that name is. */
  static Path place(String name) {
    return HERE.resolve(name);
  }
}
