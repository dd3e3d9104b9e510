package org.casus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.SKOS;
import org.casus.graph.UnionDataset;
import org.casus.inference.RuleBook;
import org.casus.iri.Iris;
import org.casus.mapping.GraphMapping;
import org.casus.model.WikidataLink;
import org.casus.ontology.Ontology;
import org.casus.problem.Problems;
import org.casus.source.CuratedData;
import org.casus.source.SourceReader;
import org.casus.testing.ProjectCopy;
import org.casus.vocab.Casus;
import org.casus.vocab.Wikidata;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The curated links to Wikidata, their graph, and that nothing follows from them. */
class WikidataLinksTest {

  private static final Node GRAPH = Iris.graph("wikidata");

  private static Ontology ontology;
  private static CuratedData data;
  private static RuleBook rules;

  @BeforeAll
  static void read() {
    Problems problems = new Problems();
    Project project = ProjectCopy.original();
    ontology = Ontology.read(project.ontology(), problems);
    data = new SourceReader(project.data(), ontology.codeLists()).read(problems);
    rules = RuleBook.read(project.ontology().resolve("rules"), problems);
    assertThat(problems.errors()).isZero();
  }

  private static List<WikidataLink> links() {
    return data.tables().stream()
        .flatMap(table -> table.rows().stream())
        .map(row -> row.value())
        .filter(WikidataLink.class::isInstance)
        .map(WikidataLink.class::cast)
        .toList();
  }

  @Test
  void noItemIsLinkedTwice() {
    assertThat(links().stream().filter(WikidataLink::isLink).map(link -> link.qid().orElseThrow()))
        .hasSizeGreaterThan(100)
        .doesNotHaveDuplicates();
  }

  @Test
  void everyActorPlaceEventOfficeAgreementAndTheoryWasLookedFor() {
    Set<String> lookedFor =
        links().stream()
            .filter(link -> !link.status().equals(WikidataLink.REJECTED))
            .map(WikidataLink::entity)
            .collect(Collectors.toSet());
    Map<String, String> tables =
        Map.of(
            "actors/actors.csv",
            "actor",
            "places/places.csv",
            "place",
            "events/events.csv",
            "event",
            "actors/offices.csv",
            "office",
            "agreements/agreements.csv",
            "agreement",
            "theory/theories.csv",
            "theory");
    tables.forEach(
        (table, kind) ->
            assertThat(data.writtenRows(table).map(row -> kind + "/" + row.cells().get("id")))
                .isNotEmpty()
                .allMatch(lookedFor::contains));
  }

  @Test
  void onlyWhatIsVerifiedIsAPlainTriple() {
    Set<Triple> expected =
        links().stream()
            .filter(WikidataLink::isVerified)
            .map(
                link ->
                    Triple.create(
                        entity(link.entity()),
                        switch (link.relation().orElseThrow()) {
                          case "same-as" -> OWL.sameAs.asNode();
                          case "exact-match" -> SKOS.exactMatch.asNode();
                          default -> SKOS.closeMatch.asNode();
                        },
                        Wikidata.entity(link.qid().orElseThrow())))
            .collect(Collectors.toSet());
    Set<Triple> found =
        GraphMapping.map(data, ontology).dataset().stream(GRAPH, Node.ANY, Node.ANY, Node.ANY)
            .map(Quad::asTriple)
            .filter(triple -> !triple.getSubject().getURI().startsWith(Iris.THINGS + "link/"))
            .collect(Collectors.toSet());

    assertThat(found).hasSizeGreaterThan(100).isEqualTo(expected);
  }

  /** A false equality of two things of Casus would spread over the whole graph. */
  @Test
  void nothingFollowsFromSameness() {
    SortedSet<String> without = conclusions(List.of());
    Node armenia = Iris.thing("actor", "armenia");
    Node azerbaijan = Iris.thing("actor", "azerbaijan");

    SortedSet<String> with =
        conclusions(
            List.of(
                Triple.create(armenia, OWL.sameAs.asNode(), azerbaijan),
                Triple.create(azerbaijan, OWL.sameAs.asNode(), armenia),
                Triple.create(Casus.term("State"), SKOS.exactMatch.asNode(), Casus.ACTOR)));

    assertThat(without).hasSizeGreaterThan(1000);
    assertThat(with).isEqualTo(without);
  }

  private static SortedSet<String> conclusions(List<Triple> sameness) {
    DatasetGraph dataset = GraphMapping.map(data, ontology).dataset();
    ontology
        .graph()
        .find()
        .forEach(triple -> dataset.add(Quad.create(Iris.graph("ontology"), triple)));
    sameness.forEach(triple -> dataset.add(Quad.create(GRAPH, triple)));
    UnionDataset union = UnionDataset.of(dataset);
    rules.apply(union);
    SortedSet<String> conclusions = new TreeSet<>();
    union.named().stream()
        .filter(quad -> Iris.graphName(quad.getGraph()).startsWith("inferred/"))
        .forEach(quad -> conclusions.add(quad.toString()));
    return conclusions;
  }

  private static Node entity(String name) {
    return name.startsWith(WikidataLink.TERM)
        ? Casus.term(name.substring(WikidataLink.TERM.length()))
        : Iris.thing(name.substring(0, name.indexOf('/')), name.substring(name.indexOf('/') + 1));
  }
}
