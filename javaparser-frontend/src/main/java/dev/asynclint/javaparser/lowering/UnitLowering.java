package dev.asynclint.javaparser.lowering;

import com.github.javaparser.ParseResult;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.comments.Comment;
import dev.asynclint.core.ir.Header;
import dev.asynclint.core.ir.LineMap;
import dev.asynclint.core.ir.Origin;
import dev.asynclint.core.ir.Unit;
import dev.asynclint.javaparser.resolve.FileScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lowers a parsed file. */
public final class UnitLowering {
  private static final String MARK = "asynclint:";
  private static final String COMPACT = "$COMPACT_CLASS";

  private UnitLowering() {}

  /**
   * A lowered file.
   *
   * @param known how many of its calls have a known target
   * @param all how many calls it has
   */
  public record Lowered(Unit unit, int known, int all) {}

  /**
   * A file's text.
   *
   * @param name how to report the file
   * @param implicitName name of the class a compact source file declares
   */
  public record Text(String name, String implicitName, String content, LineMap lines) {}

  /**
   * What could be parsed of a file.
   *
   * @param localEnums enums declared inside methods, which the tree lacks
   * @param complete whether that is all of it
   */
  public record Parsed(
      ParseResult<CompilationUnit> tree, List<TypeDeclaration<?>> localEnums, boolean complete) {}

  /** Lowers what could be parsed of a file. */
  public static Lowered lower(Project project, FileScope scope, Text text, Parsed parsed) {
    Positions at = new Positions(text.lines(), text.content().length());
    FileLowering in = new FileLowering(project, text.content(), at, Scope.file(scope));
    in.types.expect(parsed.localEnums());
    CompilationUnit tree = parsed.tree().getResult().orElse(null);
    if (tree != null) {
      for (TypeDeclaration<?> type : tree.getTypes()) {
        String simple = type.getNameAsString();
        String written = simple.equals(COMPACT) ? text.implicitName() : simple;
        in.types.topLevel(type, scope.canonical(written));
      }
    }
    Unit unit =
        new Unit(
            text.name(),
            in.decls(),
            in.callables(),
            comments(parsed.tree(), at),
            text.lines(),
            parsed.complete(),
            tree == null ? Header.NONE : header(tree, at));
    return new Lowered(unit, in.knownCalls, in.allCalls);
  }

  private static Header header(CompilationUnit tree, Positions at) {
    List<Header.Import> imports = new ArrayList<>();
    for (ImportDeclaration one : tree.getImports()) {
      Header.Import.Kind kind =
          one.isStatic()
              ? Header.Import.Kind.STATIC
              : one.isModule() ? Header.Import.Kind.MODULE : Header.Import.Kind.TYPE;
      String name = one.getNameAsString() + (one.isAsterisk() ? ".*" : "");
      Origin origin = at.of(one);
      imports.add(new Header.Import(name, kind, origin.start(), origin.end()));
    }
    return new Header(
        tree.getPackageDeclaration().map(one -> one.getNameAsString()).orElse(""),
        tree.getPackageDeclaration().map(one -> at.of(one).end()).orElse(0),
        imports);
  }

  private static List<Unit.Comment> comments(ParseResult<CompilationUnit> parsed, Positions at) {
    List<Unit.Comment> found = new ArrayList<>();
    parsed
        .getCommentsCollection()
        .ifPresent(
            comments -> {
              for (Comment comment : comments.getLineComments()) {
                String text = comment.getContent().strip();
                if (text.startsWith(MARK)) {
                  Origin origin = at.of(comment);
                  found.add(new Unit.Comment(text, origin));
                }
              }
            });
    found.sort(Comparator.comparingInt(comment -> comment.origin().start()));
    return found;
  }
}
