package dev.asynclint.javaparser.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.core.ir.Types;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What calls are resolved to, one feature of inference at a time. */
class ResolutionTest {
  private static final String FRAME =
      """
      package p;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.function.*;
      import java.util.stream.*;
      import reactor.core.publisher.*;
      class Item {
        String title() { return ""; }
        Mono<Item> load() { return null; }
        CompletableFuture<List<Item>> all() { return null; }
        void mark() {}
        static Item of(int n) { return null; }
        static Item of(String s) { return null; }
        static Item of(Object o) { return null; }
        static Item most(String first, Object... rest) { return null; }
        static <T> T pick(T a, T b) { return a; }
        static <T extends Item> T narrow(Class<T> type) { return null; }
      }
      class Box<T> {
        T value;
        T get() { return value; }
        <R> Box<R> map(Function<? super T, ? extends R> fn) { return null; }
        Box<? extends T> out() { return null; }
        class Inner { T held; }
      }
      class ItemBox extends Box<Item> {}
      record Two<A, B>(A first, B second) {}
      class A<E extends Item> {
        E elem; Item item; Item[] array; List<Item> list; Map<String, List<Item>> map;
        List<? super Item> sink; List<? extends Item> source; ItemBox box; List<?> any;
        Two<Item, String> two; ExecutorService pool;
        Item own() { return item; }
        void go(boolean flag, Object o) throws Exception {
          %s;
        }
      }
      """;

