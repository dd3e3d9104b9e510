package org.casus.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Node;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

  @ParameterizedTest
  @CsvSource({
    "https://w3id.org/casus/id/actor/russia, /id/actor/russia",
    "https://w3id.org/casus/id/date/2020%2F2021, /id/date/2020/2021",
    "https://w3id.org/casus/graph/inferred/bonds, /graph/inferred/bonds",
    "https://w3id.org/casus/shape/BOND, /shape/BOND",
    "https://w3id.org/casus/ontology, /ontology",
    "https://w3id.org/casus/ontology#Bond, /ontology#Bond",
    "https://w3id.org/casus/ontology/core, /ontology/core",
    "https://w3id.org/casus/elsewhere, https://w3id.org/casus/elsewhere",
    "https://w3id.org/casus/ontologyx, https://w3id.org/casus/ontologyx",
    "HTTP://example.org/, HTTP://example.org/",
    "mailto:a@example.org, mailto:a@example.org",
    "javascript:alert(1), ''",
    "' javascript:alert(1)', ''",
    "data:text/html;base64, ''",
    "file:///etc/passwd, ''",
    "urn:isbn:1, ''",
    "//example.org/, ''",
    "x, ''",
  })
  void pagesLeadOnlyWhereABrowserMayGo(String iri, String address) {
    assertThat(Addresses.of(iri)).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource({
    "/id/actor/russia, https://w3id.org/casus/id/actor/russia",
    "/id/date/2020/2021, https://w3id.org/casus/id/date/2020%2F2021",
    "/id/date/1988~, https://w3id.org/casus/id/date/1988~",
    "/id/date/%5b..2008%5D, https://w3id.org/casus/id/date/%5B..2008%5D",
    "/id/place/a+b, https://w3id.org/casus/id/place/a%2Bb",
    "/id/place/%C5%9Eu, https://w3id.org/casus/id/place/%C5%9Eu",
    "/graph/article/x, https://w3id.org/casus/graph/article/x",
  })
  void addressesLeadBackToTheIri(String path, String iri) {
    assertThat(Addresses.readings(path)).extracting(Node::getURI).contains(iri);
  }

  @ParameterizedTest
  @CsvSource({"/id/", "/id", "/id/a", "/id/a/", "/id/a/%", "/id/a/%zz", "/graph/", "/id//"})
  void anyPathHasAReading(String path) {
    assertThat(Addresses.readings(path)).isNotEmpty();
  }
}
