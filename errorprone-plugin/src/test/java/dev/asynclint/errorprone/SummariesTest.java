package dev.asynclint.errorprone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummariesTest {
  private static final String LIBRARY =
      """
      package store;
      import java.util.concurrent.CompletableFuture;
      public class Store {
        public static String load(CompletableFuture<String> from) {
          return new Cursor().next(from);
        }
        private static String hidden(CompletableFuture<String> from) {
          return from.join();
        }
        public static int size() {
          return 1;
        }
        public String open(CompletableFuture<String> from) {
          return load(from);
        }
      }
      class Cursor {
        String next(CompletableFuture<String> from) {
          return from.join();
        }
      }
      """;
  private static final String USER =
      """
      package shop;
      import java.util.concurrent.CompletableFuture;
      class Entry {
        CompletableFuture<String> start(CompletableFuture<String> other) {
          return CompletableFuture.supplyAsync(() -> %s);
        }
      }
      """;
  private static final String FILE = "META-INF/asynclint/summaries";

  @TempDir private Path folder;
  private Path library;

  @BeforeEach
  void compileTheLibrary() {
    Javac javac =
        new Javac(folder.resolve("library"))
            .file("store/Store.java", LIBRARY)
            .file("store/package-info.java", "package store;")
            .file("zone/package-info.java", "package zone;");
    assertThat(javac.compile().lines()).isEmpty();
    library = javac.classes();
  }

  private Javac user(String call, Path... classPath) {
    return new Javac(folder.resolve("user"))
        .file("shop/Entry.java", USER.formatted(call))
        .with("-classpath", String.join(java.io.File.pathSeparator, strings(classPath)));
  }

  private static List<String> strings(Path... paths) {
    return java.util.Arrays.stream(paths).map(Path::toString).toList();
  }

  @Test
  void compilationSaysWhatItsCallablesWaitFor() throws IOException {
    assertThat(Files.readString(library.resolve(FILE)))
        .isEqualTo(
            """
            asynclint-summaries 1
            store.Cursor.next(java.util.concurrent.CompletableFuture)\twaits\tfuture\t-\t\
            Store.java:19 'CompletableFuture.join' waits here
            store.Store.load(java.util.concurrent.CompletableFuture)\twaits\tfuture\t-\t\
            Store.java:5 calls Cursor.next\tStore.java:19 'CompletableFuture.join' waits here
            store.Store.open(java.util.concurrent.CompletableFuture)\twaits\tfuture\t-\t\
            Store.java:14 calls Store.load\tStore.java:5 calls Cursor.next\t\
            Store.java:19 'CompletableFuture.join' waits here
            """);
  }

  @Test
  void helperOfAnotherModuleCountsAndItsWayIsShown() {
    List<String> said = user("store.Store.load(other)", library).compile().lines();

    assertThat(said).hasSize(1);
    assertThat(said.get(0))
        .contains("Entry.java:5 ", "[CommonPoolBlocking]", "'Store.load'")
        .contains("calls Store.load of another module")
        .contains("Store.java:5 calls Cursor.next")
        .contains("Store.java:19 'CompletableFuture.join' waits here");
  }

  @Test
  void jarsBringThemToo() throws IOException {
    Path jar = folder.resolve("library.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (String name : List.of(FILE, "store/Store.class", "store/Cursor.class")) {
        out.putNextEntry(new ZipEntry(name));
        out.write(Files.readAllBytes(library.resolve(name)));
      }
    }

    assertThat(user("store.Store.load(other)", jar).compile().lines()).hasSize(1);
  }

  @Test
  void whatDoesNotWaitIsSilent() {
    assertThat(user("\"\" + store.Store.size()", library).compile().lines()).isEmpty();
  }

  @Test
  void overriddenHelperIsNotBelieved() {
    String own = "class Own extends store.Store { public String open(%s f) { return null; } }";
    List<String> said =
        user("new store.Store().open(other)", library)
            .file(
                "shop/Own.java",
                "package shop; " + own.formatted("java.util.concurrent.CompletableFuture<String>"))
            .compile()
            .lines();

    assertThat(said).isEmpty();
    assertThat(user("new store.Store().open(other)", library).compile().lines()).hasSize(1);
  }

  @Test
  void laterVersionsAndDamageAreToldAndLeftOut() throws IOException {
    Path file = library.resolve(FILE);
    String text = Files.readString(file);
    for (String broken :
        List.of(
            text.replace("summaries 1", "summaries 7"),
            text.replace("\twaits\t", "\tmaybe\t"),
            text.substring(0, text.length() / 2),
            "\u0000\u0001")) {
      Files.writeString(file, broken);
      Javac.Outcome outcome = user("store.Store.load(other)", library).compile();

      assertThat(outcome.succeeded()).isTrue();
      assertThat(outcome.lines())
          .singleElement()
          .asString()
          .startsWith("WARNING ")
          .contains("the summaries in ", "they are left out");
    }
  }

  @Test
  void nothingStaysWhenThereIsNothingToSay() {
    new Javac(folder.resolve("library"))
        .file("store/Store.java", "package store; class Store {}")
        .compile();

    assertThat(library.resolve(FILE)).doesNotExist();
  }
}
