package dev.asynclint.javaparser.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls of what Lombok generates; the expectations are what its 1.18.42 compiles to. */
class GeneratedMembersTest {
  private static final String FRAME =
      """
      package p;
      import java.util.*;
      import lombok.*;
      import lombok.experimental.*;
      import lombok.extern.slf4j.Slf4j;
      class Svc { void ping() {} }
      @Data class Plain {
        final Svc svc; boolean isOpen, busy; Boolean maybe; int x; static Svc count; String uRL;
        @NonNull String name; final int fixed = 1; String $odd;
        @Getter(AccessLevel.NONE) Svc hidden;
        public int getX() { return 1; }
        static int getY(int z) { return z; }
      }
      @Value class Val<T> { T item; @NonFinal int n = 2; int done = 3; @With String s; }
      @Value(staticConstructor = "of") class ValOf<T> { T item; int n; }
      @NoArgsConstructor @AllArgsConstructor(staticName = "of") class Many<T> { T a; int b; }
      @RequiredArgsConstructor class Req {
        final int a; int b; @NonNull Svc c; final int d = 1; @NonNull String e = "";
      }
      @FieldDefaults(makeFinal = true) @RequiredArgsConstructor class Defs {
        int a; @NonFinal int b;
      }
      @Data class Explicit { final int a; Explicit() { a = 1; } }
      @Builder(toBuilder = true) class Built<T extends Svc> {
        T one; @Singular List<Svc> parts; @Singular("entry") Map<String, Svc> map;
        @Builder.Default int size = 3; final int fixed = 4;
      }
      @Data @Builder class DataBuilt { int a; String b; }
      @Builder(builderMethodName = "start", buildMethodName = "go", builderClassName = "Starter",
          setterPrefix = "with")
      class Own {
        int a, b; static class Starter { public Starter withA(int x) { return this; } }
      }
      @SuperBuilder @Getter class Base<T> { T t; }
      @SuperBuilder(toBuilder = true) class Sub extends Base<Svc> { int u; }
      @Getter @Setter @Accessors(fluent = true) class Fluent {
        boolean isOpen; Svc svc; @Accessors(fluent = false) int size;
      }
      class Made {
        @Builder Made(int a, String b) {}
        @Builder(builderMethodName = "other", builderClassName = "Other")
        static <T> List<T> make(T first) { return null; }
      }
      @UtilityClass class Util { Svc f; Svc go() { return f; } }
      @Getter @RequiredArgsConstructor enum Kind { A(new Svc()); final Svc code; }
      @StandardException class Bad extends RuntimeException {}
      @With @Builder record Rec(Svc a, String b) {}
      @lombok.Getter class Qualified { Svc svc; @org.Getter Svc other; }
      @Slf4j class A {
        Plain plain; Val<Svc> val; Fluent fluent;
        void go() throws Exception {
          %s;
        }
      }
      """;

