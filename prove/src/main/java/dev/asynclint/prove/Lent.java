package dev.asynclint.prove;

import java.lang.reflect.Proxy;

/** Things that tell of every use and otherwise do nothing. */
final class Lent {
  private Lent() {}

  static <T> T of(Class<T> type, Runnable used) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              used.run();
              Class<?> result = method.getReturnType();
              if (result == boolean.class) {
                return false;
              } else if (result == int.class) {
                return 0;
              }
              return result == long.class ? (Object) 0L : null;
            }));
  }
}
