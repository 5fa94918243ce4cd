package p;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

class Closures {
  int field;
  Runnable initialised = () -> field++;

  void lambdas(ExecutorService pool, String param) throws Exception {
    int local = 1;
    pool.submit(() -> param.length() + local);
    pool.submit(() -> System.out.println(field));
    pool.execute(
        () -> {
          Runnable nested = () -> System.out.println(local);
          nested.run();
        });
    Callable<String> typed = () -> param;
    Function<String, Integer> explicit = (String s) -> s.length();
    BiFunction<String, Integer, String> two = (s, n) -> s.substring(n);
    CompletableFuture.supplyAsync(() -> List.of(param))
        .thenApply(list -> list.get(0))
        .thenAccept(s -> s.trim());
  }

  void references(List<String> names, Map<String, List<String>> map) {
    names.forEach(System.out::println);
    names.stream().map(String::length).map(Integer::toBinaryString);
    names.stream().map(this::one).toList();
    Supplier<List<String>> make = ArrayList::new;
    IntFunction<int[]> array = int[]::new;
    map.computeIfAbsent("k", k -> new ArrayList<>()).add("v");
    Function<String, Closures> none = Closures::new;
  }

  Closures() {}

  Closures(String name) {}

  String one(String in) {
    return in;
  }
}
