package org.casus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.casus.model.Citation;
import org.casus.model.TableRow;
import org.casus.problem.Problems;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The data of the project: read without a problem, and true to the two articles. */
class CuratedDataTest {

  private static final Path SEEDS =
      Path.of(System.getProperty("casus.articles", "../shared/seeds"));
  private static final List<String> ARTICLES = List.of("abushov-babayev-2025", "soghomonyan-2024");

  /** Tables that are best without rows. */
  private static final Set<String> MAY_BE_EMPTY =
      Set.of("coverage/exceptions.csv", "coverage/uncurated.csv");

  private static final int LONGEST_QUOTE = 12;
  private static final int LONGEST_SHARED_RUN = 7;

  private static CuratedData data;
  private static Problems problems;

  @BeforeAll
  static void read() {
    problems = new Problems();
    data = new SourceReader(DataDirectory.PROJECT_DATA, DataDirectory.CODES).read(problems);
  }

  @Test
  void isReadWithoutAProblem() {
    assertThat(problems.sorted()).isEmpty();
    assertThat(data.works()).isNotEmpty();
    assertThat(data.tables())
        .filteredOn(table -> !MAY_BE_EMPTY.contains(table.metadata().table()))
        .allSatisfy(table -> assertThat(table.rows()).as(table.metadata().table()).isNotEmpty());
  }

  @Test
  void locatorsExistInTheArticles() {
    Map<String, Map<String, String>> articles = articles();
    List<String> unknown = new ArrayList<>();
    rowsOfArticles()
        .forEach(
            row -> {
              Set<String> known = articles.get(row.value().attestation().source()).keySet();
              Stream.concat(
                      row.value().attestation().locators().stream(),
                      row.value() instanceof Citation citation
                          ? citation.references().stream()
                          : Stream.empty())
                  .filter(locator -> !known.contains(locator))
                  .forEach(locator -> unknown.add(row.location() + ": " + locator));
            });
    assertThat(unknown).as("locators that the article does not have").isEmpty();
  }

  @Test
  void quotesOccurInTheParagraphsOfTheirRows() {
    Map<String, Map<String, String>> articles = articles();
    List<String> foreign = new ArrayList<>();
    quotes()
        .forEach(
            row -> {
              Map<String, String> article = articles.get(row.value().attestation().source());
              String quote = component(row.value(), "quote").orElseThrow();
              boolean occurs =
                  row.value().attestation().locators().stream()
                      .map(locator -> article.getOrDefault(locator, ""))
                      .anyMatch(text -> plain(text).contains(plain(quote)));
              if (!occurs) {
                foreign.add(row.location() + ": " + quote);
              }
            });
    assertThat(foreign).as("quotes that none of the paragraphs has").isEmpty();
  }

  @Test
  void quotesAreShort() {
    assertThat(quotes().map(row -> component(row.value(), "quote").orElseThrow()))
        .allSatisfy(
            quote -> assertThat(words(quote)).as(quote).hasSizeLessThanOrEqualTo(LONGEST_QUOTE));
  }

  @Test
  void gistsAreInTheWordsOfTheCurators() {
    Map<String, Map<String, String>> articles = articles();
    Map<String, Set<List<String>>> runs = new LinkedHashMap<>();
    articles.forEach(
        (article, paragraphs) -> {
          Set<List<String>> ofArticle = new HashSet<>();
          paragraphs.values().forEach(text -> ofArticle.addAll(runs(text)));
          runs.put(article, ofArticle);
        });
    List<String> borrowed = new ArrayList<>();
    rowsOfArticles()
        .forEach(
            row -> {
              Set<List<String>> ofArticle = runs.get(row.value().attestation().source());
              ownWords(row.value())
                  .flatMap(words -> runs(words).stream())
                  .filter(ofArticle::contains)
                  .findFirst()
                  .ifPresent(run -> borrowed.add(row.location() + ": " + String.join(" ", run)));
            });
    assertThat(borrowed).as("runs of words that the article has, too").isEmpty();
  }

  private static Stream<Located<TableRow>> rowsOfArticles() {
    return data.tables().stream()
        .flatMap(table -> table.rows().stream())
        .filter(row -> ARTICLES.contains(row.value().attestation().source()));
  }

  private static Stream<Located<TableRow>> quotes() {
    return rowsOfArticles().filter(row -> component(row.value(), "quote").isPresent());
  }

  /** What the curator has written in own words, whatever the kind of row. */
  private static Stream<String> ownWords(TableRow row) {
    return Stream.of("gist", "reason", "antecedent", "consequent", "aim")
        .flatMap(name -> component(row, name).stream());
  }

  /** The text of a component of the record, if it has one of that name. */
  private static Optional<String> component(TableRow row, String name) {
    for (RecordComponent component : row.getClass().getRecordComponents()) {
      if (component.getName().equals(name)) {
        try {
          Object value = component.getAccessor().invoke(row);
          return value instanceof Optional<?> optional
              ? optional.map(String.class::cast)
              : Optional.of((String) value);
        } catch (ReflectiveOperationException e) {
          throw new AssertionError(e);
        }
      }
    }
    return Optional.empty();
  }

  private static Set<List<String>> runs(String text) {
    List<String> words = words(text);
    Set<List<String>> runs = new HashSet<>();
    for (int i = 0; i + LONGEST_SHARED_RUN < words.size(); i++) {
      runs.add(List.copyOf(words.subList(i, i + LONGEST_SHARED_RUN + 1)));
    }
    return runs;
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /**
   * Text without the differences of typesetting: line breaks, kinds of quotation mark, emphasis.
   */
  private static String plain(String text) {
    return text.replaceAll("\\s+", " ")
        .replaceAll("[‘’`´]", "'")
        .replaceAll("[“”„«»]", "\"")
        .replaceAll("[*_]", "");
  }

  /** The paragraphs of the articles by locator. */
  private static Map<String, Map<String, String>> articles() {
    assumeThat(SEEDS)
        .as("needs the articles; name another place with -Dcasus.articles=DIR")
        .isDirectory();
    Map<String, Map<String, String>> articles = new LinkedHashMap<>();
    for (String article : ARTICLES) {
      Map<String, String> paragraphs = new LinkedHashMap<>();
      try (Stream<String> lines = Files.lines(SEEDS.resolve(article + ".paragraphs.jsonl"))) {
        lines
            .map(JSON::parse)
            .forEach(line -> paragraphs.put(text(line, "locator"), text(line, "text")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      articles.put(article, paragraphs);
    }
    return articles;
  }

  private static String text(JsonObject json, String key) {
    return json.get(key).getAsString().value();
  }
}
