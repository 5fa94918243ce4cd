package dev.asynclint.core.facts;

import dev.asynclint.core.knowledge.Effect;

/**
 * A lock that is held.
 *
 * @param key identity within the program: access path from a field, type or local
 * @param held bound to the owning thread or a permit
 * @param acquired where
 * @param receiver the lock object, for questions about how it was made; of the acquiring site
 * @param perKey one of many: the lock was looked up by a key, so only users of that key wait
 */
record Lock(String key, Effect.Held held, Place acquired, CallSite receiver, boolean perKey) {
  /** Name for messages: the last part of the access path. */
  String display() {
    if (perKey) {
      return "the lock of a key";
    }
    String name = key.substring(key.lastIndexOf(':') + 1);
    int ordinal = name.indexOf('#');
    name = ordinal < 0 ? name : name.substring(0, ordinal);
    String last = name.substring(name.lastIndexOf('.') + 1);
    String before = name.substring(0, Math.max(0, name.length() - last.length() - 1));
    return "'" + (last.equals("this") ? Body.simple(before) + ".this" : last) + "'";
  }
}
