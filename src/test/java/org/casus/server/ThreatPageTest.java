package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The page on threats names tests that exist, and one for each threat. */
class ThreatPageTest {
  private static final Path PAGE = Path.of("src/site/markdown/threats.md");
  private static final Path TESTS = Path.of("src/test/java");
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

  @Test
  void namedTestsExist() throws IOException, ClassNotFoundException {
    List<MatchResult> named =
        NAMED.matcher(Files.readString(PAGE)).results().collect(Collectors.toList());
    assertThat(named).hasSizeGreaterThan(15);
    Map<String, String> classes = testClasses();
    for (MatchResult test : named) {
      assertThat(classes).containsKey(test.group(1));
      Class<?> type = Class.forName(classes.get(test.group(1)));
      assertThat(
              Arrays.stream(type.getDeclaredMethods())
                  .filter(
                      method ->
                          method.isAnnotationPresent(Test.class)
                              || method.isAnnotationPresent(ParameterizedTest.class))
                  .map(method -> method.getName()))
          .as(test.group(1))
          .contains(test.group(2));
    }
  }

  @Test
  void eachThreatHasATest() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream()
            .dropWhile(line -> !line.startsWith("| threat"))
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .toList();
    assertThat(rows).hasSizeGreaterThan(10).allMatch(row -> NAMED.matcher(row).find());
  }

  private static Map<String, String> testClasses() throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      return files
          .filter(file -> file.toString().endsWith("Test.java"))
          .map(file -> TESTS.relativize(file).toString())
          .map(name -> name.substring(0, name.length() - ".java".length()).replace('/', '.'))
          .collect(
              Collectors.toMap(
                  name -> name.substring(name.lastIndexOf('.') + 1),
                  Function.identity(),
                  (one, other) -> one));
    }
  }
}
