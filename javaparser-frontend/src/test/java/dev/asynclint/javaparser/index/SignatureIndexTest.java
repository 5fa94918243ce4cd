package dev.asynclint.javaparser.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asynclint.javaparser.types.ClassInfo;
import dev.asynclint.javaparser.types.ClassInfo.MethodInfo;
import dev.asynclint.javaparser.types.ClassInfo.TypeParam;
import dev.asynclint.javaparser.types.Flags;
import dev.asynclint.javaparser.types.TypeSig;
import dev.asynclint.javaparser.types.TypeSig.Named;
import dev.asynclint.javaparser.types.TypeSig.Var;
import dev.asynclint.javaparser.types.TypeSig.Wildcard;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureIndexTest {
  private final SignatureIndex index = SignatureIndex.bundled();

  @Test
  void knowsTheJdkBeyondTheOneThatRuns() {
    assertThat(methods("java.lang.Thread", "ofVirtual"))
        .singleElement()
        .satisfies(
            method -> {
              assertThat(method.is(Flags.STATIC)).isTrue();
              assertThat(method.returns())
                  .isEqualTo(TypeSig.named("java.lang.Thread.Builder.OfVirtual"));
            });
    assertThat(methods("java.util.concurrent.StructuredTaskScope", "open")).isNotEmpty();
    assertThat(info("java.util.concurrent.StructuredTaskScope").is(Flags.INTERFACE)).isTrue();
  }

  @Test
  void knowsWhatLaterReleasesTookAway() {
    // A class until 24, an interface since.
    assertThat(info("java.util.concurrent.StructuredTaskScope.ShutdownOnFailure").superclass())
        .isEqualTo(
            new Named(
                "java.util.concurrent.StructuredTaskScope",
                List.of(TypeSig.named("java.lang.Object"))));
    assertThat(methods("java.util.concurrent.StructuredTaskScope", "joinUntil")).hasSize(1);
    assertThat(methods("java.lang.Thread", "suspend")).hasSize(1);
  }

  @Test
  void keepsGenerics() {
    assertThat(info("reactor.core.publisher.Mono").typeParams())
        .containsExactly(new TypeParam("T", TypeSig.named("java.lang.Object")));
    assertThat(methods("reactor.core.publisher.Mono", "map"))
        .containsExactly(
            new MethodInfo(
                "map",
                Flags.FINAL,
                List.of(new TypeParam("R", TypeSig.named("java.lang.Object"))),
                List.of(
                    new Named(
                        "java.util.function.Function",
                        List.of(
                            new Wildcard(new Var("T"), true), new Wildcard(new Var("R"), false)))),
                new Named("reactor.core.publisher.Mono", List.of(new Var("R")))));
  }

  @Test
  void keepsSupertypesWithTheirArguments() {
    assertThat(info("java.util.concurrent.CompletableFuture").interfaces())
        .containsExactly(
            new Named("java.util.concurrent.Future", List.of(new Var("T"))),
            new Named("java.util.concurrent.CompletionStage", List.of(new Var("T"))));
    assertThat(info("java.util.concurrent.CompletionStage").superclass())
        .isEqualTo(TypeSig.UNKNOWN);
  }

  @Test
  void keepsHiddenSupertypesThatLendPublicMembers() {
    assertThat(info("java.lang.StringBuilder").superclass())
        .isEqualTo(TypeSig.named("java.lang.AbstractStringBuilder"));
    assertThat(methods("java.lang.AbstractStringBuilder", "setLength")).isNotEmpty();
    assertThat(index.packageTypes("java.lang"))
        .contains("java.lang.StringBuilder", "java.lang.Thread")
        .doesNotContain("java.lang.AbstractStringBuilder", "java.lang.Thread.Builder");
  }

  @Test
  void holdsBothShapesOfAMemberThatChangedBetweenVersions() {
    assertThat(methods("io.vertx.core.Vertx", "executeBlocking"))
        .extracting(method -> ((Named) method.params().get(0)).name())
        .contains("io.vertx.core.Handler", "java.util.concurrent.Callable");
    // Gone in 5, new in 5.
    assertThat(methods("io.vertx.core.http.HttpClient", "request")).isNotEmpty();
    assertThat(index.find("io.vertx.core.VerticleBase")).isPresent();
    assertThat(index.find("io.vertx.core.AbstractVerticle")).isPresent();
  }

  @Test
  void findsNestedTypesByTheirCanonicalNames() {
    ClassInfo entry = info("java.util.Map.Entry");
    assertThat(entry.name()).isEqualTo("java.util.Map.Entry");
    assertThat(entry.is(Flags.STATIC | Flags.INTERFACE)).isTrue();
    assertThat(info("java.util.Map").memberTypes()).contains("Entry");
    assertThat(index.find("java.util.Map$Entry")).isEmpty();
  }

  @Test
  void leavesTheEnclosingInstanceOutOfConstructors() {
    assertThat(methods("java.util.concurrent.locks.ReentrantReadWriteLock.ReadLock", "<init>"))
        .extracting(method -> method.params().size())
        .containsExactly(1);
    assertThat(methods("java.security.KeyStore.PasswordProtection", "<init>"))
        .extracting(method -> method.params().size())
        .contains(1, 3);
  }

  @Test
  void saysWhatIsVariableArity() {
    assertThat(methods("java.util.concurrent.CompletableFuture", "allOf"))
        .singleElement()
        .satisfies(method -> assertThat(method.is(Flags.VARARGS)).isTrue());
  }

  @Test
  void knowsWhatAModuleImportBrings() {
    assertThat(index.modulePackages("java.base"))
        .contains("java.util", "java.util.concurrent")
        .noneMatch(name -> name.startsWith("sun.") || name.startsWith("jdk.internal"));
    // Modules that java.sql passes on.
    assertThat(index.modulePackages("java.sql"))
        .contains("java.sql", "java.util.logging", "javax.xml.parsers");
    assertThat(index.modulePackages("no.such.module")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "int", "byte[]", "?", "java", "java.util", "java.util.Nothing", "a..b", "."})
  void whatIsNoTypeIsAbsent(String name) {
    assertThat(index.find(name)).isEmpty();
  }

  @Test
  void everyTypeDecodesUnderItsName() {
    long decoded =
        index
            .packages()
            .flatMap(index::allTypes)
            .peek(name -> assertThat(info(name).name()).isEqualTo(name))
            .count();
    assertThat(decoded).isGreaterThan(10_000);
  }

  @Test
  void refusesWhatIsNotAnIntactIndex() throws IOException {
    byte[] bytes = bundledBytes();
    assertThatThrownBy(() -> read(new byte[0])).hasMessage("not a signature index");
    assertThatThrownBy(() -> read("PK something else".getBytes(StandardCharsets.US_ASCII)))
        .hasMessage("not a signature index");
    byte[] cut = Arrays.copyOf(bytes, bytes.length / 2);
    assertThatThrownBy(() -> read(cut)).hasMessage("signature index is damaged");
    bytes[7]++;
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(IOException.class)
        .hasMessage("signature index of version 2, expected 1");
  }

  @Test
  void decodesTheSameForManyThreads() throws IOException {
    List<String> names = index.allTypes("java.util.concurrent").toList();
    SignatureIndex fresh = read(bundledBytes());
    assertThat(names.parallelStream().map(name -> fresh.find(name).orElseThrow()).toList())
        .isEqualTo(names.stream().map(this::info).toList());
  }

  private static byte[] bundledBytes() throws IOException {
    try (InputStream in = SignatureIndex.class.getResourceAsStream(SignatureIndex.RESOURCE)) {
      return in.readAllBytes();
    }
  }

  private static SignatureIndex read(byte[] bytes) throws IOException {
    return SignatureIndex.read(new ByteArrayInputStream(bytes));
  }

  private ClassInfo info(String name) {
    return index.find(name).orElseThrow(() -> new AssertionError("not in the index: " + name));
  }

  private List<MethodInfo> methods(String owner, String name) {
    return stream(owner).filter(method -> method.name().equals(name)).toList();
  }

  private Stream<MethodInfo> stream(String owner) {
    return info(owner).methods().stream();
  }
}
