package dev.asynclint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story of a team that starts to use a gate, commit by commit. */
final class AdoptionHistoryTest {
  private static final String ORDERS =
      """
      package shop;

      import java.util.concurrent.CompletableFuture;

      class Orders {
        CompletableFuture<String> load(CompletableFuture<String> other) {
          return CompletableFuture.supplyAsync(() -> ask(other));
        }

        static String ask(CompletableFuture<String> other) {
          return other.join();
        }

        String describe() {
          return "what is bought, by whom and when";
        }
      }
      """;
  private static final String FRESH =
      """
        CompletableFuture<String> fresh(CompletableFuture<String> other) {
          return CompletableFuture.supplyAsync(() -> other.join());
        }
      """;
  private static final String MENDED =
      """
        CompletableFuture<String> fresh(CompletableFuture<String> other) {
          return other.thenApply(String::strip);
        }
      """;
  private static final String[] GATE = {
    "--select=common-pool-blocking", "--baseline=asynclint-baseline.json"
  };

  @TempDir private Path folder;
  private Workspace shop;

  @BeforeEach
  void adopted() throws Exception {
    shop = new Workspace(folder);
    shop.git("init", "-q");
    shop.write("src/shop/Orders.java", ORDERS);
    shop.commit("Sell things");
    assertThat(shop.run("baseline", "create", GATE[0]).err()).contains("1 finding known");
    shop.commit("Start to use a gate");
  }

  private static String with(String member) {
    return ORDERS.substring(0, ORDERS.lastIndexOf('}')) + "\n" + member + "}\n";
  }

  private void rename(String from, String to, String text) throws Exception {
    shop.git("mv", "src/shop/" + from, "src/shop/" + to);
    shop.write("src/shop/" + to, text);
  }

  @Test
  void onlyWhatIsNewFailsUntilItIsMended() throws Exception {
    assertThat(shop.scan(GATE)).isEmpty();

    shop.write("src/shop/Orders.java", with(FRESH));
    shop.commit("Load faster");
    assertThat(shop.scan(GATE)).singleElement().asString().startsWith("src/shop/Orders.java:19:");
    assertThat(shop.scan(GATE[0], "--since=HEAD~1"))
        .singleElement()
        .asString()
        .startsWith("src/shop/Orders.java:19:");

    shop.write("src/shop/Orders.java", with(MENDED));
    shop.commit("Do not wait");
    assertThat(shop.scan(GATE)).isEmpty();
    assertThat(shop.run("baseline", "prune", GATE[0]).err()).contains("1 of 1 finding left");
  }

  @Test
  void renamedFileStaysKnownWhereOnlyGitCanTell() throws Exception {
    // The method got another message with its class, and a new file offers the old one.
    rename("Orders.java", "Sales.java", ORDERS.replace("Orders", "Sales"));
    shop.write("src/shop/Another.java", ORDERS.replace("Orders", "Another"));
    shop.commit("Speak of sales");

    assertThat(shop.scan(GATE)).singleElement().asString().startsWith("src/shop/Another.java:");
    shop.run("baseline", "prune", GATE[0]);
    assertThat(folder.resolve("asynclint-baseline.json"))
        .content()
        .contains("src/shop/Sales.java")
        .doesNotContain("Orders.java");
    shop.commit("Forget the old name");
    assertThat(shop.scan(GATE)).singleElement().asString().startsWith("src/shop/Another.java:");
  }

  @Test
  void renamedTwiceMovedAndReformattedStaysKnown() throws Exception {
    rename("Orders.java", "Sales.java", ORDERS.replace("Orders", "Sales"));
    shop.commit("Speak of sales");
    String moved = ORDERS.replace("Orders", "Deals").replace("class", "// moved\n\n\nclass");
    rename("Sales.java", "Deals.java", moved.replace("return other", "return\n        other"));

    assertThat(shop.scan(GATE)).as("not committed yet").isEmpty();
    shop.commit("Speak of deals");
    assertThat(shop.scan(GATE)).isEmpty();
  }

  @Test
  void withoutGitTheNameOfTheMethodHasToDo() throws Exception {
    delete(folder.resolve(".git"));
    Files.delete(folder.resolve("src/shop/Orders.java"));
    shop.write("src/shop/Sales.java", ORDERS.replace("Orders", "Sales"));

    assertThat(shop.scan(GATE)).isEmpty();
  }

  @Test
  void partOfTheSourcesNeitherTakesNorForgetsEntriesOfTheRest() throws Exception {
    shop.write("src/stock/Stock.java", ORDERS.replace("Orders", "Stock").replace("shop", "stock"));
    String[] part = {"src/stock", GATE[0], GATE[1]};

    assertThat(shop.scan(part))
        .as("the file of the entry is there, so this is no renamed one")
        .singleElement()
        .asString()
        .startsWith("src/stock/Stock.java:");
    assertThat(shop.run("baseline", "prune", "src/stock", GATE[0]).err())
        .contains("1 of 1 finding left");
  }

  @Test
  void sinceCountsAPathThroughAChangedLine() throws Exception {
    shop.write("src/shop/Orders.java", ORDERS.replace("ask(other))", "ask( other))"));

    assertThat(shop.scan(GATE[0], "--since=HEAD"))
        .as("the wait has not changed, the call that leads to it has")
        .isEqualTo(List.of(shop.scan(GATE[0]).get(0)))
        .singleElement()
        .asString()
        .startsWith("src/shop/Orders.java:11:");
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
