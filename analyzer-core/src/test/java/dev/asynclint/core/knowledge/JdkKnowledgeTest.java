package dev.asynclint.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.core.ir.Types;
import dev.asynclint.core.knowledge.Effect.Flag;
import dev.asynclint.core.knowledge.Effect.HoldsFor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped files say of the JDK, checked against the JDK that runs the test. */
class JdkKnowledgeTest {
  private static final List<String> LIBRARIES =
      List.of(
          "javax.cache.",
          "javax.jms.",
          "javax.mail.",
          "javax.persistence.",
          "javax.servlet.",
          "javax.transaction.UserTransaction",
          "javax.ws.rs.");

  private static final int RELEASE = Runtime.version().feature();
  private static final Knowledge KNOWLEDGE = KnowledgeFiles.shipped();
  private static final Types REFLECTED =
      type -> supertypes(type).map(Class::getCanonicalName).toList();

  @Test
  void everyMemberExistsForTheReleasesItHoldsFor() {
    assertThat(
            jdkMembers()
                .filter(member -> holds(member) != exists(member))
                .map(member -> member.owner() + "#" + member.name() + "/" + member.arity()))
        .isEmpty();
  }

  @Test
  void everyHookExists() {
    assertThat(
            KNOWLEDGE
                .hooks()
                .filter(hook -> ofTheJdk(hook.owner()))
                .filter(hook -> !exists(hook.owner(), hook.name(), hook.arity())))
        .isEmpty();
  }

  @Test
  void everyTypeExists() {
    assertThat(
            KNOWLEDGE
                .types()
                .filter(JdkKnowledgeTest::ofTheJdk)
                .filter(type -> find(type).isEmpty())
                .filter(type -> jdkMembers().noneMatch(m -> m.owner().equals(type) && !holds(m))))
        .isEmpty();
  }

  @Test
  void blockingMembersAreMany() {
    assertThat(jdkMembers().filter(JdkKnowledgeTest::keepsThread)).hasSizeGreaterThan(220);
  }

