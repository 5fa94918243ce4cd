package dev.asynclint.runtime.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SiteTest {
  @Test
  void aLambdaIsOfTheMethodItIsWrittenIn() {
    assertThat(Site.of("a.B", "lambda$load$3", "B.java", 7).method()).isEqualTo("load");
    assertThat(Site.of("a.B", "lambda$new$0", "B.java", 7).method()).isEqualTo("<init>");
    assertThat(Site.of("a.B", "lambda$static$0", "B.java", 7).method()).isEqualTo("<clinit>");
    assertThat(Site.of("a.B", "lambda$odd", "B.java", 7).method()).isEqualTo("lambda$odd");
  }

  @Test
  void aClassIsTheOneOfTheFile() {
    assertThat(Site.of("a.B$C$1", "run", null, 7))
        .isEqualTo(new Site("a.B", "run", "B.java", 7))
        .hasToString("a.B.run(B.java:7)");
    assertThat(Site.of("a.B$$Lambda$14/0x0000", "run", null, -1))
        .isEqualTo(new Site("a.B", "run", "B.java", 0))
        .hasToString("a.B.run(B.java)");
    assertThat(Site.of("a.$Odd$In", "run", null, 1).className()).isEqualTo("a.$Odd");
  }

  @Test
  void framesOfLibrariesAreNotTheUsers() {
    Frames frames = new Frames(List.of("reactor."));
    assertThat(frames.isUser("my.App")).isTrue();
    assertThat(frames.isUser("javax.sql.X")).isFalse();
    assertThat(frames.isUser("reactor.core.Mono")).isFalse();
    assertThat(frames.isUser("dev.asynclint.runtime.task.Task")).isFalse();
    assertThat(frames.isUser("javafx.App")).isTrue();
  }

  @Test
  void nobodyWatchesUnlessAsked() {
    assertThat(Sites.here()).isNull();
    Frames all = new Frames(List.of("dev.asynclint.user."));
    Sites.Watch one = Sites.watch(all);
    Sites.Watch two = Sites.watch(all);
    assertThat(Sites.here().className()).startsWith("org.junit.");
    two.close();
    two.close();
    assertThat(Sites.here()).isNotNull();
    one.close();
    assertThat(Sites.here()).isNull();
  }
}
