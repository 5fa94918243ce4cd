package dev.asynclint.errorprone.lowering;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.util.Context;
import dev.asynclint.core.ir.Header;
import dev.asynclint.core.ir.LineMap;
import dev.asynclint.core.ir.TextSearch;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Unit;
import dev.asynclint.core.rule.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Lowers the files of one compilation from what javac attributed. Trees that it did not attribute
 * give units with much unknown. For the thread that javac runs in.
 */
public final class JavacLowering {
  private final Attribution known;
  private final ConstantFields constants;
  private final Types types;

  private static final TextSearch NAMES_US = new TextSearch(Product.NAME);

  /** A lowering over the symbols of one compilation. */
  public JavacLowering(Context context) {
    this.known = new Attribution(context);
    this.constants = new ConstantFields(known);
    this.types = new Supertypes(known, context);
  }

  /** A lowering over what a task of this JDK's own compiler has analysed. */
  public static JavacLowering of(JavacTask task) {
    return new JavacLowering(((BasicJavacTask) task).getContext());
  }

  /**
   * Lowers one file.
   *
   * @param reportedName path to report it by, with {@code /}
   * @param text what it says, as {@link #text} gives it
   */
  public Unit lower(CompilationUnitTree file, String reportedName, String text) {
    Positions at = new Positions(known, file, text);
    FileLowering in = new FileLowering(known, constants, at);
    for (Tree declaration : file.getTypeDecls()) {
      if (declaration instanceof ClassTree type) {
        in.types.topLevel(type);
      }
    }
    return new Unit(
        reportedName,
        in.decls(),
        in.callables(),
        NAMES_US.isIn(text) ? new Tokens(text).comments() : List.of(),
        LineMap.later(() -> text),
        true,
        header(file, at));
  }

  private static Header header(CompilationUnitTree file, Positions at) {
    List<Header.Import> imports = new ArrayList<>();
    for (ImportTree one : file.getImports()) {
      Header.Import.Kind kind =
          one.isStatic()
              ? Header.Import.Kind.STATIC
              : at.isModule(one) ? Header.Import.Kind.MODULE : Header.Import.Kind.TYPE;
      String name = Attribution.fullName(one.getQualifiedIdentifier());
      imports.add(
          new Header.Import(name, kind, at.start(one), at.semicolon(one.getQualifiedIdentifier())));
    }
    ExpressionTree packageName = file.getPackageName();
    return packageName == null
        ? new Header("", 0, imports)
        : new Header(Attribution.fullName(packageName), at.semicolon(packageName), imports);
  }

  /**
   * What a file says.
   *
   * @throws UncheckedIOException when it cannot be read any more
   */
  public static String text(CompilationUnitTree file) {
    try {
      return file.getSourceFile().getCharContent(true).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Supertypes of all types the compilation can see. */
  public Types types() {
    return types;
  }
}