  @ParameterizedTest
  @CsvSource({
    "java.io.File, getName, 0",
    "java.io.File, getAbsolutePath, 0",
    "java.io.File, toPath, 0",
    "java.io.InputStream, close, 0",
    "java.io.PrintStream, println, 1",
    "java.nio.file.Path, resolve, 1",
    "java.nio.file.Path, toAbsolutePath, 0",
    "java.nio.ByteBuffer, put, 1",
    "java.net.Socket, getInputStream, 0",
    "java.net.Socket, isClosed, 0",
    "java.net.URL, openConnection, 0",
    "java.net.InetAddress, getByAddress, 1",
    "java.net.InetSocketAddress, createUnresolved, 2",
    "java.net.http.HttpClient, sendAsync, 2",
    "java.lang.Process, onExit, 0",
    "java.lang.Thread, onSpinWait, 0",
    "java.lang.Thread, start, 0",
    "java.util.concurrent.ExecutorService, shutdown, 0",
    "java.util.concurrent.ForkJoinTask, join, 0",
    "java.util.concurrent.CompletableFuture, getNow, 1",
    "java.util.concurrent.ArrayBlockingQueue, offer, 1",
    "java.util.concurrent.ArrayBlockingQueue, poll, 0",
    "java.util.concurrent.LinkedBlockingQueue, put, 1",
    "java.util.concurrent.LinkedTransferQueue, put, 1",
    "java.util.concurrent.PriorityBlockingQueue, put, 1",
    "java.util.concurrent.DelayQueue, offer, 3",
    "java.util.concurrent.Semaphore, tryAcquire, 0",
    "java.util.concurrent.locks.ReentrantLock, lock, 0",
    "java.util.concurrent.locks.ReentrantLock, tryLock, 0",
    "java.util.concurrent.CountDownLatch, countDown, 0",
    "java.sql.PreparedStatement, setString, 2",
    "java.sql.ResultSet, getString, 1",
    "java.sql.Connection, createStatement, 0"
  })
  void whatDoesNotBlockIsNotSaidTo(String type, String name, int arity) {
    assertThat(exists(type, name, arity)).isTrue();
    assertThat(
            KNOWLEDGE
                .member(REFLECTED, type, name, arity)
                .filter(JdkKnowledgeTest::keepsThread)
                .filter(member -> !member.has(Flag.NEVER_BLOCKS)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "java.util.concurrent.ArrayBlockingQueue, put, 1, queue",
    "java.util.concurrent.LinkedBlockingQueue, take, 0, queue",
    "java.util.concurrent.LinkedBlockingDeque, takeFirst, 0, queue",
    "java.util.concurrent.FutureTask, get, 0, future",
    "java.util.concurrent.ThreadPoolExecutor, invokeAll, 1, task",
    "java.util.concurrent.Semaphore, acquire, 0, permit",
    "java.lang.Thread, sleep, 1, sleep",
    "java.lang.String, wait, 0, condition",
    "java.util.List, wait, 1, condition",
    "java.io.FileInputStream, read, 1, file",
    "java.io.BufferedReader, readLine, 0, stream",
    "java.net.HttpURLConnection, getInputStream, 0, http",
    "java.nio.file.Files, exists, 2, metadata",
    "java.nio.file.Files, exists, 1, metadata",
    "java.sql.CallableStatement, executeQuery, 0, database",
    "javax.net.ssl.SSLServerSocket, accept, 0, socket"
  })
  void whatBlocksIsSaidTo(String type, String name, int arity, String kind) {
    Member member = KNOWLEDGE.member(REFLECTED, type, name, arity).orElseThrow();
    assertThat(
            Stream.concat(
                member.effects(Effect.Blocks.class).map(Effect.Blocks::kind),
                member.effects(Effect.Waits.class).map(Effect.Waits::kind)))
        .containsExactly(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.io.ByteArrayInputStream",
        "java.io.ByteArrayOutputStream",
        "java.io.StringReader",
        "java.io.StringWriter",
        "java.io.CharArrayReader",
        "java.io.CharArrayWriter"
      })
  void streamsOverMemoryAreTagged(String type) {
    assertThat(KNOWLEDGE.tags(REFLECTED, type)).contains("in-memory");
  }

  @Test
  void stagesRunWhereTheirNameSays() {
    assertThat(place("thenApply", 1)).isEqualTo(Effect.Where.Place.COMPLETER);
    assertThat(place("thenApplyAsync", 1)).isEqualTo(Effect.Where.Place.CONTEXT);
    assertThat(place("thenApplyAsync", 2)).isEqualTo(Effect.Where.Place.EXECUTOR);
    assertThat(place("supplyAsync", 1)).isEqualTo(Effect.Where.Place.CONTEXT);
    assertThat(place("supplyAsync", 2)).isEqualTo(Effect.Where.Place.EXECUTOR);
  }

  private static Effect.Where.Place place(String name, int arity) {
    return KNOWLEDGE
        .member(REFLECTED, "java.util.concurrent.CompletableFuture", name, arity)
        .flatMap(member -> member.effect(Effect.Runs.class))
        .orElseThrow()
        .where()
        .place();
  }

  private static Stream<Member> jdkMembers() {
    return KNOWLEDGE.members().filter(JdkKnowledgeTest::isOfTheJdk);
  }

  /** Whether a member is of a type of the JDK. */
  static boolean isOfTheJdk(Member member) {
    return ofTheJdk(member.owner());
  }

  private static boolean keepsThread(Member member) {
    return member.effect(Effect.Blocks.class).isPresent()
        || member.effect(Effect.Waits.class).isPresent();
  }

  private static boolean holds(Member member) {
    HoldsFor range = member.effect(HoldsFor.class).orElse(Effects.ALWAYS);
    return range.since() <= RELEASE && RELEASE < range.until();
  }

  private static boolean exists(Member member) {
    return exists(member.owner(), member.name(), member.arity());
  }

  private static boolean exists(String owner, String name, int arity) {
    Optional<Class<?>> type = find(owner);
    if (type.isEmpty()) {
      return false;
    }
    Stream<? extends Executable> all =
        name.equals("<init>")
            ? Arrays.stream(type.get().getDeclaredConstructors())
            : methods(owner).filter(method -> method.getName().equals(name));
    return all.filter(one -> (one.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0)
        .anyMatch(one -> takes(one, arity));
  }

  private static boolean takes(Executable one, int arity) {
    int count = one.getParameterCount();
    return arity == Member.ANY || arity == count || one.isVarArgs() && arity >= count - 1;
  }

  private static Stream<Method> methods(String type) {
    List<Method> all = new ArrayList<>();
    for (String one : REFLECTED.lineage(type)) {
      find(one).ifPresent(found -> all.addAll(Arrays.asList(found.getDeclaredMethods())));
    }
    return all.stream();
  }

  private static Stream<Class<?>> supertypes(String type) {
    Optional<Class<?>> found = find(type);
    if (found.isEmpty()) {
      return Stream.empty();
    }
    Stream<Class<?>> parent = Stream.ofNullable(found.get().getSuperclass());
    return Stream.concat(parent, Arrays.stream(found.get().getInterfaces()));
  }

  /** The class of a canonical name, whose nested part is spelled with dots. */
  private static Optional<Class<?>> find(String canonical) {
    String binary = canonical;
    while (true) {
      try {
        return Optional.of(Class.forName(binary, false, ClassLoader.getSystemClassLoader()));
      } catch (ClassNotFoundException e) {
        int dot = binary.lastIndexOf('.');
        if (dot < 0) {
          return Optional.empty();
        }
        binary = binary.substring(0, dot) + "$" + binary.substring(dot + 1);
      }
    }
  }

  /** Some packages of the same beginning come with libraries. */
  private static boolean ofTheJdk(String type) {
    return type.startsWith("java") && LIBRARIES.stream().noneMatch(type::startsWith);
  }
}
