package dev.asynclint.core.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTextTest {
  private static final CallableSummary LOAD =
      new CallableSummary(
          "store.Store.load(int)",
          true,
          "future",
          Optional.empty(),
          false,
          List.of("Store.java:5 calls Cursor.next", "Cursor.java:9 'Future.get' waits here"));
  private static final CallableSummary NAP =
      new CallableSummary(
          "store.Store.<init>()",
          false,
          "sleep",
          Optional.of(Duration.ofMillis(1500)),
          true,
          List.of("Store.java:7 'Thread.sleep' blocks here"));

  @Test
  void whatIsWrittenIsReadAgain() throws SummaryException {
    assertThat(SummaryText.read(SummaryText.write(List.of(LOAD, NAP)))).containsExactly(NAP, LOAD);
  }

  @Test
  void boundThatIsNoLiteralIsKept() throws SummaryException {
    CallableSummary timed =
        new CallableSummary("a.B.c()", true, "queue", Optional.empty(), true, List.of("here"));

    assertThat(SummaryText.read(SummaryText.write(List.of(timed)))).containsExactly(timed);
  }

  @Test
  void orderDoesNotMatter() {
    assertThat(SummaryText.write(List.of(LOAD, NAP)))
        .isEqualTo(SummaryText.write(List.of(NAP, LOAD)))
        .isEqualTo(
            """
            asynclint-summaries 1
            store.Store.<init>()\tblocks\tsleep\tPT1.5S\tStore.java:7 'Thread.sleep' blocks here
            store.Store.load(int)\twaits\tfuture\t-\tStore.java:5 calls Cursor.next\t\
            Cursor.java:9 'Future.get' waits here
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "summaries",
        "asynclint-summaries x\n",
        "asynclint-summaries 1",
        "asynclint-summaries 1\nstore.Store.load(int)\twaits\tfuture\t-\n",
        "asynclint-summaries 1\nstore.Store.load(int)\twaits\tfuture\tsoon\there\n",
        "asynclint-summaries 1\nstore.Store.load(int)\tmay\tfuture\t-\there\n",
        "asynclint-summaries 1\nstore.Store.load\twaits\tfuture\t-\there\n",
        "asynclint-summaries 1\nstore.Store.load(int)\twaits\t\t-\there\n",
      })
  void damageIsToldWithItsLine(String text) {
    assertThatThrownBy(() -> SummaryText.read(text))
        .isInstanceOf(SummaryException.class)
        .hasMessageMatching("are (?:damaged|cut off) in line [012]");
  }

  @Test
  void laterVersionsAreToldFromDamage() {
    assertThatThrownBy(() -> SummaryText.read("asynclint-summaries 2\nwhatever\n"))
        .isInstanceOf(SummaryException.class)
        .hasMessageContaining("have version 2, this asynclint reads up to 1");
  }
}
