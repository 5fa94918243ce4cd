package dev.asynclint.testdata;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the shipped knowledge speaks of exists in the real artefacts. */
class KnowledgeExistsTest {
  private static final Pattern ANNOTATION = Pattern.compile("(?m)^annotation\\s+(\\S+)");

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

  private boolean exists(String owner, String name, int arity) {
    Optional<ClassInfo> type = index.find(owner);
    Predicate<MethodInfo> wanted = method -> method.name().equals(name) && takes(method, arity);
    if (name.equals("<init>")) {
      return type.stream().flatMap(info -> info.methods().stream()).anyMatch(wanted);
    }
    return type.map(info -> inherits(info, wanted)).orElse(false)
        || type.isPresent()
            && index.find("java.lang.Object").stream().anyMatch(object -> inherits(object, wanted));
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
