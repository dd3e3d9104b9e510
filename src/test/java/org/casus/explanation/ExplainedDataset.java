package org.casus.explanation;

import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/**
 * A small dataset as the rules leave it: a bond for two reasons, a tie that rests on it and on an
 * undated alignment, and a statement with a short-cut.
 */
final class ExplainedDataset {

  private static final String PREFIXES =
      """
      BASE <https://w3id.org/casus/id/>
      PREFIX casus: <https://w3id.org/casus/ontology#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX graph: <https://w3id.org/casus/graph/>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  private static final String ONTOLOGY =
      """
      GRAPH <https://w3id.org/casus/graph/ontology> {
        casus:Bond rdfs:label "bond"@en .
        casus:Provision rdfs:label "provision"@en .
        casus:speaksOfficiallyFor rdfs:label "speaks officially for"@en .
        <fact-status/verified> rdfs:label "verified"@en .
      }
      GRAPH graph:catalogue {
        <rule/by-charter> rdfs:label "By charter"@en ; skos:definition "If: c. Then: b."@en .
        <rule/by-treaty> rdfs:label "By treaty"@en ; skos:definition "If: t. Then: b."@en .
        <rule/tie> rdfs:label "Tie"@en ; skos:definition "If: b. Then: t."@en .
        <rule/short-cut> rdfs:label "Short-cut"@en .
      }
      """;

  private static final String CURATED =
      """
      GRAPH graph:reference {
        <provision/treaty> a casus:Provision ; rdfs:label "Article 3 of the treaty"@en ;
          dcterms:source <source/atop> ; casus:locator "alliance 1", "alliance 2" ;
          casus:corroboratedBy <source/cow> ; casus:factStatus <fact-status/verified> .
        <provision/charter> a casus:Provision ; rdfs:label "Article 4 of the charter"@en ;
          dcterms:source <source/atop> ; casus:locator "alliance 7" .
        <source/atop> rdfs:label "ATOP"@en .
        <source/cow> rdfs:label "COW"@en .
        <actor/a> rdfs:label "Aland"@en , "А-ланд"@ru .
        <date/1997> casus:edtf "1997" .
        <date/open> casus:edtf ".." .
      }
      GRAPH <https://w3id.org/casus/graph/article/x> {
        <alignment/undated> a casus:Alignment ; rdfs:label "Aland towards Bland"@en ;
          dcterms:source <source/atop> ; casus:gist "They are friends."@en .
        <citation/listed> a casus:Citation ; dcterms:source <source/cow> ;
          casus:referenceLocator "ref 34" .
        <statement/s> a casus:Statement ; rdfs:label "A speech"@en ;
          dcterms:source <source/cow> ; casus:locator "§1 ¶2" ;
          casus:quote "say \\"no\\" to \\\\N &\\tthe <rest>" .
      }
      """;

  private static final String DERIVED =
      """
      GRAPH <https://w3id.org/casus/graph/inferred/bonds> {
        <bond/b> a casus:Bond ; rdfs:label "Aland owes Bland defence"@en ;
          casus:start <date/1997> ; casus:end <date/open> ;
          casus:attestedUntil "2016-12-31"^^xsd:date .
        <tie/t> a casus:DyadicRelation ; rdfs:label "Aland allied with Bland"@en .
        <tie/u> a casus:DyadicRelation ; rdfs:label "Bland allied with Aland"@en .
        <capacity/c> a casus:OfficialCapacity ; rdfs:label "Capacity"@en .
        <statement/s> casus:speaksOfficiallyFor <actor/a> .
      }
      GRAPH <https://w3id.org/casus/graph/inferred/owl> {
        <bond/b> a prov:Entity .
      }
      GRAPH <https://w3id.org/casus/graph/inferred/derivations> {
        <bond/b> prov:wasGeneratedBy <derivation/1>, <derivation/2> .
        <derivation/1> a casus:Derivation ; casus:derivedBy <rule/by-treaty> ;
          prov:used <provision/treaty> ; casus:start <date/1997> .
        <derivation/2> a casus:Derivation ; casus:derivedBy <rule/by-charter> ;
          prov:used <provision/charter>, <provision/treaty> .
        <tie/t> prov:wasGeneratedBy <derivation/3>, <derivation/4> .
        <tie/u> prov:wasGeneratedBy <derivation/5> .
        <derivation/3> a casus:Derivation ; casus:derivedBy <rule/tie> ; prov:used <bond/b> .
        <derivation/4> a casus:Derivation ; casus:derivedBy <rule/tie> ;
          prov:used <alignment/undated> .
        <derivation/5> a casus:Derivation ; casus:derivedBy <rule/tie> ; prov:used <bond/b> .
        <capacity/c> prov:wasGeneratedBy <derivation/6> .
        <derivation/6> a casus:Derivation ; casus:derivedBy <rule/by-charter> ;
          prov:used <statement/s> .
        <derivation/7> a casus:Derivation ; casus:derivedBy <rule/short-cut> ;
          prov:used <capacity/c> ; rdf:subject <statement/s> ;
          rdf:predicate casus:speaksOfficiallyFor ; rdf:object <actor/a> .
      }
      """;

  private static final String FINDING =
      """
      GRAPH <https://w3id.org/casus/graph/ontology> {
        casus:finding rdfs:label "has finding"@en .
        <casus-foederis-finding/not-obliged> rdfs:label "not obliged"@en .
      }
      GRAPH graph:catalogue {
        <rule/finding> rdfs:label "Finding"@en ; skos:definition "If: f. Then: n."@en ;
          casus:tellsOfRecord casus:finding .
      }
      GRAPH <https://w3id.org/casus/graph/inferred/casus-foederis> {
        <casus-foederis/f> a casus:CasusFoederis ; rdfs:label "Question"@en ;
          casus:finding <casus-foederis-finding/not-obliged> .
      }
      GRAPH <https://w3id.org/casus/graph/inferred/derivations> {
        <casus-foederis/f> prov:wasGeneratedBy <derivation/question> , <derivation/finding> .
        <derivation/question> a casus:Derivation ; casus:derivedBy <rule/tie> ;
          prov:used <provision/charter> .
        <derivation/finding> a casus:Derivation ; casus:derivedBy <rule/finding> ;
          prov:used <casus-foederis/f> .
      }
      """;

  private ExplainedDataset() {}

  static DatasetGraph dataset() {
    return with("");
  }

  /** With a question that a rule raises, and what another finds. */
  static DatasetGraph withFinding() {
    return with(FINDING);
  }

  /** The dataset with more TriG. */
  static DatasetGraph with(String more) {
    DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    RDFParser.fromString(PREFIXES + ONTOLOGY + CURATED + DERIVED + more, Lang.TRIG).parse(dataset);
    return dataset;
  }
}
