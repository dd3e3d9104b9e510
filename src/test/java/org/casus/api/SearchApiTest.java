package org.casus.api;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.casus.testing.ServedProject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Search over HTTP, on the data of the project. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SearchApiTest {
  private static final String THINGS = "https://w3id.org/casus/id/";

  private static ServedProject server;

  @BeforeAll
  static void start() {
    server = ServedProject.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static List<NamedCsvRecord> find(String parameters) throws Exception {
    HttpResponse<String> answer = server.get("/api/search.csv?" + parameters);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    List<NamedCsvRecord> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(answer.body())) {
      reader.forEach(rows::add);
    }
    return rows;
  }

  private static List<String> things(String words) throws Exception {
    return find("limit=1000&q=" + ServedProject.encoded(words)).stream()
        .map(row -> row.getField("thing"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "Shusha, place/shusha, 'Shushi,Şuşa,Шуша,Շուշի,susa'",
    "Pashinyan, actor/nikol-pashinyan, 'Pashinian,Пашинян,Փաշինյան,Paşinyan'",
    "Erdoğan, actor/recep-tayyip-erdogan, 'Erdogan,Эрдоган,ERDOGAN'",
    "Lachin district, place/lachin-district, 'Laçın rayonu'",
    "Stepanakert, place/khankendi, 'Степанакерт,Ստեփանակերտ,Xankəndi'",
    "Karabakh, place/nagorno-karabakh, 'Карабах'",
  })
  void namesInAnySpellingAndScriptFindTheSame(String name, String thing, String others)
      throws Exception {
    List<String> found = things(name);
    assertThat(found.get(0)).isEqualTo(THINGS + thing);
    for (String other : others.split(",")) {
      assertThat(things(other)).as(other).containsExactlyInAnyOrderElementsOf(found);
    }
  }

  @Test
  void gistsQuotesAndTitlesAreFound() throws Exception {
    assertThat(find("q=%22Nagorno-Karabakh+itself+is+also+Azerbaijan%22").get(0).getField("thing"))
        .isEqualTo(THINGS + "statement/putin-2020-12-17-karabakh-is-azerbaijan");
    assertThat(find("q=diminishing+justice+third-party+intervention&kind=source"))
        .anySatisfy(
            row ->
                assertThat(row.getField("thing"))
                    .isEqualTo(THINGS + "source/abushov-babayev-2025"));
  }

  @Test
  void ontologyIsFound() throws Exception {
    assertThat(find("q=casus+foederis&kind=term")).isNotEmpty();
  }

  @Test
  void similarWordsAreMarked() throws Exception {
    List<NamedCsvRecord> rows = find("q=Mamedyarov");
    assertThat(rows)
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.getField("match")).isEqualTo("similar"));
    assertThat(server.get("/api/search.html?q=Mamedyarov").body())
        .contains("Nothing has all these words. These have similar words:");
    assertThat(find("q=Lavrov"))
        .allSatisfy(row -> assertThat(row.getField("match")).isEqualTo("all"));
  }

  @Test
  void pagesAreStableAndComplete() throws Exception {
    List<String> whole = things("Lavrov");
    assertThat(whole).hasSizeGreaterThan(10).doesNotHaveDuplicates();
    List<String> walked = new ArrayList<>();
    for (int offset = 0; offset < whole.size() + 7; offset += 7) {
      HttpResponse<String> page = server.get("/api/search.csv?q=Lavrov&limit=7&offset=" + offset);
      assertThat(page.headers().firstValue("X-Total-Count")).contains(String.valueOf(whole.size()));
      find("q=Lavrov&limit=7&offset=" + offset).forEach(row -> walked.add(row.getField("thing")));
    }
    assertThat(walked).isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "((",
        "\"",
        "\\",
        "AND OR NOT",
        "label:*",
        "*:*",
        "[a TO b]",
        "a~0.1",
        "+-&&||!(){}[]^\"~*?:\\/",
        "<script>alert(1)</script>",
        "'; DROP",
        "\u0000",
        "\uD83D\uDE00"
      })
  void textIsNeverSyntax(String text) throws Exception {
    assertThat(server.get("/api/search.json?q=" + ServedProject.encoded(text)).statusCode())
        .isEqualTo(200);
    HttpResponse<String> page = server.get("/api/search.html?q=" + ServedProject.encoded(text));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("<script>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                | Say in q what to look for",
        "q=%20             | Say in q what to look for",
        "q=a&kind=nonsense | not \"nonsense\".",
        "q=a&limit=1001    | limit must be a whole number from 1 to 1000",
        "q=a&page=2        | Search has no parameter page; it takes kind, limit, offset, q",
        "q=a&q=b           | Parameter q is there twice",
      })
  void wrongRequestSaysWhatIsRight(String parameters, String sentence) throws Exception {
    HttpResponse<String> answer = server.get("/api/search.csv?" + parameters);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
    assertThat(answer.body()).contains(sentence);
  }

  @Test
  void tooLongTextIsRefused() throws Exception {
    assertThat(server.get("/api/search.json?q=" + "a".repeat(201)).statusCode()).isEqualTo(400);
    assertThat(server.get("/api/search.json?q=" + "a+".repeat(99)).statusCode()).isEqualTo(200);
  }

  @Test
  void pageMarksWhatWasFound() throws Exception {
    assertThat(server.get("/api/search?q=Shushi", "Accept", "text/html").body())
        .contains("<a href=\"/id/place/shusha\">")
        .contains("<mark>")
        .contains("Also looked for: Shusha");
    assertThat(server.get("/api/search.html").body())
        .contains("<form")
        .doesNotContain("role=\"alert\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Pashinian | 200",
        "Փաշինյան | 200",
        "Pashin* | 200",
        "\"unbalanced | 400",
        "(( | 400"
      })
  void searchInSparqlIsALuceneQuery(String words, int status) throws Exception {
    String query =
        "PREFIX text: <http://jena.apache.org/text#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
            + " SELECT DISTINCT ?thing { ?thing text:query (rdfs:label '%s') }".formatted(words);
    HttpResponse<String> answer =
        server.get("/casus/sparql?query=" + ServedProject.encoded(query), "Accept", "text/csv");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    if (status == 200) {
      assertThat(answer.body()).contains(THINGS + "actor/nikol-pashinyan");
    }
  }
}
