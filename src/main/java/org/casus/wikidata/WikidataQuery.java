package org.casus.wikidata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementUnion;

/**
 * The questions that are put to Wikidata, in strict SPARQL 1.1 without its label service, so that
 * any endpoint with the same data answers them. What is asked about is put in as a block of values.
 * {@link #HOLDERS} gives {@code item}, {@link #NAMED} gives {@code item} and {@code name}, the
 * others give triples as {@code s}, {@code predicate} and {@code o}.
 */
enum WikidataQuery {

  /** Items that bear one of the names as label or alias, in that language. */
  NAMED(
      "name",
      """
      SELECT DISTINCT ?name ?item
      WHERE { { ?item rdfs:label ?name } UNION { ?item skos:altLabel ?name } }
      """),

  /** Items that hold or held one of the positions. */
  HOLDERS(
      "position",
      """
      SELECT DISTINCT ?item
      WHERE { ?statement ps:P39 ?position . ?item p:P39 ?statement . }
      """),

  /** Names, classes, countries and, where an item was merged into another, this other. */
  PLAIN(
      "item",
      """
      SELECT DISTINCT ?s ?predicate ?o
      WHERE {
        {
          VALUES ?predicate { rdfs:label skos:altLabel }
          ?item ?predicate ?o .
          FILTER(LANG(?o) IN ("en", "ru", "hy", "az", "tr", "mul"))
          BIND(?item AS ?s)
        } UNION {
          VALUES ?predicate { wdt:P31 wdt:P17 wdt:P27 wdt:P1001 owl:sameAs wikibase:statements }
          ?item ?predicate ?o .
          BIND(?item AS ?s)
        } UNION {
          VALUES ?to { wdt:P31 wdt:P17 wdt:P27 wdt:P1001 }
          ?item ?to ?s .
          VALUES ?predicate { rdfs:label }
          ?s ?predicate ?o .
          FILTER(LANG(?o) IN ("en", "mul"))
        }
      }
      """),

  /** Positions, memberships, dates and coordinates, as statements with qualifiers and ranks. */
  STATEMENTS(
      "item",
      """
      SELECT DISTINCT ?s ?predicate ?o
      WHERE {
        {
          VALUES ?predicate { p:P39 p:P463 p:P580 p:P582 p:P585 p:P571 p:P576 p:P577 p:P625 }
          ?item ?predicate ?o .
          BIND(?item AS ?s)
        } UNION {
          VALUES ?claim { p:P39 p:P463 p:P580 p:P582 p:P585 p:P571 p:P576 p:P577 p:P625 }
          ?item ?claim ?s .
          ?s ?predicate ?o .
        } UNION {
          VALUES ?claim { p:P39 p:P463 p:P580 p:P582 p:P585 p:P571 p:P576 p:P577 p:P625 }
          ?item ?claim ?statement .
          ?statement ?anyValue ?s .
          VALUES ?kind { wikibase:TimeValue wikibase:GlobecoordinateValue }
          ?s a ?kind ; ?predicate ?o .
        } UNION {
          VALUES (?claim ?main) { (p:P39 ps:P39) (p:P463 ps:P463) }
          ?item ?claim ?statement .
          ?statement ?main ?s .
          VALUES ?predicate { rdfs:label }
          ?s ?predicate ?o .
          FILTER(LANG(?o) IN ("en", "mul"))
        }
      }
      """),

  /** The references of the statements on positions, memberships and coordinates. */
  REFERENCES(
      "item",
      """
      SELECT DISTINCT ?s ?predicate ?o
      WHERE {
        {
          VALUES ?claim { p:P39 p:P463 p:P625 }
          ?item ?claim ?statement .
          ?statement prov:wasDerivedFrom ?s .
          ?s ?predicate ?o .
        } UNION {
          VALUES ?claim { p:P39 p:P463 p:P625 }
          ?item ?claim ?statement .
          ?statement prov:wasDerivedFrom ?reference .
          ?reference ?anyValue ?s .
          ?s a wikibase:TimeValue ; ?predicate ?o .
        }
      }
      """),

  /** The classes above classes. */
  SUPERCLASSES(
      "s",
      """
      SELECT DISTINCT ?s ?predicate ?o
      WHERE {
        ?s wdt:P279+ ?o .
        BIND(wdt:P279 AS ?predicate)
      }
      """);

  private static final String PREFIXES =
      """
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX p: <http://www.wikidata.org/prop/>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX ps: <http://www.wikidata.org/prop/statement/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX wdt: <http://www.wikidata.org/prop/direct/>
      PREFIX wikibase: <http://wikiba.se/ontology#>
      """;

  private final Var asked;
  private final String text;

  WikidataQuery(String asked, String text) {
    this.asked = Var.alloc(asked);
    this.text = text;
  }

  /** The question about these values, which are put first into every branch. */
  Query about(Collection<Node> values) {
    Query query = QueryFactory.create(PREFIXES + text, Syntax.syntaxSPARQL_11);
    List<Binding> rows = new ArrayList<>();
    values.forEach(value -> rows.add(BindingFactory.binding(asked, value)));
    ElementGroup whole = (ElementGroup) query.getQueryPattern();
    if (whole.size() == 1 && whole.get(0) instanceof ElementUnion union) {
      union.getElements().replaceAll(branch -> withValues((ElementGroup) branch, rows));
    } else {
      query.setQueryPattern(withValues(whole, rows));
    }
    return query;
  }

  private ElementGroup withValues(ElementGroup group, List<Binding> rows) {
    ElementGroup whole = new ElementGroup();
    whole.addElement(new ElementData(List.of(asked), rows));
    group.getElements().forEach(whole::addElement);
    return whole;
  }
}
