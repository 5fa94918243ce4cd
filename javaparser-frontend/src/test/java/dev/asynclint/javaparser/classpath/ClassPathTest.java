package dev.asynclint.javaparser.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.javaparser.types.ClassInfo;
import dev.asynclint.javaparser.types.ClassInfo.FieldInfo;
import dev.asynclint.javaparser.types.ClassInfo.MethodInfo;
import dev.asynclint.javaparser.types.ClassInfo.TypeParam;
import dev.asynclint.javaparser.types.Flags;
import dev.asynclint.javaparser.types.TypeSig;
import dev.asynclint.javaparser.types.TypeSig.Named;
import dev.asynclint.javaparser.types.TypeSig.Var;
import dev.asynclint.javaparser.types.TypeSig.Wildcard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {
  private static final String BOX =
      """
      package shop;
      import java.util.List;
      import java.util.Map;
      public class Box<T extends Comparable<T> & Runnable, U> implements Map.Entry<T, U> {
        public static final int SIZE = 1;
        protected List<? super T>[] items;
        String inPackage;
        private String hidden;
        public Box(T key) {}
        private Box(int secret) {}
        @Override public T getKey() { return null; }
        @Override public U getValue() { return null; }
        @Override public U setValue(U value) { return null; }
        protected static <R> R first(R head, Map.Entry<String, ?>... rest) { return head; }
        private void secret() {}
        public class Inner { public Inner(int a) {} public class Deep { public Deep() {} } }
        public record Pair(int left, String right) {}
        public enum Colour { RED, GREEN { } }
        private static class Hidden {}
        Runnable anonymous() { return new Runnable() { @Override public void run() {} }; }
      }
      class Secret {}
      """;

  @TempDir Path temp;

  @Test
  void readsSignaturesFromFolders() throws IOException {
    checkBox(Compiled.folder(temp, "shop/Box.java", BOX));
  }

  @Test
  void readsSignaturesFromJars() throws IOException {
    checkBox(Compiled.jar(Compiled.folder(temp, "shop/Box.java", BOX)));
  }

  private void checkBox(Path entry) throws IOException {
    try (ClassPath path = new ClassPath(List.of(entry))) {
      ClassInfo box = path.find("shop.Box").orElseThrow();
      assertThat(box.typeParams())
          .containsExactly(
              new TypeParam("T", new Named("java.lang.Comparable", List.of(new Var("T")))),
              new TypeParam("U", TypeSig.named("java.lang.Object")));
      assertThat(box.superclass()).isEqualTo(TypeSig.named("java.lang.Object"));
      assertThat(box.interfaces())
          .containsExactly(new Named("java.util.Map.Entry", List.of(new Var("T"), new Var("U"))));
      assertThat(box.memberTypes()).containsExactlyInAnyOrder("Inner", "Pair", "Colour");
      assertThat(box.fields())
          .containsExactly(
              new FieldInfo("SIZE", Flags.STATIC | Flags.FINAL, TypeSig.named("int")),
              new FieldInfo(
                  "items",
                  0,
                  new TypeSig.Array(
                      new Named("java.util.List", List.of(new Wildcard(new Var("T"), true))))),
              new FieldInfo("inPackage", 0, TypeSig.named("java.lang.String")));
      assertThat(box.methods())
          .extracting(MethodInfo::name)
          .containsExactlyInAnyOrder(
              "<init>", "getKey", "getValue", "setValue", "first", "anonymous");
      assertThat(method(box, "getKey").returns()).isEqualTo(new Var("T"));
      MethodInfo first = method(box, "first");
      assertThat(first.flags()).isEqualTo(Flags.STATIC | Flags.VARARGS);
      assertThat(first.params().get(1))
          .isEqualTo(
              new TypeSig.Array(
                  new Named(
                      "java.util.Map.Entry",
                      List.of(
                          TypeSig.named("java.lang.String"),
                          new Wildcard(TypeSig.named("java.lang.Object"), false)))));

      ClassInfo deep = path.find("shop.Box.Inner.Deep").orElseThrow();
      assertThat(method(deep, "<init>").params()).isEmpty();
      ClassInfo inner = path.find("shop.Box.Inner").orElseThrow();
      assertThat(inner.is(Flags.STATIC)).isFalse();
      assertThat(method(inner, "<init>").params()).containsExactly(TypeSig.named("int"));
      ClassInfo pair = path.find("shop.Box.Pair").orElseThrow();
      assertThat(pair.is(Flags.RECORD)).isTrue();
      assertThat(pair.is(Flags.STATIC)).isTrue();
      assertThat(method(pair, "right").returns()).isEqualTo(TypeSig.named("java.lang.String"));
      ClassInfo colour = path.find("shop.Box.Colour").orElseThrow();
      assertThat(colour.is(Flags.ENUM)).isTrue();
      assertThat(colour.fields()).extracting(FieldInfo::name).containsExactly("RED", "GREEN");
      assertThat(colour.superclass())
          .isEqualTo(new Named("java.lang.Enum", List.of(TypeSig.named("shop.Box.Colour"))));

      assertThat(path.find("shop.Box.Hidden")).isEmpty();
      assertThat(path.find("shop.Box.1")).isEmpty();
      assertThat(path.find("shop.Box$Inner")).isEmpty();
      assertThat(path.find("shop.Secret")).isPresent();
      assertThat(path.packageTypes("shop")).containsExactly("shop.Box");
      assertThat(path.hasPackage("shop")).isTrue();
      assertThat(path.hasPackage("shop.Box")).isFalse();
      assertThat(path.hasPackage("sho")).isFalse();
      assertThat(path.problems()).isEmpty();
    }
  }

  @Test
  void readsWhatAModuleExports() throws IOException {
    Path folder =
        Compiled.folder(
            temp,
            "module-info.java",
            "module shop { exports shop.api; exports shop.hidden to java.sql; }",
            "shop/api/A.java",
            "package shop.api; public class A {}",
            "shop/hidden/B.java",
            "package shop.hidden; public class B {}");
    for (Path entry : List.of(folder, Compiled.jar(folder))) {
      try (ClassPath path = new ClassPath(List.of(entry))) {
        assertThat(path.modulePackages("shop")).containsExactly("shop.api");
        assertThat(path.modulePackages("java.base")).isEmpty();
        assertThat(path.find("module-info")).isEmpty();
      }
    }
  }

  @Test
  void theNearestEntryWins() throws IOException {
    Path near =
        Compiled.folder(temp.resolve("near"), "a/A.java", "package a; public class A { int x; }");
    Path far =
        Compiled.folder(
            temp.resolve("far"),
            "a/A.java",
            "package a; public class A {}",
            "a/B.java",
            "package a; public class B {}");
    try (ClassPath path = new ClassPath(List.of(near, far))) {
      assertThat(path.find("a.A").orElseThrow().fields()).hasSize(1);
      assertThat(path.packageTypes("a")).containsExactly("a.A", "a.B");
    }
  }

  @Test
  void brokenEntriesAreProblems() throws IOException {
    Path folder = Compiled.folder(temp, "a/A.java", "package a; public class A {}");
    byte[] whole = Files.readAllBytes(folder.resolve("a/A.class"));
    Files.write(folder.resolve("a/Cut.class"), Arrays.copyOf(whole, whole.length / 2));
    Files.write(folder.resolve("a/Empty.class"), new byte[0]);
    Path text = Files.writeString(temp.resolve("text.jar"), "no jar", StandardCharsets.UTF_8);
    Path absent = temp.resolve("absent.jar");
    try (ClassPath path = new ClassPath(List.of(text, absent, folder))) {
      assertThat(path.find("a.A")).isPresent();
      assertThat(path.find("a.Cut")).isEmpty();
      assertThat(path.packageTypes("a")).containsExactly("a.A");
      assertThat(path.problems())
          .containsExactlyInAnyOrder(
              text + ": not a readable jar or class folder; its types are not known",
              absent + ": no such file; its types are not known",
              folder + ": a/Cut.class cannot be read; passed over",
              folder + ": a/Empty.class cannot be read; passed over");
    }
  }

  @Test
  void damagedClassFilesNeverThrow() throws IOException {
    byte[] whole =
        Files.readAllBytes(Compiled.folder(temp, "shop/Box.java", BOX).resolve("shop/Box.class"));
    long refused =
        IntStream.range(0, whole.length)
            .filter(
                at -> {
                  byte[] damaged = whole.clone();
                  damaged[at] ^= 0x55;
                  try {
                    ClassFile.read(damaged, ClassFile.Access.PACKAGE);
                    return false;
                  } catch (IOException e) {
                    return true;
                  }
                })
            .count();
    assertThat(refused).isPositive();
  }

  @Test
  void severalThreadsGetTheSame() throws IOException {
    Path jar = Compiled.jar(Compiled.folder(temp, "shop/Box.java", BOX));
    try (ClassPath path = new ClassPath(List.of(jar))) {
      List<ClassInfo> found =
          IntStream.range(0, 64)
              .parallel()
              .mapToObj(i -> path.find(i % 2 == 0 ? "shop.Box" : "shop.Box.Pair").orElseThrow())
              .distinct()
              .toList();
      assertThat(found).hasSize(2);
    }
  }

  private static MethodInfo method(ClassInfo type, String name) {
    return type.methods().stream()
        .filter(method -> method.name().equals(name))
        .reduce(
            (one, two) -> {
              throw new AssertionError("several " + name);
            })
        .orElseThrow(() -> new AssertionError("no " + name));
  }
}
