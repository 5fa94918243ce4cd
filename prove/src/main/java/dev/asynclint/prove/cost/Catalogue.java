package dev.asynclint.prove.cost;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The calls whose cost is measured. */
public final class Catalogue {
  private Catalogue() {}

  /** All calls, in the order of the table. */
  public static List<Call> all() {
    return Stream.concat(waiting().stream(), computing().stream()).toList();
  }

  /** The call of an id. */
  public static Optional<Call> byId(String id) {
    return all().stream().filter(call -> call.id().equals(id)).findFirst();
  }

  /** Whether a call does nothing but compute. */
  static boolean computes(Call call) {
    return computing().stream().anyMatch(one -> one.id().equals(call.id()));
  }

  private static List<Call> waiting() {
    return Stream.of(FileCalls.all(), NetworkCalls.all(), WaitCalls.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Call> computing() {
    return Stream.of(
            SecretCalls.all(),
            RandomCalls.all(),
            TextCalls.all(),
            MakerCalls.all(),
            DataCalls.all())
        .flatMap(List::stream)
        .toList();
  }
}
