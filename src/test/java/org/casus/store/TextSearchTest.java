package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.casus.store.TextSearch.Closeness;
import org.casus.store.TextSearch.Finding;
import org.casus.store.TextSearch.Part;
import org.casus.store.TextSearch.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextSearchTest {
  private static final String THINGS = "https://example.org/";
  private static final String DATA =
      """
      PREFIX : <https://example.org/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      :g {
        :shusha rdfs:label "Shusha/Shushi"@en ;
          skos:altLabel "Shusha"@en , "Shushi"@hy-Latn , "Şuşa"@az , "Шуша"@ru , "Շուշի"@hy .
        :capture rdfs:label "Capture of Shusha"@en .
        :declaration rdfs:label "Shusha Declaration"@en .
        :pashinyan rdfs:label "Nikol Pashinyan"@en .
        :speech rdfs:label "Speech of 9 November"@en ; :gist "Пашинян announced that the war ends."@en .
        :mammadyarov rdfs:label "Elmar Məmmədyarov"@az .
        :russia rdfs:label "Russia"@en ; skos:altLabel "Russian Federation"@en .
        :treaty rdfs:label "Treaty with the Russian Federation"@en .
        :case rdfs:label "The case of the treaty"@en .
        :chase rdfs:label "The chase of the treaty"@en .
        :answer rdfs:label "Answer to Russia's question: <b>\\"AND OR NOT\\"</b>"@en .
      }
      :h { :russia rdfs:label "Russia"@en . }
      """;

  @TempDir static Path temp;
  private static OpenDataset open;
  private static TextSearch search;

  @BeforeAll
  static void build() {
    DatasetGraph data = DatasetFactory.create().asDatasetGraph();
    RDFParser.create().fromString(DATA).lang(Lang.TRIG).parse(data);
    DatasetDirectory directory = DatasetDirectory.at(temp);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("label", RDFS.label.getURI());
    fields.put("altLabel", SKOS.altLabel.getURI());
    fields.put("gist", THINGS + "gist");
    try (NewBuild build = directory.begin()) {
      List<Quad> quads = data.stream().toList();
      build.load(quads, TextFields.of(fields));
      build.publish(new BuildInfo(build.id(), "sha256:00", "0.1.0", "2026-11-22T00:00:00Z"));
    }
    open = directory.open().orElseThrow();
    Map<Node, Float> weights = new LinkedHashMap<>();
    weights.put(RDFS.label.asNode(), 2f);
    weights.put(SKOS.altLabel.asNode(), 2f);
    weights.put(NodeFactory.createURI(THINGS + "gist"), 1f);
    weights.put(RDFS.comment.asNode(), 1f);
    search = new TextSearch(open.dataset(), weights);
  }

  @AfterAll
  static void close() {
    open.close();
  }

  private static Result find(String text) {
    return search.search(text, iri -> true, 0, 100);
  }

  private static List<String> things(Result result) {
    return result.findings().stream()
        .map(finding -> finding.iri().substring(THINGS.length()))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Shusha", "Shushi", "Şuşa", "Şuşa", "SUSA", "Шуша", "Շուշի", "shusha"})
  void allNamesOfAThingFindTheSame(String name) {
    Result result = find(name);
    assertThat(things(result)).containsExactlyInAnyOrder("shusha", "capture", "declaration");
    assertThat(things(result).get(0)).isEqualTo("shusha");
    assertThat(result.closeness()).isEqualTo(Closeness.ALL_WORDS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pashinyan", "Pashinian", "pashinyan", "Пашинян", "Փաշինյան", "Paşinyan"})
  void allSpellingsOfANameFindTheSame(String name) {
    assertThat(things(find(name))).containsExactlyInAnyOrder("pashinyan", "speech");
  }

  @ParameterizedTest
  @CsvSource({
    "Aliyev, Aliev",
    "Алиев, Aliyev",
    "Əliyev, Aliyev",
    "Yuriy, Yuri",
    "Юрий, Iurii",
    "Lachin, Laçın",
    "Լաչին, Lachin",
    "Лачин, Lachin",
    "Хачатурян, Khachaturian",
    "Խաչատրյան, Khachatrian",
    "Erdoğan, Erdogan",
    "Эрдоган, Erdogan",
    "Çavuşoğlu, Cavusoglu",
    "Chavushoghlu, Çavuşoğlu",
    "Qəbələ, Gabala",
    "Азербайджан, Azerbaydjan",
    "Степанакерт, Stepanakert",
    "Ստեփանակերտ, Stepanakert",
    "Саакашвили, Saakashvili",
    "სააკაშვილი, Saakashvili",
    "Xocalı, Khocali",
    "Il'kham, Ilkham",
  })
  void spellingsHaveOneKey(String one, String other) {
    try (FoldingAnalyzer analyzer = new FoldingAnalyzer()) {
      assertThat(Words.of(one, analyzer).key()).isEqualTo(Words.of(other, analyzer).key());
    }
  }

  @ParameterizedTest
  @CsvSource({"then, ten", "war, var", "Armenia, Romania", "Lavrov, Lavrova"})
  void otherWordsHaveOtherKeys(String one, String other) {
    try (FoldingAnalyzer analyzer = new FoldingAnalyzer()) {
      assertThat(Words.of(one, analyzer).key()).isNotEqualTo(Words.of(other, analyzer).key());
    }
  }

  @Test
  void whatIsSpeltTheSameCountsForMore() {
    assertThat(things(find("case"))).containsExactly("case", "chase");
    assertThat(things(find("chase"))).containsExactly("chase", "case");
  }

  @Test
  void thingWithTheNameComesFirstAndEachThingOnce() {
    assertThat(things(find("russia")))
        .startsWith("russia")
        .contains("treaty")
        .doesNotHaveDuplicates();
    assertThat(things(find("Russian Federation"))).startsWith("russia");
    assertThat(find("russia").otherNames()).containsExactly("Russian Federation");
  }

  @Test
  void wordsMayStandInDifferentTextsOfOneThing() {
    Result result = find("november pashinyan");
    assertThat(things(result)).containsExactly("speech");
    assertThat(result.closeness()).isEqualTo(Closeness.ALL_WORDS);
  }

  @Test
  void similarWordsAreTheFallbackAndSaySo() {
    Result result = find("Mamedyarov");
    assertThat(things(result)).containsExactly("mammadyarov");
    assertThat(result.closeness()).isEqualTo(Closeness.SIMILAR_WORDS);
  }

  @Test
  void someOfTheWordsAreTheLastFallbackAndSaySo() {
    Result result = find("Shusha zzzzzz");
    assertThat(things(result)).hasSize(3);
    assertThat(result.closeness()).isEqualTo(Closeness.SOME_WORDS);
    assertThat(find("zzzzzz").total()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "(((", "\"", "\\", "AND", "label:*", "*:*", "[a TO", "~", "+-&&||!", "?*"
      })
  void thereIsNoSyntax(String text) {
    Result result = find(text);
    assertThat(result.total()).isLessThanOrEqualTo(1);
    assertThat(things(find(text + " Shusha"))).isNotEmpty();
  }

  @Test
  void partsMakeUpTheText() {
    Finding finding =
        find("russia").findings().stream()
            .filter(each -> each.iri().endsWith("answer"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.parts().stream().map(Part::text).collect(Collectors.joining()))
        .isEqualTo("Answer to Russia's question: <b>\"AND OR NOT\"</b>");
    assertThat(finding.parts()).contains(new Part("Russia's", true));
    assertThat(finding.text().getLiteralLanguage()).isEqualTo("en");
    assertThat(finding.property()).isEqualTo(RDFS.label.asNode());
  }

  @Test
  void pagesAreCutFromOneOrder() {
    Result whole = find("treaty");
    assertThat(whole.total()).isEqualTo(3);
    for (int offset = 0; offset < 4; offset++) {
      Result page = search.search("treaty", iri -> true, offset, 2);
      assertThat(page.total()).isEqualTo(3);
      assertThat(page.findings())
          .isEqualTo(whole.findings().subList(Math.min(offset, 3), Math.min(offset + 2, 3)));
    }
    assertThat(search.search("treaty", iri -> iri.endsWith("case"), 0, 9).total()).isEqualTo(1);
  }

  @Test
  void sparqlSearchesWithTheSameAnalyzer() {
    for (String name : List.of("Pashinian", "Փաշինյան", "Пашин*")) {
      String query =
          "PREFIX text: <http://jena.apache.org/text#> SELECT DISTINCT ?s { ?s text:query '%s' }"
              .formatted(name);
      List<String> found =
          Txn.calculateRead(
              open.dataset(),
              () -> {
                try (QueryExec execution =
                    QueryExec.dataset(open.dataset()).query(QueryFactory.create(query)).build()) {
                  return execution.select().materialize().stream()
                      .map(row -> row.get("s").getURI())
                      .toList();
                }
              });
      assertThat(found).containsExactly(THINGS + "pashinyan");
    }
  }
}
