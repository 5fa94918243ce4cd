package dev.asynclint.javaparser.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.core.engine.FrontEnd;
import dev.asynclint.core.engine.Problem;
import dev.asynclint.core.ir.Unit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileInputTest {
  @TempDir Path folder;

  private FrontEnd.Source write(String name, byte[] bytes) throws IOException {
    return new FrontEnd.Source(Files.write(folder.resolve(name), bytes), name);
  }

  private FrontEnd.Source write(String name, String text) throws IOException {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatCannotBeReadIsToldAndTheRestGoesOn() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("Dir.java"));
    Lowered lowered =
        Lowered.of(
            List.of(
                write("Bin.java", new byte[] {0, 1, 2}),
                write("Latin.java", "class É {}".getBytes(StandardCharsets.ISO_8859_1)),
                new FrontEnd.Source(directory, "Dir.java"),
                new FrontEnd.Source(folder.resolve("Gone.java"), "Gone.java"),
                write("Mark.java", "\uFEFFclass Mark {}"),
                write("Empty.java", ""),
                write("module-info.java", "module m { requires java.base; }"),
                write("package-info.java", "/** Nothing. */ package p;")),
            2);
    assertThat(lowered.all.problems())
        .extracting(Problem::file, Problem::kind, Problem::message)
        .containsExactly(
            Tuple.tuple("Bin.java", Problem.Kind.UNREADABLE, "is a binary file, not Java source"),
            Tuple.tuple("Dir.java", Problem.Kind.UNREADABLE, "is a directory, not a source file"),
            Tuple.tuple("Gone.java", Problem.Kind.UNREADABLE, "no such file"),
            Tuple.tuple("Latin.java", Problem.Kind.UNREADABLE, "is not UTF-8 text"));
    assertThat(lowered.all.units())
        .extracting(Unit::file)
        .containsExactly("Empty.java", "Mark.java", "module-info.java", "package-info.java");
    assertThat(lowered.dump()).contains("1:8: class Mark");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "class A { void a() { go(1) } }         | 1 | 28 | expected ';' but found '}'",
        "class A { void a() { int x = ; } }     | 1 | 30 | unexpected ';'",
        "class A { void a() { b(                | 1 | 24 | the file ends in the middle of something",
        "class A { String s = \"abc; }          | 1 | 29 | not Java: an illegal character, or a "
            + "literal or comment that never ends",
        "hello world this is not java           | 1 | 13 | expected '(' but found 'this'",
        "class A { } }                          | 1 | 13 | unexpected '}'",
      })
  void aSyntaxErrorIsOneClearLine(String text, int line, int column, String message) {
    assertThat(Lowered.of(text).all.problems())
        .singleElement()
        .isEqualTo(new Problem("A.java", line, column, message, Problem.Kind.SYNTAX));
  }

  @Test
  void whatParsesOfABrokenFileIsKept() {
    Lowered lowered =
        Lowered.of(
            """
            class A {
              void one() { System.out.println(1) }
              void two() { int x = ; three(); }
              int bad( { return 1; }
              class In { void three() { for (;; { } four(); } void four() { three(); } }
            }
            class B { void five() { five(); } }
            """);
    assertThat(lowered.all.problems()).hasSize(1);
    assertThat(lowered.all.units().get(0).complete()).isFalse();
    assertThat(lowered.lines("method "))
        .contains("method A.one()", "method A.two()", "method A.In.four()", "method B.five()");
    assertThat(lowered.dump()).contains("5:65: #0 void = call A.In.three() on this");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int x = #(#1#)#;                      | 10000",
        "int f(int a) { return #f(#1#)#; }     | 2000",
        "void f() #{#f();#}#                   | 4000",
        "String s = \"x\"# + s### ;             | 5000",
        "boolean f(boolean a) { return a# && f(a)###; } | 2000",
        "Object f(StringBuilder b) { return b#.append(1)###; } | 5000",
      })
  void deepNestingIsLoweredAndLosesNoNeighbour(String shape, int depth) throws IOException {
    String[] parts = shape.split("#", -1);
    String text =
        "class A { "
            + parts[0]
            + parts[1].repeat(depth)
            + parts[2]
            + parts[3].repeat(depth)
            + parts[4]
            + " }";
    FrontEnd.Options options = new FrontEnd.Options(List.of(), 0, 1, done -> {});
    FrontEnd.Lowered lowered =
        new dev.asynclint.javaparser.JavaParserFrontEnd()
            .lower(List.of(write("A.java", text), write("B.java", "class B { }")), options);
    assertThat(lowered.problems()).isEmpty();
    assertThat(lowered.units()).extracting(Unit::file).containsExactly("A.java", "B.java");
  }

  @Test
  void aGeneratedFileOfFiveMegabytesIsLowered() throws IOException {
    StringBuilder text = new StringBuilder("class Big {\n");
    int methods = 0;
    for (; text.length() < 5 << 20; methods++) {
      text.append(
          "  void m%d(String s) { s.trim(); m%d(s.concat(\"%0900d\")); }\n"
              .formatted(methods, Math.max(0, methods - 1), methods));
    }
    Lowered lowered = Lowered.of(List.of(write("Big.java", text.append('}').toString())), 2);
    assertThat(lowered.all.problems()).isEmpty();
    assertThat(lowered.all.units().get(0).callables()).hasSize(methods);
    assertThat(lowered.all.calls()).isEqualTo(new FrontEnd.Resolution(3 * methods, 3 * methods));
  }

  @Test
  void enumsInsideMethodsAreJava() {
    Lowered lowered =
        Lowered.of(
            """
            class A {
              int f(int a) {
                f(1);
                enum E { ONE, TWO { int g() { return 2; } }; int g() { return 1; } }
                E e = E.TWO;
                return e.g() + E.valueOf("ONE").ordinal();
              }
              void after() { f(2); }
            }
            """);
    assertThat(lowered.all.problems()).isEmpty();
    assertThat(lowered.all.units().get(0).complete()).isTrue();
    assertThat(lowered.dump())
        .contains("enum A.f$E : java.lang.Enum in A of A.f(int)")
        .contains("call A.f$E.g() on e", "call static A.f$E.valueOf(java.lang.String)")
        .contains("8:18: #0 int = call A.f(int) on this (2)");
  }

  @Test
  void cyclesAndSelfReferencesEnd() {
    Lowered lowered =
        Lowered.of(
            """
            class A extends A.In { class In extends A { } void f() { f(); g(); } }
            class X extends Y { } class Y extends X { void q() { r(); } }
            interface I extends I { }
            class Z<T extends T> { T t; void f() { t.foo(); } }
            class C { static final int A = C.B; static final int B = C.A; int f() { return A; } }
            """);
    assertThat(lowered.all.problems()).isEmpty();
    assertThat(lowered.dump()).contains("call A.f() on this");
  }

  @Test
  void positionsCountUnitsWhateverTheLineEnds() {
    Lowered lowered = Lowered.of("class\tA {\r\n\tvoid f() {\r\t\tf(); /* é😀 */ f();\n}\n}");
    assertThat(lowered.dump()).contains("3:3: #0 void = call A.f()", "3:18: #1 void = call A.f()");
  }
}
