package org.casus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SchemaDO;
import org.casus.inference.RuleBook;
import org.casus.iri.Iris;
import org.casus.mapping.GraphMapping;
import org.casus.mapping.MappedData;
import org.casus.ontology.Ontology;
import org.casus.problem.Problems;
import org.casus.source.CuratedData;
import org.casus.source.SourceReader;
import org.casus.testing.ProjectCopy;
import org.casus.vocab.Casus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the catalogue says of the rules of the project, and of what its articles mention. */
class CatalogueGraphTest {

  private static final String MENTIONED =
      """
      PREFIX casus: <https://w3id.org/casus/ontology#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      SELECT DISTINCT ?work ?thing
      WHERE {
        GRAPH <https://w3id.org/casus/graph/catalogue> { ?graph dcterms:source ?work }
        GRAPH ?graph { ?record ?property ?thing }
        FILTER(?property != casus:isNoteOn)
        FILTER(?property != casus:concerns || NOT EXISTS { GRAPH ?graph { ?record a casus:FidelityException } })
      }
      """;

  private static Graph catalogue;

  @BeforeAll
  static void write() {
    Problems problems = new Problems();
    RuleBook rules = RuleBook.read(ProjectCopy.original().ontology().resolve("rules"), problems);
    assertThat(problems.errors()).isZero();
    DatasetGraph dataset = DatasetGraphFactory.create();
    CatalogueGraph.write(dataset, Map.of(), rules, new CuratedData(List.of(), List.of()));
    catalogue = dataset.getGraph(Iris.graph("catalogue"));
  }

  @Test
  void aRuleThatTellsMoreOfARecordNamesTheProperties() {
    assertThat(told("casus-foederis-not-obliged")).containsExactly("finding");
    assertThat(told("stage-self-related"))
        .containsExactly("certainty", "expectedWeight", "justiceStage");
  }

  @Test
  void aRuleThatConcludesARecordOrAShortCutNamesNone() {
    assertThat(
            catalogue.contains(Iris.thing("rule", "casus-foederis"), RDFS.label.asNode(), Node.ANY))
        .isTrue();
    assertThat(told("casus-foederis")).isEmpty();
    assertThat(told("stage-tie")).isEmpty();
  }

  @Test
  void anArticleMentionsTheRecordsToWhichItsOwnRefer() {
    Project project = ProjectCopy.original();
    Problems problems = new Problems();
    Ontology ontology = Ontology.read(project.ontology(), problems);
    CuratedData data = new SourceReader(project.data(), ontology.codeLists()).read(problems);
    RuleBook rules = RuleBook.read(project.ontology().resolve("rules"), problems);
    assertThat(problems.errors()).isZero();
    MappedData mapped = GraphMapping.map(data, ontology);
    Set<Node> records = new HashSet<>(mapped.origins().keySet());
    data.works().forEach(work -> records.remove(Iris.thing("source", work.value().key())));
    DatasetGraph dataset = mapped.dataset();
    CatalogueGraph.write(dataset, Map.of(), rules, data);

    List<String> expected = new ArrayList<>();
    try (QueryExec execution = QueryExec.dataset(dataset).query(MENTIONED).build()) {
      execution
          .select()
          .forEachRemaining(
              row -> {
                if (records.contains(row.get("thing"))) {
                  expected.add(row.get("work") + " " + row.get("thing"));
                }
              });
    }
    assertThat(expected)
        .hasSizeGreaterThan(500)
        .contains(
            Iris.thing("source", "abushov-babayev-2025") + " " + Iris.thing("actor", "russia"),
            Iris.thing("source", "soghomonyan-2024") + " " + Iris.thing("actor", "russia"));
    assertThat(
            dataset
                .getGraph(Iris.graph("catalogue"))
                .find(Node.ANY, SchemaDO.mentions.asNode(), Node.ANY)
                .mapWith(triple -> triple.getSubject() + " " + triple.getObject())
                .toList())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static Set<String> told(String rule) {
    return catalogue
        .find(Iris.thing("rule", rule), Casus.TELLS_OF_RECORD, Node.ANY)
        .mapWith(Triple::getObject)
        .mapWith(Node::getLocalName)
        .toList()
        .stream()
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
