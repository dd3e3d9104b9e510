package org.casus.iri;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IrisTest {

  /** Published: a change here breaks the links of others. */
  @ParameterizedTest
  @CsvSource({
    "actor, russia, https://w3id.org/casus/id/actor/russia",
    "place, nagorno-karabakh, https://w3id.org/casus/id/place/nagorno-karabakh",
    "source, abushov-babayev-2025, https://w3id.org/casus/id/source/abushov-babayev-2025",
    "event, 44-day-war, https://w3id.org/casus/id/event/44-day-war",
    "date, 2020-09-27, https://w3id.org/casus/id/date/2020-09-27",
    "date, 2020-09-27/2020-11-10, https://w3id.org/casus/id/date/2020-09-27%2F2020-11-10",
    "date, 1992~, https://w3id.org/casus/id/date/1992~",
    "date, 2020-11?, https://w3id.org/casus/id/date/2020-11%3F",
    "date, 2020-11%, https://w3id.org/casus/id/date/2020-11%25",
    "fact-status, verified, https://w3id.org/casus/id/fact-status/verified"
  })
  void publicIris(String kind, String slug, String iri) {
    assertThat(Iris.thing(kind, slug).getURI()).isEqualTo(iri);
  }

  @Test
  void schemesAndGraphs() {
    assertThat(Iris.scheme("fact-status").getURI())
        .isEqualTo("https://w3id.org/casus/id/scheme/fact-status");
    assertThat(Iris.concept("fact-status", "verified"))
        .isEqualTo(Iris.thing("fact-status", "verified"));
    assertThat(Iris.graph("reference").getURI())
        .isEqualTo("https://w3id.org/casus/graph/reference");
    assertThat(Iris.graph("article/abushov-babayev-2025").getURI())
        .isEqualTo("https://w3id.org/casus/graph/article/abushov-babayev-2025");
  }

  @Test
  void nameOfAGraph() {
    assertThat(Iris.graphName(Iris.graph("article/x"))).isEqualTo("article/x");
    assertThat(Iris.graphName(Iris.thing("actor", "x")))
        .isEqualTo("https://w3id.org/casus/id/actor/x");
  }

  @ParameterizedTest
  @CsvSource({
    "gül, g%C3%BCl",
    "Шуша, %D0%A8%D1%83%D1%88%D0%B0",
    "\uD83D\uDE00, %F0%9F%98%80",
    "a b, a%20b",
    "a/b, a%2Fb",
    "a%b, a%25b",
    "a%2Fb, a%252Fb",
    "a#b, a%23b",
    "a+b, a%2Bb",
    "'a\"<>b', a%22%3C%3Eb",
    "A-z._~9, A-z._~9"
  })
  void otherCharactersAreEncodedAsUtf8(String slug, String encoded) {
    assertThat(Iris.thing("actor", slug).getURI())
        .isEqualTo("https://w3id.org/casus/id/actor/" + encoded);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gül", "\uD83D\uDE00", "a b", "a/b", "100%", "a?b=c&d", "\n", "ա", "a\\b"})
  void everyIriIsAUriOfThreeSegments(String slug) {
    URI uri = URI.create(Iris.thing("actor", slug).getURI());
    assertThat(uri.getRawPath().split("/")).hasSize(5);
    assertThat(uri.getPath()).isEqualTo("/casus/id/actor/" + slug);
    assertThat(uri.getRawQuery()).isNull();
    assertThat(uri.getRawFragment()).isNull();
  }

  @Test
  void noTwoSlugsShareAnIri() {
    List<String> slugs =
        List.of(
            "a b",
            "a-b",
            "a_b",
            "a/b",
            "a%2Fb",
            "a%20b",
            "a+b",
            "A-b",
            "é",
            "e\u0301",
            "e",
            "\uD83D\uDE00",
            "\uD83D\uDE01");
    assertThat(slugs.stream().map(slug -> Iris.thing("actor", slug))).doesNotHaveDuplicates();
  }
}
