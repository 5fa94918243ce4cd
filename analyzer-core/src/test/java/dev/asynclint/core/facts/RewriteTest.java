package dev.asynclint.core.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.Header;
import dev.asynclint.core.ir.Header.Import;
import dev.asynclint.core.ir.LineMap;
import dev.asynclint.core.ir.Op;
import dev.asynclint.core.ir.Origin;
import dev.asynclint.core.ir.TypeDecl;
import dev.asynclint.core.ir.Types;
import dev.asynclint.core.ir.Unit;
import dev.asynclint.core.knowledge.KnowledgeFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RewriteTest {
  private static final String FUTURE = "java.util.concurrent.CompletableFuture";

  @Test
  void aNewImportIsSortedIn() {
    String text = "package a;\n\nimport java.util.List;\nimport java.util.function.Function;\n";

    assertThat(withType(text, "A"))
        .isEqualTo(
            "package a;\n\nimport java.util.List;\nimport java.util.concurrent.CompletableFuture;\n"
                + "import java.util.function.Function;\nCompletableFuture");
  }

  @Test
  void theFirstImportStandsBeforeLaterOnes() {
    assertThat(withType("package a;\nimport javax.sql.DataSource;\n", "A"))
        .isEqualTo(
            "package a;\nimport java.util.concurrent.CompletableFuture;\n"
                + "import javax.sql.DataSource;\nCompletableFuture");
  }

  @Test
  void anImportFollowsStaticOnesThePackageOrNothing() {
    assertThat(withType("package a;\n\nimport static b.C.d;\n", "A"))
        .startsWith("package a;\n\nimport static b.C.d;\n\nimport java.util.concurrent.");
    assertThat(withType("package a;\n", "A"))
        .isEqualTo(
            "package a;\n\nimport java.util.concurrent.CompletableFuture;\nCompletableFuture");
    assertThat(withType("", "A"))
        .isEqualTo("import java.util.concurrent.CompletableFuture;\nCompletableFuture");
  }

  @Test
  void whatCanBeNamedIsNotImportedAgain() {
    for (String name : List.of(FUTURE, "java.util.concurrent.*")) {
      String text = "package a;\nimport " + name + ";\n";
      assertThat(withType(text, "A")).isEqualTo(text + "CompletableFuture");
    }
  }

  @Test
  void aNameThatMeansSomethingElseIsQualified() {
    String text = "package a;\nimport b.CompletableFuture;\n";
    assertThat(withType(text, "A")).isEqualTo(text + FUTURE);
    assertThat(withType("package a;\n", "CompletableFuture")).isEqualTo("package a;\n" + FUTURE);
  }

  @Test
  void insertionsAtOnePlaceKeepTheirOrder() {
    Rewrite rewrite = rewrite("abc", "A");
    Origin b = new Origin(1, 2, 1);

    rewrite.before(b, "(").before(b, "[").after(b, ")");

    assertThat(apply("abc", rewrite.edits())).isEqualTo("a([b)c");
  }

  @Test
  void aStatementStaysInABlockOfOneLine() {
    assertThat(first("{}")).isEqualTo("{ stop(); }");
    assertThat(first("{ /* so */ }")).isEqualTo("{ stop(); /* so */ }");
  }

  private static String first(String block) {
    Op.Block empty = new Op.Block(new Origin(0, block.length(), 0), List.of());
    return apply(block, rewrite(block, "A").first(empty, 0, "stop();").edits());
  }

  @Test
  void whatThePackageCallsTheSameIsQualified() {
    Rewrite rewrite = rewrite("package a;\n", "Thread");

    assertThat(rewrite.type("java.lang.Thread")).isEqualTo("java.lang.Thread");
    assertThat(rewrite("package a;\n", "A").type("java.lang.Thread")).isEqualTo("Thread");
  }

  @Test
  void aStatementStandsFirstInItsBlock() {
    String text = "  catch (E e) {\n  }";
    Op.Block block = new Op.Block(new Origin(14, 19, 14), List.of());

    assertThat(apply(text, rewrite(text, "A").first(block, 2, "again();").edits()))
        .isEqualTo("  catch (E e) {\n    again();\n  }");
  }

  private static String withType(String text, String declared) {
    Rewrite rewrite = rewrite(text, declared);
    rewrite.after(new Origin(0, text.length(), 0), rewrite.type(FUTURE));
    return apply(text, rewrite.edits());
  }

  private static Rewrite rewrite(String text, String declared) {
    String own = text.startsWith("package a;") ? "a" : "";
    String owner = own.isEmpty() ? declared : own + "." + declared;
    TypeDecl type =
        new TypeDecl(
            owner,
            TypeDecl.Kind.CLASS,
            List.of(),
            List.of(),
            Set.of(),
            List.of(),
            "",
            "",
            Origin.NONE);
    Callable callable =
        new Callable(
            owner + ".run()",
            Callable.Kind.METHOD,
            owner,
            "run",
            List.of(),
            List.of(),
            Set.of(),
            "",
            List.of(),
            List.of(),
            "void",
            Op.Block.EMPTY,
            true,
            Origin.NONE);
    Unit unit =
        new Unit(
            "A.java",
            List.of(type),
            List.of(callable),
            List.of(),
            LineMap.of(text),
            true,
            new Header(own, own.isEmpty() ? 0 : text.indexOf(';') + 1, imports(text)));
    Types types = name -> List.of();
    Program program = Program.of(List.of(unit), types, KnowledgeFiles.shipped(), 17);
    return new Rewrite(program.index().body(callable.id()).orElseThrow());
  }

  private static List<Import> imports(String text) {
    List<Import> found = new ArrayList<>();
    for (int at = text.indexOf("import "); at >= 0; at = text.indexOf("import ", at + 1)) {
      int end = text.indexOf(';', at);
      String name = text.substring(at + 7, end);
      boolean isStatic = name.startsWith("static ");
      found.add(
          new Import(
              name.replace("static ", ""),
              isStatic ? Import.Kind.STATIC : Import.Kind.TYPE,
              at,
              end + 1));
    }
    return found;
  }

  private static String apply(String text, List<Edit> edits) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = edits.size() - 1; i >= 0; i--) {
      changed.replace(edits.get(i).start(), edits.get(i).end(), edits.get(i).text());
    }
    return changed.toString();
  }
}
