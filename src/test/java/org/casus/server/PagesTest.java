package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages as a browser reads them, over data as bad as data can be. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PagesTest {
  private static final String LONG = "Long and longer. ".repeat(2_000);
  private static final String MARKUP = "<script>alert(1)</script><img src=x onerror=alert(1)>";
  private static final String QUOTED = "\" onmouseover=\"alert(1)' &amp; {{ 7 * 7 }} ${7*7}";

  private static final String DATA =
      """
      BASE <https://w3id.org/casus/id/>
      PREFIX casus: <https://w3id.org/casus/ontology#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX graph: <https://w3id.org/casus/graph/>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      GRAPH graph:ontology {
        casus:Statement a owl:Class ; rdfs:label "statement"@en .
        casus:hasSpeaker rdfs:label "has speaker"@en .
        casus:speaksOfficiallyFor rdfs:label "speaks officially for"@en .
        dcterms:source rdfs:label "MARKUP"@en .
      }
      GRAPH <https://w3id.org/casus/graph/article/x> {
        <statement/s> a casus:Statement ; rdfs:label "MARKUP"@en ;
          casus:hasSpeaker <actor/a> ; casus:date <date/2020-09> ; casus:medium <medium/tv> ;
          casus:gist "QUOTED"@en ; casus:quote "LONG" ;
          dcterms:source <source/x> ; casus:locator "§1 ¶2" ; casus:hasPrimarySource <source/y> .
        <medium/tv> rdfs:label "television"@en .
        <source/x> rdfs:label "Article X"@en .
        <source/y> rdfs:label "Transcript Y"@en .
        <note/n> casus:isNoteOn <statement/s> ; rdfs:label "A note"@en ;
          casus:gist "The year is wrong."@en ; casus:readingTaken "2020"@en ;
          dcterms:source <source/x> ; casus:locator "note 3" .
        <date/2020-09> casus:edtf "2020-09" .
      }
      GRAPH graph:reference {
        <actor/a> a casus:Person ; rdfs:label "Aland"@en ;
          rdfs:seeAlso <javascript:alert(1)>, <JavaScript:alert(2)>, <data:text/html,x>,
            <https://example.org/a?b=1&c=2>, <mailto:a@example.org>, <file:///etc/passwd> ;
          <https://example.org/weird#p%22%3E> [ rdfs:comment "MARKUP" ;
            casus:aim ( "one" <actor/a> [ rdfs:comment "deep" ] ) ] ;
          casus:born "1958-07-01"^^xsd:date ; casus:flag true ; casus:number 7 ;
          casus:odd "QUOTED"^^<urn:example:odd> .
        <name/1> casus:isNameOf <actor/a> ; rdfs:label "Ալիև"@hy ; dcterms:source <source/x> ;
          casus:isUsedBy <actor/b> ; casus:nameKind <name-kind/endonym> .
        <name/2> casus:isNameOf <actor/a> ; rdfs:label "Əliyev"@az .
        <name/3> casus:isNameOf <actor/a> ; rdfs:label "علی"@fa .
        <name-kind/endonym> rdfs:label "endonym"@en .
        <actor/b> rdfs:label "Bland"@en .
        _:x rdfs:label "of nobody" .
      }
      GRAPH <https://w3id.org/casus/graph/inferred/officials> {
        <statement/s> casus:speaksOfficiallyFor <actor/b> .
        <capacity/c> a casus:OfficialCapacity ; rdfs:label "Aland speaking"@en .
      }
      GRAPH <https://w3id.org/casus/graph/inferred/derivations> {
        <capacity/c> prov:wasGeneratedBy <derivation/1> .
        <derivation/1> a casus:Derivation ; casus:derivedBy <rule/r> ; prov:used <statement/s> .
        <derivation/2> a casus:Derivation ; casus:derivedBy <rule/r> ; prov:used <capacity/c> ;
          rdf:subject <statement/s> ; rdf:predicate casus:speaksOfficiallyFor ;
          rdf:object <actor/b> .
      }
      GRAPH <https://w3id.org/casus/graph/inferred/owl> {
        <statement/s> a <https://schema.org/CommunicateAction> ;
          <https://schema.org/agent> <actor/a> .
      }
      GRAPH graph:catalogue {
        <rule/r> rdfs:label "MARKUP"@en ; skos:definition "MARKUP"@en .
        graph:reference a casus:NamedGraph ; rdfs:label "Reference facts"@en ;
          prov:wasDerivedFrom <file/f> ;
          dcterms:license <https://creativecommons.org/licenses/by/4.0/> .
        <file/f> rdfs:label "data/f.csv" .
      }
      """
          .replace("MARKUP", MARKUP.replace("\"", "\\\""))
          .replace("QUOTED", QUOTED.replace("\"", "\\\""))
          .replace("LONG", LONG);

  @TempDir static Path temp;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    StringBuilder many = new StringBuilder(DATA).append("GRAPH <https://w3id.org/casus/graph/m> {");
    for (int i = 1000; i < 1450; i++) {
      many.append("<tenure/%d> casus:isTenureOf <actor/a> . ".formatted(i));
    }
    server = RunningServer.over(temp, many.append("}").toString());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/id/statement/s",
        "/id/actor/a",
        "/id/capacity/c",
        "/id/rule/r",
        "/id/actor/%3Cscript%3E",
        "/id/none/%22%3E%3Cscript%3Ealert(1)%3Cb%3E",
        "/graph/reference",
        "/explain?iri=statement/s",
        "/explain?iri=capacity/c",
        "/explain?iri=%22%3E%3Cscript%3E",
        "/links?to=https%3A%2F%2Fw3id.org%2Fcasus%2Fid%2Factor%2Fa&by=https%3A%2F%2Fw3id.org%2Fcasus%2Fontology%23isTenureOf",
        "/links?to=%3Cscript%3E&by=%22%3E",
        "/links?to=a&by=b&page=%3Cscript%3E",
        "/ontology",
      })
  void nothingFromTheDataIsMarkup(String path) throws Exception {
    Document page = page(path);
    assertThat(page.select("script, img, iframe, object, embed, style")).isEmpty();
    for (Element element : page.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        assertThat(attribute.getKey()).as(element.cssSelector()).doesNotStartWith("on");
        assertThat(attribute.getKey()).isNotEqualTo("style");
      }
      if (element.hasAttr("href")) {
        assertThat(element.attr("href")).matches("(?s)(/|#|https?://|mailto:).*");
      }
    }
  }

  @Test
  void whatLooksLikeMarkupIsShownAsItIs() throws Exception {
    Document page = page("/id/statement/s");
    assertThat(page.select("h1").text()).isEqualTo(MARKUP);
    assertThat(page.title()).startsWith(MARKUP);
    assertThat(page.select("p.gist").text()).isEqualTo(QUOTED);
    assertThat(page.select("blockquote").text()).contains(LONG.strip());
  }

  @Test
  void onlyIrisThatABrowserMayFollowAreLinks() throws Exception {
    Document page = page("/id/actor/a");
    assertThat(page.select("a[href=https://example.org/a?b=1&c=2]")).hasSize(1);
    assertThat(page.select("a[href=mailto:a@example.org]")).hasSize(1);
    for (String shown : List.of("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd")) {
      assertThat(page.select("td").text()).contains(shown);
    }
    assertThat(page.select("a[href=/id/actor/a]")).isNotEmpty();
  }

  @Test
  void aStatementShowsWhoWhenWhatAndWhereItIsReported() throws Exception {
    Document page = page("/id/statement/s");
    assertThat(page.select("main > p").text())
        .contains("Aland, September 2020 (known to the month), television.")
        .contains("Reported by Article X, §1 ¶2.");
    assertThat(page.select("time[datetime=2020-09]")).isNotEmpty();
    assertThat(page.select("section:has(> h3 > a[href=/graph/article/x]) > p").text())
        .contains("Source: Article X, §1 ¶2; after Transcript Y");
    assertThat(page.select("section[aria-labelledby=notes]").text())
        .contains("The year is wrong.", "2020", "Source: Article X, note 3");
    assertThat(page.select("a[href=/ontology#Statement]").first().text()).isEqualTo("statement");
  }

  @Test
  void derivedFactsAreMarkedAndTheirReasonsOneClickAway() throws Exception {
    Document statement = page("/id/statement/s");
    Element row = statement.select("tr:has(a[href=/ontology#speaksOfficiallyFor])").first();
    assertThat(row.select("a.why").text()).isEqualTo("derived: why?");
    assertThat(row.closest("section").select(".mark").text()).isEqualTo("derived");
    Document why = page(row.select("a.why").attr("href"));
    assertThat(why.select("main").text())
        .contains("because of the rule", "§1 ¶2", "Aland speaking", "What rests on it directly");
    Document capacity = page("/id/capacity/c");
    assertThat(capacity.select("section[aria-labelledby=reasons]").text())
        .contains("No source says this", MARKUP);
    assertThat(capacity.select("section[aria-labelledby=reasons] a[href^=/explain]")).hasSize(1);
    assertThat(statement.select("details").text()).contains("communicate action");
  }

  @Test
  void reasonsComeInTheFormatsOfTheCommandToo() throws Exception {
    HttpResponse<String> json =
        server.send(server.request("/explain?iri=capacity/c").header("Accept", "application/json"));
    assertThat(json.body()).contains("\"explains\"");
    assertThat(server.get("/explain?iri=capacity/c&format=dot").body()).startsWith("digraph");
    assertThat(server.get("/explain?iri=capacity/c&format=pdf").statusCode()).isEqualTo(400);
    assertThat(server.get("/explain").statusCode()).isEqualTo(400);
    assertThat(server.get("/explain?iri=capacity/x").statusCode()).isEqualTo(404);
  }

  @Test
  void everyNameHasItsLanguageUsersAndSource() throws Exception {
    Document page = page("/id/actor/a");
    assertThat(page.select("section[aria-labelledby=names] tbody tr")).hasSize(3);
    assertThat(page.select("th [lang=hy]").text()).isEqualTo("Ալիև");
    assertThat(page.select("th [lang=az]").text()).isEqualTo("Əliyev");
    assertThat(page.select("th [lang=fa] bdi").text()).isEqualTo("علی");
    assertThat(page.select("section[aria-labelledby=names] tr:has([lang=hy])").text())
        .contains("Armenian", "endonym", "Bland", "Source: Article X");
  }

  @Test
  void valuesAreReadable() throws Exception {
    Document page = page("/id/actor/a");
    assertThat(page.select("time[datetime=1958-07-01]").text()).isEqualTo("1 July 1958");
    assertThat(page.select("td").eachText()).contains("yes", "7");
    assertThat(page.select("td > dl dd > ol > li").eachText()).contains("one", "Aland");
    assertThat(page.select("td > dl").text()).contains("deep", MARKUP);
  }

  @Test
  void incomingLinksAreCountedAndTheRestIsAClickAway() throws Exception {
    Document page = page("/id/actor/a");
    Element tenures = page.select("section:has(> h3 a[href=/ontology#isTenureOf])").last();
    assertThat(tenures.select("h3").text()).contains("(450)");
    assertThat(tenures.select("li")).hasSize(20);
    String next = tenures.select("a[href^=/links]").attr("href");
    Set<String> listed = new HashSet<>();
    int pages = 0;
    while (!next.isEmpty()) {
      Document list = page(next);
      assertThat(list.text()).contains("450 in all");
      list.select("ol a").forEach(link -> listed.add(link.attr("href")));
      next = list.select("a[rel=next]").attr("href");
      pages++;
    }
    assertThat(pages).isEqualTo(3);
    assertThat(listed).hasSize(450);
    assertThat(server.get("/links?to=urn:a&by=urn:b").statusCode()).isEqualTo(404);
  }

  @Test
  void aGraphTellsWhatItIsAndFromWhichFiles() throws Exception {
    Document page = page("/graph/reference");
    assertThat(page.select("h1").text()).isEqualTo("Reference facts");
    assertThat(page.text()).contains("data/f.csv");
    assertThat(page.select("a[href=/id/file/f]")).hasSize(1);
    assertThat(page.select("a[href=https://creativecommons.org/licenses/by/4.0/]")).isNotEmpty();
    assertThat(page.select("a[href^=/casus/data?graph=]")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/id/actor/a", "/id/statement/s", "/ontology", "/explain?iri=capacity/c"})
  void pagesHaveALanguageOneHeadingAndNoLevelLeftOut(String path) throws Exception {
    Document page = page(path);
    assertThat(page.select("html").attr("lang")).isEqualTo("en");
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("main")).hasSize(1);
    assertThat(page.select("style, [style], script:not([src])")).as("forbidden here").isEmpty();
    int level = 1;
    for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
      int next = heading.tagName().charAt(1) - '0';
      assertThat(next).as(heading.text()).isLessThanOrEqualTo(level + 1);
      level = next;
    }
    Set<String> ids = new HashSet<>();
    for (Element element : page.select("[id]")) {
      assertThat(ids.add(element.id())).as(element.id()).isTrue();
    }
    for (Element labelled : page.select("[aria-labelledby]")) {
      assertThat(ids).contains(labelled.attr("aria-labelledby"));
    }
    for (Element table : page.select("table")) {
      assertThat(table.select("th[scope]")).as(table.text()).isNotEmpty();
    }
    for (Element field : page.select("textarea, select")) {
      assertThat(page.select("label[for=" + field.id() + "]")).hasSize(1);
    }
  }

  @Test
  void thePreparedQueryRuns() throws Exception {
    Document page = page("/id/actor/a");
    String query = page.select("textarea").first().wholeText();
    assertThat(server.query(query).body()).contains("Aland");
  }

  private static Document page(String path) throws Exception {
    HttpResponse<String> answer = server.send(server.request(path).header("Accept", "text/html"));
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    return Jsoup.parse(answer.body(), URI.create("http://localhost/").toString());
  }
}
