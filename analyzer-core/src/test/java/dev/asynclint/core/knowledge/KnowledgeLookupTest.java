package dev.asynclint.core.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asynclint.core.ir.Types;
import dev.asynclint.core.knowledge.Effect.Flag;
import dev.asynclint.core.knowledge.Knowledge.AnnotationModel;
import dev.asynclint.core.knowledge.Knowledge.AnnotationModel.Meaning;
import dev.asynclint.core.knowledge.Knowledge.Hook;
import dev.asynclint.core.knowledge.Knowledge.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeLookupTest {
  private static final Types TYPES =
      type ->
          Map.of(
                  "app.MyTask", List.of("demo.Task"),
                  "demo.Task", List.of("java.lang.Object", "demo.Stage"),
                  "demo.Stage", List.<String>of())
              .getOrDefault(type, List.of());

  private static final Knowledge KNOWLEDGE =
      load(
          """
          library demo 1
          dialect demo
          type java.lang.Object
            wait()      waits on condition
          type demo.Stage is future, cold
            then(fn)    runs fn on caller
            run(*)      completes
            get()       waits on future
          type demo.Task is singleton-like
            new(size)   allocates heavy
            run(a)      chains
            get()       never blocks
          hook demo.Stage.onDone runs on event-loop
          hook demo.Task.onDone(1) runs on cpu-pool, once
          annotation demo.Slow means blocking
          annotation demo.Fast means non-blocking
          annotation demo.Get handles event-loop
          annotation demo.Serve handles event-loop, always
          annotation demo.Pooled runs on bounded-pool, by proxy
          annotation demo.Weave weaves with LOADED
          words close, quit mean end
          words open mean start
          words drop mean release
          """);

  @Test
  void theNearestLineHolds() {
    assertThat(member("app.MyTask", "then", 1).owner()).isEqualTo("demo.Stage");
    assertThat(member("app.MyTask", "get", 0).has(Flag.NEVER_BLOCKS)).isTrue();
    assertThat(member("demo.Stage", "get", 0).has(Flag.NEVER_BLOCKS)).isFalse();
  }

  @Test
  void exactArityComesBeforeAnyAndNearBeforeFar() {
    assertThat(member("demo.Task", "run", 1).owner()).isEqualTo("demo.Task");
    assertThat(member("demo.Task", "run", 2).owner()).isEqualTo("demo.Stage");
    assertThat(member("demo.Stage", "run", 1).arity()).isEqualTo(Member.ANY);
  }

  @Test
  void constructorsAreNotInherited() {
    assertThat(member("demo.Task", "<init>", 1).display()).isEqualTo("new Task");
    assertThat(KNOWLEDGE.member(TYPES, "app.MyTask", "<init>", 1)).isEmpty();
    assertThat(KNOWLEDGE.member(TYPES, "demo.Task", "<init>", 0)).isEmpty();
  }

  @Test
  void membersOfObjectHoldForInterfacesAndArraysButNotForUnknownTypes() {
    assertThat(member("demo.Stage", "wait", 0).owner()).isEqualTo("java.lang.Object");
    assertThat(member("byte[]", "wait", 0).owner()).isEqualTo("java.lang.Object");
    assertThat(KNOWLEDGE.member(TYPES, Types.UNKNOWN, "wait", 0)).isEmpty();
  }

  @Test
  void whatNoFileMentionsIsEmpty() {
    assertThat(KNOWLEDGE.member(TYPES, "demo.Task", "other", 0)).isEmpty();
    assertThat(KNOWLEDGE.member(TYPES, "demo.Task", "then", 3)).isEmpty();
    assertThat(KNOWLEDGE.member(TYPES, "app.Unrelated", "get", 0)).isEmpty();
    assertThat(KNOWLEDGE.hook(TYPES, "app.Unrelated", "onDone", 1)).isEmpty();
    assertThat(KNOWLEDGE.annotation("demo.Other")).isEmpty();
    assertThat(KNOWLEDGE.dialect("app.MyTask")).isEmpty();
  }

  @Test
  void aSecondSetOfSupertypesIsNotMixedUpWithTheFirst() {
    assertThat(KNOWLEDGE.member(TYPES, "app.MyTask", "then", 1)).isPresent();
    assertThat(KNOWLEDGE.member(type -> List.of(), "app.MyTask", "then", 1)).isEmpty();
    assertThat(KNOWLEDGE.member(TYPES, "app.MyTask", "then", 1)).isPresent();
  }

  @Test
  void tagsComeFromTheWholeLineage() {
    assertThat(KNOWLEDGE.tags(TYPES, "app.MyTask"))
        .containsExactlyInAnyOrder("future", "cold", "singleton-like");
    assertThat(KNOWLEDGE.tags(TYPES, "demo.Stage")).containsExactly("future", "cold");
    assertThat(KNOWLEDGE.tags(TYPES, Types.UNKNOWN)).isEmpty();
  }

  @Test
  void hooksAreFoundThroughSupertypes() {
    assertThat(KNOWLEDGE.hook(TYPES, "app.MyTask", "onDone", 1))
        .contains(new Hook("demo.Task", "onDone", 1, Context.CPU_POOL, true, "demo"));
    assertThat(KNOWLEDGE.hook(TYPES, "app.MyTask", "onDone", 2))
        .contains(new Hook("demo.Stage", "onDone", Member.ANY, Context.EVENT_LOOP, false, "demo"));
  }

  @Test
  void annotationsSayWhatTheyMean() {
    assertThat(KNOWLEDGE.annotation("demo.Slow")).contains(model("Slow", Meaning.BLOCKING));
    assertThat(KNOWLEDGE.annotation("demo.Fast")).contains(model("Fast", Meaning.NON_BLOCKING));
    assertThat(KNOWLEDGE.annotation("demo.Get"))
        .contains(new AnnotationModel("demo.Get", Meaning.HANDLES, Context.EVENT_LOOP, "demo"));
    assertThat(KNOWLEDGE.annotation("demo.Serve"))
        .contains(
            new AnnotationModel("demo.Serve", Meaning.HANDLES_ALL, Context.EVENT_LOOP, "demo"));
    assertThat(KNOWLEDGE.annotation("demo.Pooled"))
        .contains(
            new AnnotationModel(
                "demo.Pooled", Meaning.RUNS_ON, Context.BOUNDED_POOL, true, "", "demo"));
  }

  @Test
  void annotationsMayTakeThePlaceOfProxies() {
    assertThat(KNOWLEDGE.annotation("demo.Weave")).map(AnnotationModel::woven).contains("LOADED");
    assertThat(KNOWLEDGE.annotation("demo.Pooled")).map(AnnotationModel::woven).contains("");
  }

  @Test
  void wordsTellThePhase() {
    assertThat(KNOWLEDGE.words(Phase.END)).containsExactly("close", "quit");
    assertThat(KNOWLEDGE.words(Phase.START)).containsExactly("open");
    assertThat(KNOWLEDGE.words(Phase.RELEASE)).containsExactly("drop");
  }

  @Test
  void everythingIsListedInAStableOrder() {
    assertThat(KNOWLEDGE.types()).containsExactly("demo.Stage", "demo.Task", "java.lang.Object");
    assertThat(KNOWLEDGE.members().map(Member::display))
        .containsExactly(
            "Stage.get",
            "Stage.run",
            "Stage.then",
            "new Task",
            "Task.get",
            "Task.run",
            "Object.wait");
    assertThat(KNOWLEDGE.hooks().map(Hook::owner)).containsExactly("demo.Stage", "demo.Task");
    assertThat(KNOWLEDGE.dialect("demo.Task")).contains("demo");
  }

  @Test
  void filesAddUp() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(
        "one",
        """
        library one 1
        dialect one
        type demo.Task is hot
          run()  chains; completes; since 19; until 21
          stop()  chains; since 19
        annotation demo.Slow means blocking
        hook demo.Task.onDone runs on caller
        """);
    texts.put(
        "two",
        """
        library two 1
        dialect two
        type demo.Task is cold
          run()  completes; never blocks; since 21
          stop()  completes
          go()  chains
        annotation demo.Slow means non-blocking
        hook demo.Task.onDone runs on event-loop
        """);
    Knowledge both = KnowledgeFiles.load(texts);
    assertThat(both.tags(TYPES, "demo.Task")).containsExactly("hot", "cold");
    assertThat(both.member(TYPES, "demo.Task", "run", 0).orElseThrow().effects())
        .containsExactly(
            new Effect.Chains(Effect.RECEIVER),
            Flag.COMPLETES,
            Flag.NEVER_BLOCKS,
            new Effect.HoldsFor(19, Integer.MAX_VALUE));
    assertThat(both.member(TYPES, "demo.Task", "stop", 0).orElseThrow().effects())
        .containsExactly(new Effect.Chains(Effect.RECEIVER), Flag.COMPLETES);
    assertThat(both.member(TYPES, "demo.Task", "run", 0).orElseThrow().dialect()).isEqualTo("one");
    assertThat(both.member(TYPES, "demo.Task", "go", 0).orElseThrow().dialect()).isEqualTo("two");
    assertThat(both.dialect("demo.Task")).contains("one");
    assertThat(both.annotation("demo.Slow").orElseThrow().meaning())
        .isEqualTo(Meaning.NON_BLOCKING);
    assertThat(both.hook(TYPES, "demo.Task", "onDone", 0).orElseThrow().context())
        .isEqualTo(Context.EVENT_LOOP);
  }

  @Test
  void aUsersFileAddsToTheShippedOnes(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("own.knowledge");
    Files.writeString(file, "library own 1\ntype own.Store\n  load(key)  blocks database\n");
    Knowledge knowledge = KnowledgeFiles.load(List.of(file));
    assertThat(knowledge.member(TYPES, "own.Store", "load", 1)).isPresent();
    assertThat(knowledge.types()).containsAll(KnowledgeFiles.shipped().types().toList());
  }

  private static Member member(String receiver, String name, int arity) {
    return KNOWLEDGE.member(TYPES, receiver, name, arity).orElseThrow();
  }

  private static AnnotationModel model(String name, Meaning meaning) {
    return new AnnotationModel("demo." + name, meaning, Context.UNKNOWN, "demo");
  }

  private static Knowledge load(String text) {
    return KnowledgeFiles.load(Map.of("demo.knowledge", text));
  }
}
