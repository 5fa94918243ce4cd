package dev.asynclint.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.core.knowledge.Effect;
import dev.asynclint.core.knowledge.Knowledge;
import dev.asynclint.core.knowledge.KnowledgeFiles;
import dev.asynclint.core.knowledge.Member;
import dev.asynclint.javaparser.index.SignatureIndex;
import dev.asynclint.javaparser.types.ClassInfo;
import dev.asynclint.javaparser.types.ClassInfo.MethodInfo;
import dev.asynclint.javaparser.types.Flags;
import dev.asynclint.javaparser.types.TypeSig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the shipped knowledge speaks of exists in the real artefacts. */
class KnowledgeExistsTest {
  private static final Pattern ANNOTATION = Pattern.compile("(?m)^annotation\\s+(\\S+)");

  private static final Set<String> TIMES =
      Set.of("int", "long", "java.time.Duration", "java.time.Instant", "java.util.Date");

  private final SignatureIndex index = SignatureIndex.bundled();
  private final Knowledge knowledge = KnowledgeFiles.shipped();

  @Test
  void everyTypeExists() throws IOException {
    assertThat(Stream.concat(knowledge.types(), annotations()).filter(this::isAbsent))
        .as("types no artefact of the signature index has")
        .isEmpty();
  }

  @Test
  void everyMemberExists() {
    assertThat(
            knowledge
                .members()
                .filter(member -> !exists(member.owner(), member.name(), member.arity()))
                .map(member -> text(member.owner(), member.name(), member.arity())))
        .as("members no artefact of the signature index has")
        .isEmpty();
  }

  @Test
  void everyHookExists() {
    assertThat(
            knowledge
                .hooks()
                .filter(hook -> !exists(hook.owner(), hook.name(), hook.arity()))
                .map(hook -> text(hook.owner(), hook.name(), hook.arity())))
        .as("hooks no artefact of the signature index has")
        .isEmpty();
  }

  @Test
  void everyLabelStandsForAnArgumentThatFits() {
    assertThat(
            knowledge
                .members()
                .filter(member -> member.arity() > 0)
                .filter(member -> member.effects().stream().anyMatch(one -> misfits(member, one)))
                .map(member -> text(member.owner(), member.name(), member.arity())))
        .as("members that run what cannot be called, or time out by what is no time")
        .isEmpty();
  }

  @Test
  void whatDoesNotFitIsTold() {
    assertThat(isCallable(TypeSig.named("java.lang.Runnable"))).isTrue();
    assertThat(isCallable(TypeSig.named("java.util.TimerTask"))).isTrue();
    assertThat(isCallable(TypeSig.named("java.lang.String"))).isFalse();
    assertThat(isCallable(TypeSig.named("int"))).isFalse();
    assertThat(isTime(TypeSig.named("java.time.Duration"))).isTrue();
    assertThat(isTime(TypeSig.named("java.util.concurrent.TimeUnit"))).isFalse();
  }

  @Test
  void whatDoesNotExistIsTold() {
    assertThat(exists("java.lang.Thread", "sleep", 2)).isTrue();
    assertThat(exists("java.lang.Thread", "sleep", 3)).isFalse();
    assertThat(exists("java.lang.Thread", "doze", Member.ANY)).isFalse();
    assertThat(exists("java.util.List", "forEach", 1)).as("inherited").isTrue();
    assertThat(exists("java.util.List", "hashCode", 0)).as("of Object").isTrue();
    assertThat(exists("java.util.List", "of", 14)).as("variable arity").isTrue();
    assertThat(exists("java.util.concurrent.ThreadPoolExecutor", "<init>", 5)).isTrue();
    assertThat(exists("java.util.concurrent.ScheduledThreadPoolExecutor", "<init>", 5))
        .as("constructors are not inherited")
        .isFalse();
    assertThat(isAbsent("java.util.Lists")).isTrue();
  }

  private Stream<String> annotations() throws IOException {
    List<String> found = new ArrayList<>();
    for (String file : resource("files.list").lines().toList()) {
      ANNOTATION.matcher(resource(file)).results().forEach(match -> found.add(match.group(1)));
    }
    return found.stream();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = KnowledgeFiles.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private boolean isAbsent(String type) {
    return index.find(type).isEmpty();
  }

  private boolean misfits(Member member, Effect effect) {
    if (effect instanceof Effect.Runs runs) {
      return !fits(member, runs.param(), this::isCallable);
    } else if (effect instanceof Effect.Blocks blocks) {
      return !fits(member, blocks.timeout(), KnowledgeExistsTest::isTime);
    }
    return effect instanceof Effect.Waits waits
        && !fits(member, waits.timeout(), KnowledgeExistsTest::isTime);
  }

  /** Whether the argument of some overload is of the kind, or there is no such argument. */
  private boolean fits(Member member, int param, Predicate<TypeSig> kind) {
    return param < 0
        || exists(
            member.owner(),
            method ->
                method.name().equals(member.name())
                    && takes(method, member.arity())
                    && kind.test(method.params().get(Math.min(param, method.params().size() - 1))));
  }

  /** Whether a value of the type may be a closure or an object whose class the program writes. */
  private boolean isCallable(TypeSig type) {
    if (type instanceof TypeSig.Array array) {
      return isCallable(array.element());
    } else if (type instanceof TypeSig.Named named) {
      return index
          .find(named.name())
          .map(info -> !info.is(Flags.FINAL) && !info.is(Flags.ENUM))
          .orElse(named.name().contains("."));
    }
    return true;
  }

  private static boolean isTime(TypeSig type) {
    return type instanceof TypeSig.Named named && TIMES.contains(named.name());
  }

  private boolean exists(String owner, String name, int arity) {
    return name.equals(Member.OTHERS)
        ? !isAbsent(owner)
        : exists(owner, method -> method.name().equals(name) && takes(method, arity));
  }

  /** Constructors count for the type alone; interfaces have the methods of {@code Object} too. */
  private boolean exists(String owner, Predicate<MethodInfo> wanted) {
    Predicate<MethodInfo> inherited = wanted.and(method -> !method.name().equals("<init>"));
    return index.find(owner).stream()
        .anyMatch(
            type ->
                type.methods().stream().anyMatch(wanted)
                    || inherits(type, inherited)
                    || inherits(index.find("java.lang.Object").orElseThrow(), inherited));
  }

  private boolean inherits(ClassInfo type, Predicate<MethodInfo> wanted) {
    return type.methods().stream().anyMatch(wanted)
        || Stream.concat(Stream.of(type.superclass()), type.interfaces().stream())
            .filter(TypeSig.Named.class::isInstance)
            .flatMap(parent -> index.find(((TypeSig.Named) parent).name()).stream())
            .anyMatch(parent -> inherits(parent, wanted));
  }

  private static boolean takes(MethodInfo method, int arity) {
    int declared = method.params().size();
    return arity == Member.ANY
        || arity == declared
        || method.is(Flags.VARARGS) && arity >= declared - 1;
  }

  private static String text(String owner, String name, int arity) {
    return owner + "." + name + (arity == Member.ANY ? "(*)" : "/" + arity);
  }
}