  private static List<String> targets(String statement, String name) {
    return Lowered.of(FRAME.formatted(statement)).lines("." + name + "(").stream()
        .filter(line -> line.contains("= call") || line.contains("= new"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "elem.title()",
        "own().title()",
        "this.own().title()",
        "A.this.item.title()",
        "array[0].title()",
        "list.get(0).title()",
        "source.get(0).title()",
        "map.get(\"k\").get(0).title()",
        "box.get().title()",
        "box.value.title()",
        "box.out().get().title()",
        "box.map(b -> b).get().title()",
        "box.map(b -> List.of(b)).get().get(0).title()",
        "two.first().title()",
        "new Two<>(item, 1).first().title()",
        "new Box<Item>().get().title()",
        "var v = list; v.get(0).title()",
        "for (var v : list) v.title()",
        "for (var v : array) v.title()",
        "for (var e : map.entrySet()) e.getValue().get(0).title()",
        "list.forEach(i -> i.title())",
        "list.stream().filter(i -> flag).findFirst().get().title()",
        "list.stream().map(i -> new Two<>(i, 1)).map(t -> t.first()).forEach(x -> x.title())",
        "list.stream().collect(Collectors.toList()).get(0).title()",
        "list.stream().collect(Collectors.groupingBy(i -> i.hashCode())).get(1).get(0).title()",
        "list.stream().toList().get(0).title()",
        "list.stream().sorted(Comparator.comparing(i -> i.hashCode())).toList().get(0).title()",
        "Arrays.asList(array).get(0).title()",
        "Optional.of(item).map(i -> i).orElse(null).title()",
        "Optional.ofNullable(list).orElseGet(() -> new ArrayList<>()).get(0).title()",
        "Mono.just(item).flatMap(i -> i.load()).map(j -> j.title())",
        "Mono.just(item).flatMap(Item::load).map(Item::title)",
        "Flux.fromIterable(list).flatMap(i -> i.load(), 4).doOnNext(i -> i.title())",
        "Mono.zip(item.load(), item.load()).map(t -> t.getT2().title())",
        "CompletableFuture.supplyAsync(() -> item).thenApply(r -> r.title())",
        "item.all().thenCompose(l -> l.get(0).all()).thenAccept(m -> m.get(0).title())",
        "pool.submit(() -> item).get().title()",
        "((Item) o).title()",
        "(flag ? item : null).title()",
        "(flag ? list : new ArrayList<Item>()).get(0).title()",
        "(switch (1) { case 1 -> item; default -> null; }).title()",
        "if (o instanceof Item i && flag) i.title()",
        "if (o instanceof Two<?, ?>(Item i, var x)) i.title()",
        "Supplier<Item> s = () -> item; s.get().title()",
        "Function<Item, String> f = i -> i.title()",
        "BiFunction<String, Item, String> f = (a, i) -> i.title()",
        "Item.pick(item, item).title()",
        "Item.narrow(Item.class).title()",
        "Item.<Item>pick(null, null).title()",
        "Objects.requireNonNull(item).title()",
        "Callable<Item> c = this::own; c.call().title()",
        "new ItemBox() { void x() { get().title(); } }.x()",
        "item.getClass().getDeclaredConstructor().newInstance().title()",
        "map.computeIfAbsent(\"k\", k -> new ArrayList<>()).get(0).title()",
        "map.values().stream().flatMap(l -> l.stream()).forEach(i -> i.title())",
        "map.values().stream().flatMap(List::stream).forEach(i -> i.title())",
        "Stream.of(item).reduce((a, b) -> a).get().title()",
        "array.clone()[0].title()",
        "Consumer<? super Item> c = i -> i.title()",
        "list.iterator().next().title()",
      })
  void receiverIsInferred(String statement) {
    assertThat(targets(statement, "title"))
        .as(statement)
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("java.lang.String = call p.Item.title()"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Item.of(1)                      | p.Item.of(int)",
        "Item.of(\"s\")                  | p.Item.of(java.lang.String)",
        "Item.of(item)                   | p.Item.of(java.lang.Object)",
        "Item.of(Integer.valueOf(1))     | p.Item.of(java.lang.Object)",
        "Item.of('c')                    | p.Item.of(int)",
        "Item.of(gone.away())            | p.Item.of/1",
        "Item.most(\"a\")                | p.Item.most(java.lang.String,java.lang.Object[])",
        "Item.most(\"a\", 1, 2)          | p.Item.most(java.lang.String,java.lang.Object[])",
        "System.out.println(1L)          | java.io.PrintStream.println(long)",
        "System.out.println(item)        | java.io.PrintStream.println(java.lang.Object)",
        "System.out.println(\"a\" + 1)   | java.io.PrintStream.println(java.lang.String)",
        "new StringBuilder().append('c') | java.lang.StringBuilder.append(char)",
        "pool.submit(() -> {})           | ExecutorService.submit(java.lang.Runnable)",
        "pool.submit(() -> own())        | ExecutorService.submit(java.util.concurrent.Callable)",
        "pool.submit(() -> item.mark())  | ExecutorService.submit(java.lang.Runnable)",
        "pool.submit(() -> { throw new Exception(); }) | submit(java.util.concurrent.Callable)",
        "pool.submit(item::mark)         | ExecutorService.submit(java.lang.Runnable)",
        "list.remove(0)                  | java.util.List.remove(int)",
        "list.remove(item)               | java.util.List.remove(java.lang.Object)",
        "list.toArray(new Item[0])       | java.util.List.toArray(java.lang.Object[])",
        "o.wait()                        | java.lang.Object.wait()",
        "Thread.sleep(1)                 | java.lang.Thread.sleep(long)",
        "Mono.just(1).subscribe(x -> {}) | Mono.subscribe(java.util.function.Consumer)",
        "Mono.just(1).timeout(java.time.Duration.ZERO) | Mono.timeout(java.time.Duration)",
        "new ItemBox().get()             | p.Box.get() of p.ItemBox",
        "Level.valueOf(\"x\")            | ??valueOf/1",
        "item.gone()                     | p.Item?gone/0",
        "any.get(0).toString()           | java.lang.Object.toString()",
      })
  void overloadIsChosen(String statement, String target) {
    assertThat(Lowered.of(FRAME.formatted(statement)).dump()).as(statement).contains(target);
  }

  @Test
  void namesMeanWhatImportsAndNestingSay() {
    Lowered lowered =
        Lowered.of(
            Map.of(
                "A.java",
                """
                package a;
                import b.*;
                import b.Outer.Deep;
                import static b.Outer.helper;
                import static b.Consts.*;
                class A extends Base {
                  void go(Same same, Shown shown, Deep deep, Inherited in, b.Outer qualified) {
                    same.s(); shown.t(); deep.u(); in.v(); qualified.w();
                    helper(); fromBase(); LIMIT.length(); Outer.helper(); missing.foo();
                  }
                }
                class Same { void s() {} }
                """,
                "Base.java",
                "package a; class Base { static class Inherited { void v() {} } void fromBase() {} }",
                "Outer.java",
                """
                package b;
                public class Outer {
                  public static class Deep { public void u() {} }
                  public void w() {}
                  public static void helper() {}
                }
                """,
                "Shown.java",
                "package b; public class Shown { public void t() {} }",
                "Consts.java",
                "package b; public class Consts { public static String LIMIT = make(); "
                    + "static String make() { return null; } }"));
    assertThat(lowered.lines("= call"))
        .extracting(line -> line.replaceFirst(".* = call (static )?(\\S+) .*", "$2"))
        .contains(
            "a.Same.s()",
            "b.Shown.t()",
            "b.Outer.Deep.u()",
            "a.Base.Inherited.v()",
            "b.Outer.w()",
            "b.Outer.helper()",
            "a.Base.fromBase()",
            "java.lang.String.length()",
            "??foo/0");
  }

  @Test
  void aReferenceNarrowsTheVariableItIsGivenFor() {
    Lowered lowered =
        Lowered.of(
            """
            import java.util.function.*;
            class A {
              static class Order {}
              static class Sale extends Order {}
              static <T extends Order> Supplier<T> on(BiConsumer<String, T> handler) { return null; }
              void handle(String to, Sale sale) {}
              void go(java.util.List<Supplier<? extends Order>> all) { all.add(on(this::handle)); }
            }
            """);
    assertThat(lowered.dump()).contains("call A.handle(java.lang.String,A.Sale) on this");
  }

  @Test
  void callsLinkToTheCallablesTheyMean() {
    Lowered lowered =
        Lowered.of(
            """
            import java.util.*;
            class A<T extends Comparable<T>> {
              class Inner { void of(T t, List<? super T>[] many) {} }
              <U extends Runnable> void m(U u, T t, int... n) { m(u, t, 1, 2); new Inner().of(t, null); }
              record R(String s, int[] n) { R { s.trim(); } }
              enum E { X { void f() {} }; void f() { new R("", null); X.f(); } }
            }
            """);
    List<String> ids =
        lowered.all.units().get(0).callables().stream().map(callable -> callable.id()).toList();
    assertThat(ids)
        .contains(
            "A.m(java.lang.Runnable,java.lang.Comparable,int[])",
            "A.Inner.of(java.lang.Comparable,java.util.List[])",
            "A.R.<init>(java.lang.String,int[])",
            "A.E.f()");
    assertThat(lowered.dump())
        .contains("call A.m(java.lang.Runnable,java.lang.Comparable,int[]) on this")
        .contains("call A.Inner.of(java.lang.Comparable,java.util.List[]) on #")
        .contains("by A.R.<init>(java.lang.String,int[])")
        .contains("call A.E.f() on (type A.E).X:A.E");
  }

  @Test
  void aNameDeclaredTwiceBelongsToEachFile() {
    Lowered lowered =
        Lowered.of(
            Map.of(
                "one/A.java".replace('/', '_'),
                "package p; class A { void one() { one(); new A().one(); } }",
                "two_A.java",
                "package p; class A { void two() { two(); new A().two(); } }"));
    assertThat(lowered.dump())
        .contains("call p.A.one() on this", "call p.A#2.two() on this")
        .doesNotContain("?/");
  }

  @Test
  void supertypesOfEverythingMentionedAreKnown() {
    Lowered lowered =
        Lowered.of(
            "class A extends java.util.ArrayList<String> implements Runnable { "
                + "public void run() { new Thread(this) { }.start(); } }");
    Types types = lowered.all.types();
    assertThat(types.lineage("A")).contains("java.util.AbstractList", "java.lang.Iterable");
    assertThat(types.isA("A$1", "java.lang.Runnable")).isTrue();
    assertThat(types.supertypes("java.lang.Object")).isEmpty();
    assertThat(types.supertypes("int[]")).isEmpty();
    assertThat(types.supertypes("no.Such")).isEmpty();
  }
}
