package dev.asynclint.prove;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

/**
 * A driver without a database: each statement waits for the other end, as a socket would, and then
 * changes one row or finds one row of one column with the number 1.
 */
final class FakeDatabase implements InvocationHandler {
  private static final Set<Class<?>> PARTS =
      Set.of(
          Connection.class,
          Statement.class,
          PreparedStatement.class,
          ResultSet.class,
          ResultSetMetaData.class,
          DatabaseMetaData.class);

  private final Statements statements;
  private boolean read;

  private FakeDatabase(Statements statements) {
    this.statements = statements;
  }

  /** What each statement does. */
  @FunctionalInterface
  interface Statements {
    CompletableFuture<?> run() throws SQLException;
  }

  static DataSource of(Statements statements) {
    return part(DataSource.class, statements);
  }

  private static <T> T part(Class<T> type, Statements statements) {
    return type.cast(
        Proxy.newProxyInstance(
            FakeDatabase.class.getClassLoader(),
            new Class<?>[] {type},
            new FakeDatabase(statements)));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws SQLException {
    Class<?> type = method.getReturnType();
    String name = method.getName();
    if (name.startsWith("execute")) {
      statements.run().join();
    }
    if (PARTS.contains(type)) {
      return part(type, statements);
    } else if (name.equals("next")) {
      boolean first = !read;
      read = true;
      return first;
    } else if (type == boolean.class) {
      return name.equals("supportsBatchUpdates") || name.equals("equals") && proxy == arguments[0];
    } else if (type == int.class) {
      return name.equals("hashCode") ? System.identityHashCode(proxy) : 1;
    } else if (type == long.class) {
      return 1L;
    } else if (type == int[].class) {
      return new int[] {1};
    } else if (type == String.class) {
      return name.equals("toString") ? "database" : "1";
    }
    return type == Object.class ? Integer.valueOf(1) : null;
  }
}