  private static List<String> calls(String statement) {
    return Lowered.of(FRAME.formatted(statement)).lines("= ").stream()
        .filter(line -> line.contains("= call") || line.contains("= new"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain.getSvc().ping()|p.Svc.ping()",
        "plain.isOpen()|p.Plain.isOpen()",
        "plain.setOpen(true)|p.Plain.setOpen(boolean)",
        "plain.isBusy()|p.Plain.isBusy()",
        "plain.getMaybe()|p.Plain.getMaybe()",
        "plain.getURL().trim()|java.lang.String.trim()",
        "plain.setName(null)|p.Plain.setName(java.lang.String)",
        "plain.getY()|p.Plain?getY/0",
        "plain.getCount()|p.Plain?getCount/0",
        "plain.setFixed(1)|p.Plain?setFixed/1",
        "plain.getHidden()|p.Plain?getHidden/0",
        "plain.get$odd()|p.Plain?get$odd/0",
        "new Plain(null, \"\")|p.Plain.<init>(p.Svc,java.lang.String)",
        "val.getItem().ping()|p.Svc.ping()",
        "val.withS(\"\").getItem().ping()|p.Svc.ping()",
        "val.setItem(null)|p.Val?setItem/1",
        "new Val<>(null, 1, \"\")|p.Val.<init>(java.lang.Object,int,java.lang.String)",
        "ValOf.of(new Svc(), 1).getItem().ping()|p.Svc.ping()",
        "Many.of(new Svc(), 1)|p.Many.of(java.lang.Object,int)",
        "new Many<Svc>()|p.Many.<init>()",
        "new Req(1, null)|p.Req.<init>(int,p.Svc)",
        "new Defs(1)|p.Defs.<init>(int)",
        "new Explicit()|p.Explicit.<init>()",
        "new Explicit(1)|p.Explicit?<init>/1",
        "Built.<Svc>builder().one(null).size(1).build().toBuilder()|p.Built.toBuilder()",
        "Built.builder().part(null).parts(null).clearParts()|p.Built.BuiltBuilder.clearParts()",
        "Built.builder().entry(null, null).map(Map.of()).build()|p.Built.BuiltBuilder.build()",
        "Built.builder().fixed(1)|p.Built.BuiltBuilder?fixed/1",
        "DataBuilt.builder().a(1).b(\"\").build().getB().trim()|java.lang.String.trim()",
        "new DataBuilt()|p.DataBuilt?<init>/0",
        "Own.start().withA(1).withB(2).go()|p.Own.Starter.go()",
        "Sub.builder().t(null).u(1).build().getT().ping()|p.Svc.ping()",
        "Sub.builder().u(1).build().toBuilder().t(null)|p.Base.BaseBuilder.t(java.lang.Object)",
        "fluent.isOpen(true).svc().ping()|p.Svc.ping()",
        "fluent.setSize(1)|p.Fluent.setSize(int)",
        "Made.builder().a(1).b(\"\").build()|p.Made.MadeBuilder.build()",
        "Made.<Svc>other().first(null).build().get(0).ping()|p.Svc.ping()",
        "Util.go().ping()|p.Svc.ping()",
        "Kind.A.getCode().ping()|p.Svc.ping()",
        "new Bad(\"\", null)|p.Bad.<init>(java.lang.String,java.lang.Throwable)",
        "Rec.builder().a(null).build().withB(\"\").a().ping()|p.Svc.ping()",
        "new Qualified().getSvc().ping()|p.Svc.ping()",
        "log.info(\"\")|org.slf4j.Logger.info(java.lang.String)",
        "Runnable r = () -> log.info(\"\")|org.slf4j.Logger.info(java.lang.String)",
        "@Data class Local { Svc svc; } new Local().getSvc().ping()|p.Svc.ping()",
      })
  void areKnown(String statement, String target) {
    assertThat(calls(statement)).isNotEmpty().last().asString().contains(" " + target);
  }

  @Test
  void haveNoCallable() {
    Lowered lowered = Lowered.of(FRAME.formatted("plain.getSvc()"));
    assertThat(lowered.all.units().get(0).callables())
        .noneMatch(callable -> callable.id().contains("getSvc"));
  }

  @Test
  void areNotGuessedFromLikeNamedAnnotations() {
    Lowered lowered =
        Lowered.of(
            """
            package p;
            import lombok.extern.slf4j.*;
            import org.other.*;
            @Data class A { String s; void go(A a) { a.getS(); log.info(""); } }
            """);
    assertThat(lowered.lines("= call")).hasSize(2).allMatch(line -> line.contains(" ?"));
  }

  @ParameterizedTest
  @CsvSource({
    "apachecommons.CommonsLog,org.apache.commons.logging.Log",
    "java.Log,java.util.logging.Logger",
    "log4j.Log4j2,org.apache.logging.log4j.Logger",
    "slf4j.Slf4j,org.slf4j.Logger",
  })
  void loggersHaveTheTypeTheirAnnotationNames(String annotation, String type) {
    String text = "@lombok.extern.%s class A { void go() { log.toString(); } }";
    assertThat(Lowered.of(text.formatted(annotation)).dump()).contains(".log:" + type);
  }
}
