package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.sparql.lang.sparql_11.SPARQLParser11Constants;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordsTest {
  private static final Keywords SERVICE = Keywords.of(SPARQLParser11Constants.SERVICE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { SERVICE <http://a/> { ?s ?p ?o } }",
        "SELECT * { service silent ?x { ?s ?p ?o } }",
        "SELECT * { sErViCe<http://a/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 1SERVICE <http://a/> { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://a/> { ?s ?p ?o } }",
        "SELECT * { FILTER EXISTS { { SELECT (COUNT(*) AS ?n) { SERVICE <http://a/> {} } } } }",
      })
  void findsTheWordHoweverItIsWritten(String query) {
    QueryPolicy.parse(query);
    assertThat(SERVICE.isIn(query)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ?s ?p ?o }",
        "SELECT ?service { ?service ?p ?o }",
        "PREFIX service: <http://service/> SELECT * { ?s service:service 'SERVICE' }",
        "SELECT * { ?s ?p \"\\\\u0053ERVICE\" } # SERVICE <http://a/> {}",
      })
  void isNotMisledByNamesTextsAndComments(String query) {
    QueryPolicy.parse(query);
    assertThat(SERVICE.isIn(query)).isFalse();
  }
}
