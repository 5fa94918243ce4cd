package dev.asynclint.core.facts;

import dev.asynclint.core.ir.Value;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Follows values to where they come from: through locals written once, across closures, and through
 * final fields and fields written once in the program.
 */
final class Values {
  private static final int DEPTH = 12;

  /** A value with the body whose names it uses. */
  record Ref(Body body, Value value) {
    CallSite site() {
      return value instanceof Value.Result result ? body.site(result.op()) : null;
    }
  }

  /** Writes of every field of the program, by {@code owner.name}; filled once all bodies are. */
  private Map<String, List<Ref>> fields = Map.of();

  void fields(Map<String, List<Ref>> writes) {
    fields = writes;
  }

  /** The call that makes a value, through locals only; null when none does. */
  CallSite site(Body body, Value value) {
    if (value instanceof Value.Result result) {
      return body.site(result.op());
    }
    return value instanceof Value.Local ? resolve(body, value).site() : null;
  }

  /** Follows locals only. */
  Ref resolve(Body body, Value value) {
    Ref ref = new Ref(body, value);
    for (int i = 0; i < DEPTH && ref.value instanceof Value.Local local; i++) {
      Body declarer = ref.body.declarer(local.name());
      List<Value> writes =
          declarer == null ? List.of() : declarer.localWrites.getOrDefault(local.name(), List.of());
      if (writes.size() != 1 || writtenElsewhere(ref.body, declarer, local)) {
        return ref;
      }
      ref = new Ref(declarer, writes.get(0));
    }
    return ref;
  }

  private static boolean writtenElsewhere(Body from, Body declarer, Value.Local local) {
    return from != declarer && from.localWrites.containsKey(local.name());
  }

  /**
   * What a condition that has turned out one way is the answer of: a flag that is otherwise only
   * set to the opposite stands for the one thing that can have made it so.
   */
  Ref answer(Body body, Value condition, boolean holds) {
    Ref ref = resolve(body, condition);
    if (!(ref.value instanceof Value.Local local)) {
      return ref;
    }
    Body declarer = ref.body.declarer(local.name());
    if (declarer == null || writtenElsewhere(ref.body, declarer, local)) {
      return ref;
    }
    List<Value> able =
        declarer.localWrites.getOrDefault(local.name(), List.of()).stream()
            .filter(value -> !value.equals(new Value.Const(!holds)))
            .toList();
    return able.size() == 1 ? resolve(declarer, able.get(0)) : ref;
  }

  /** Follows locals, then fields that have exactly one write in the program. */
  Ref origin(Body body, Value value) {
    Ref ref = resolve(body, value);
    for (int i = 0; i < DEPTH && ref.value instanceof Value.Field field; i++) {
      List<Ref> writes = fields.getOrDefault(fieldKey(ref.body, field), List.of());
      if (writes.size() != 1) {
        return ref;
      }
      ref = resolve(writes.get(0).body, writes.get(0).value);
    }
    return ref;
  }

  /** A number the source states: a constant, or the largest value of a type by its name. */
  OptionalLong number(Body body, Value value) {
    Value seen = origin(body, value).value();
    if (seen instanceof Value.Const constant && constant.value() instanceof Number number) {
      return OptionalLong.of(number.longValue());
    }
    boolean largest = seen instanceof Value.Field field && field.name().equals("MAX_VALUE");
    return largest ? OptionalLong.of(Integer.MAX_VALUE) : OptionalLong.empty();
  }

  /** The name of a field in the program, {@code owner.name}; empty when the owner is not known. */
  static String fieldKey(Body body, Value.Field field) {
    if (field.base() instanceof Value.This) {
      return body.callable.owner() + "." + field.name();
    }
    if (field.base() instanceof Value.TypeName type) {
      return type.type() + "." + field.name();
    }
    return "";
  }

  /** An access path that is equal for equal objects as far as the text tells. */
  String key(Body body, Value value) {
    return key(body, value, 0);
  }

  private String key(Body body, Value value, int depth) {
    Ref ref = resolve(body, value);
    Value seen = ref.value;
    if (depth > 4) {
      return "?" + seen.hashCode();
    } else if (seen instanceof Value.This) {
      return ref.body.callable.owner() + ".this";
    } else if (seen instanceof Value.TypeName type) {
      return type.type();
    } else if (seen instanceof Value.Field field) {
      String known = fieldKey(ref.body, field);
      return known.isEmpty() ? key(ref.body, field.base(), depth + 1) + "." + field.name() : known;
    } else if (seen instanceof Value.Param param) {
      Body declarer = ref.body.declarer(param.name());
      return (declarer == null ? ref.body : declarer).id() + ":" + param.name();
    } else if (seen instanceof Value.Local local) {
      Body declarer = ref.body.declarer(local.name());
      return (declarer == null ? ref.body : declarer).id() + ":" + local.name();
    } else if (seen instanceof Value.Element element) {
      return key(ref.body, element.array(), depth + 1) + "[]";
    }
    CallSite site = ref.site();
    if (site == null) {
      return ref.body.id() + ":" + seen;
    }
    return site.isNew() || site.args().size() > 0
        ? ref.body.id() + ":" + site.name() + "#" + site.result()
        : key(ref.body, site.receiver(), depth + 1) + "." + site.name();
  }
}
