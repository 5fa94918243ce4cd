package dev.asynclint.javaparser.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.javaparser.types.ClassInfo.FieldInfo;
import dev.asynclint.javaparser.types.ClassInfo.MethodInfo;
import dev.asynclint.javaparser.types.Flags;
import dev.asynclint.javaparser.types.TypeSig;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SignatureScannerTest {
  private static String show(TypeSig type) {
    if (type instanceof TypeSig.Named named) {
      String args = named.args().stream().map(a -> show(a)).collect(Collectors.joining(","));
      return args.isEmpty() ? named.name() : named.name() + "<" + args + ">";
    }
    if (type instanceof TypeSig.Array array) {
      return show(array.element()) + "[]";
    }
    return type instanceof TypeSig.Wildcard wild
        ? (wild.isSuper() ? "? super " : "? extends ") + show(wild.bound())
        : "?";
  }

  private static List<String> methods(RawType type) {
    return type.info().methods().stream().map(SignatureScannerTest::show).toList();
  }

  private static String show(MethodInfo method) {
    return method.params().stream()
        .map(SignatureScannerTest::show)
        .collect(Collectors.joining(",", show(method.returns()) + " " + method.name() + "(", ")"));
  }

  private static List<String> fields(RawType type) {
    return type.info().fields().stream()
        .map((FieldInfo field) -> show(field.type()) + " " + field.name())
        .toList();
  }

  private static RawType only(String text) {
    return SignatureScanner.file(text, "Implicit").types().get(0);
  }

  @Test
  void readsMembersWhateverStandsInBodies() {
    RawType type =
        only(
            """
            @Deprecated(since = "}{") public abstract sealed class A<T extends B & C, U>
                extends p.Base<T>.Inner<U> implements Runnable, Comparable<A<?, ? super U>> permits D {
              /* } */ String s = "}" + '"' + '\\'' + \"""
                  } " \\\""" {
                  \"""; // {
              int a = b < c ? 1 : 2, d[] = {1, 2}, e = f(x, y);
              Map<String, List<int[]>> m = new HashMap<String, List<int[]>>(), n;
              @Nullable T[] many(final @A({1, 2}) List<? extends T> in, int @B ... rest) throws E { if (x) { } }
              public <X extends Throwable> void raise() throws X { throw new X() { void no() {} }; }
              A(A<T, U> this, int one) { this(); }
              static { int no; }
              { int no; }
              native int old()[];
              non-sealed class In { }
              int record = 1; record R(int x) { }
            }
            """);
    assertThat(type.info().superclass())
        .satisfies(superclass -> assertThat(show(superclass)).isEqualTo("p.Base.Inner<U>"));
    assertThat(type.info().interfaces().stream().map(SignatureScannerTest::show))
        .containsExactly("Runnable", "Comparable<A<? extends java.lang.Object,? super U>>");
    assertThat(type.info().typeParams()).hasSize(2);
    assertThat(methods(type))
        .containsExactly(
            "T[] many(List<? extends T>,int[])", "void raise()", "void <init>(int)", "int[] old()");
    assertThat(type.info().methods().get(0).is(Flags.VARARGS)).isTrue();
    assertThat(fields(type))
        .containsExactly(
            "String s",
            "int a",
            "int[] d",
            "int e",
            "Map<String,List<int[]>> m",
            "Map<String,List<int[]>> n",
            "int record");
    assertThat(type.info().memberTypes()).containsExactly("In", "R");
  }

  @Test
  void addsWhatTheLanguageAdds() {
    RawFile file =
        SignatureScanner.file(
            """
            record P(int x, String... y) { int x() { return 0; } P { } }
            enum E { A, @X B(1) { void f() {} }, C {}; int f; E() {} E(int i) {} }
            interface I { int K = 1; void f(); default void g() {} static void h() {} class N {} }
            @interface M { int value() default 1; String[] names() default {"a"}; }
            class D { }
            """,
            "F");
    assertThat(methods(file.types().get(0)))
        .containsExactly("int x()", "void <init>(int,String[])", "String[] y()");
    assertThat(methods(file.types().get(1)))
        .containsExactly(
            "void <init>()", "void <init>(int)", "E[] values()", "E valueOf(java.lang.String)");
    assertThat(fields(file.types().get(1))).containsExactly("E A", "E B", "E C", "int f");
    assertThat(file.types().get(2).info().methods())
        .extracting(method -> method.is(Flags.ABSTRACT))
        .containsExactly(true, false, false);
    assertThat(file.types().get(2).constants()).containsEntry("K", "1");
    assertThat(methods(file.types().get(3))).containsExactly("int value()", "String[] names()");
    assertThat(methods(file.types().get(4))).containsExactly("void <init>()");
  }

  @Test
  void readsImportsAndCompactFiles() {
    RawFile file =
        SignatureScanner.file(
            """
            @Ann package a.b; ;
            import c.D; import static e.F.g; import static h.I.*; import j.*; import module k.l;
            import module.M;
            class X {}
            """,
            "F");
    assertThat(file.imports().packageName()).isEqualTo("a.b");
    assertThat(file.imports().single()).containsEntry("D", "c.D").containsEntry("M", "module.M");
    assertThat(file.imports().staticSingle()).containsEntry("g", List.of("e.F"));
    assertThat(file.imports().staticOnDemand()).containsExactly("h.I");
    assertThat(file.imports().onDemand()).containsExactly("j");
    assertThat(file.imports().modules()).containsExactly("k.l");
    RawFile compact = SignatureScanner.file("int n; void main() {} class In {}", "Main");
    assertThat(compact.types()).hasSize(1);
    assertThat(compact.types().get(0).info().name()).isEqualTo("Main");
    assertThat(compact.types().get(0).info().memberTypes()).containsExactly("In");
    assertThat(compact.imports().modules()).containsExactly("java.base");
  }

  @Test
  void brokenTextEndsAndGivesWhatItCan() {
    String text = "class A { void a( { } int b; class In { void c() {} } ";
    for (int end = 0; end <= text.length(); end++) {
      assertThat(SignatureScanner.file(text.substring(0, end), "F")).isNotNull();
    }
    assertThat(only(text).info().memberTypes()).containsExactly("In");
    assertThat(fields(only(text))).containsExactly("int b");
  }
}
