package dev.asynclint.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The page of facts names tests that exist, and at least one for each fact. */
class FactsPageTest {
  private static final Pattern NAMED = Pattern.compile("`([\\w.]+)#(\\w+)`");

  private static List<String> rows() throws IOException {
    Path module = Path.of("").toAbsolutePath();
    Path page = module.resolveSibling("docs").resolve("runtime-facts.md");
    return Files.readAllLines(page).stream()
        .filter(line -> line.startsWith("|"))
        .skip(2) // the head of the table
        .toList();
  }

  @Test
  void everyFactNamesTestsThatExist() throws IOException {
    List<String> faults = new ArrayList<>();
    List<String> rows = rows();
    for (String row : rows) {
      List<MatchResult> named = NAMED.matcher(row).results().toList();
      if (named.isEmpty()) {
        faults.add("no test: " + row);
      }
      for (MatchResult test : named) {
        if (!exists(test.group(1), test.group(2))) {
          faults.add("no such test: " + test.group());
        }
      }
    }
    assertThat(faults).isEmpty();
    assertThat(rows).hasSizeGreaterThan(40);
  }

  private static boolean exists(String type, String method) {
    try {
      return Arrays.stream(Class.forName("dev.asynclint.runtime." + type).getDeclaredMethods())
          .anyMatch(found -> found.getName().equals(method) && isTest(found));
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static boolean isTest(AnnotatedElement method) {
    return method.isAnnotationPresent(Test.class)
        || method.isAnnotationPresent(ParameterizedTest.class);
  }
}
