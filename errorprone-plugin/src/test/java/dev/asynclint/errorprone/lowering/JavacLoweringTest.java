package dev.asynclint.errorprone.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import dev.asynclint.core.ir.Callable;
import dev.asynclint.core.ir.IrPrinter;
import dev.asynclint.core.ir.IrValidator;
import dev.asynclint.core.ir.Unit;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

class JavacLoweringTest {
  private static final String SOURCE =
      """
      package p;
      import java.util.function.*;
      // asynclint: said of the class
      enum Level { LOW { int rank() { return 1; } }, HIGH; int rank() { return 2; } }
      record Range(int from, int to) { Range { from = 0; } }
      class A extends Missing {
        String quoted = "// asynclint: said of nothing";
        Supplier<String> field = () -> gone.call(this::none, new Missing(1) { void m() { m(); } });
        int go(Object in, String... more) {
          class Local { int x = more.length; }
          for (var one : more) { if (in instanceof String s) { return s.length() + one.size(); } }
          return switch (more.length) { case 0 -> unknown(); default -> new Local().x; };
        }
      }
      """;

  private static Unit lower(boolean attributed) throws IOException {
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///p/A.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return SOURCE;
          }
        };
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(
                    Writer.nullWriter(),
                    null,
                    new DiagnosticCollector<>(),
                    List.of("-proc:none"),
                    null,
                    List.of(file));
    CompilationUnitTree tree = task.parse().iterator().next();
    if (attributed) {
      task.analyze();
    }
    return JavacLowering.of(task).lower(tree, "p/A.java", JavacLowering.text(tree));
  }

  @Test
  void treesThatWereOnlyParsedHaveTheirShape() throws IOException {
    Unit unit = lower(false);

    assertThat(IrValidator.validate(unit)).as(IrPrinter.print(unit)).isEmpty();
    assertThat(unit.callables())
        .extracting(Callable::name)
        .contains("go", "rank", "<clinit>", "<fields>", "lambda");
    assertThat(IrPrinter.print(unit)).contains("loop for each one in param more", "?call/2");
  }

  @Test
  void whatErrorsLeaveUnknownIsUnknown() throws IOException {
    Unit unit = lower(true);

    assertThat(IrValidator.validate(unit)).as(IrPrinter.print(unit)).isEmpty();
    assertThat(IrPrinter.print(unit))
        .contains("?call/2", "?unknown/0", "java.lang.String.length() on s ()");
  }

  @Test
  void whatJavacGeneratesIsNoPartOfTheSource() throws IOException {
    assertThat(lower(true).callables())
        .filteredOn(callable -> callable.kind() == Callable.Kind.CONSTRUCTOR)
        .extracting(Callable::id)
        .containsExactly("p.Range.<init>(int,int)");
  }

  @Test
  void commentsAreThoseOutsideOfLiterals() throws IOException {
    assertThat(lower(true).comments())
        .extracting(Unit.Comment::text)
        .containsExactly("asynclint: said of the class");
  }
}
