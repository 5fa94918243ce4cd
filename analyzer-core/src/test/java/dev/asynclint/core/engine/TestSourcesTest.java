package dev.asynclint.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TestSourcesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/test/java/a/Helper.java",
        "core/src/test/java/a/Helper.java",
        "src/testFixtures/java/A.java",
        "src/integrationTest/java/A.java",
        "src/integration-test/java/A.java",
        "src/it/A.java",
        "src/test/",
        "a/OrderTest.java",
        "OrderTests.java",
        "OrderIT.java",
        "TestOrder.java",
        "tests/a/Helper.java",
      })
  void tests(String path) {
    assertThat(TestSources.contain(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/main/java/a/LoadTest.java",
        "src/main/java/test/A.java",
        "a/Contest.java",
        "a/Testament.java",
        "a/AUDIT.java",
        "testdata/demo/src/main/java/A.java",
        "src/main/",
        "",
      })
  void noTests(String path) {
    assertThat(TestSources.contain(path)).isFalse();
  }
}
