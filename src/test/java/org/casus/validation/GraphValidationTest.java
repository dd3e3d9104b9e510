package org.casus.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.casus.graph.UnionDataset;
import org.casus.iri.Iris;
import org.casus.ontology.Ontology;
import org.casus.problem.Problem;
import org.casus.problem.Problems;
import org.junit.jupiter.api.Test;

class GraphValidationTest {

  private static final Path ONTOLOGY = Path.of("ontology");
  private static final Path ITEM_TWICE =
      Path.of("src/test/resources/shapes/linked-item/invalid/twice/data.ttl");

  private static final String ARTSAKH = Iris.THINGS + "actor/artsakh";

  /** The row of the thing was not read; that two links name one item is wrong all the same. */
  @Test
  void whatIsWrongWithThingsOfOthersIsToldAlsoWhereRowsCouldNotBeRead() {
    Problems problems = new Problems();

    GraphValidation.read(ONTOLOGY, new Problems()).validate(twice(), Map.of(), false, problems);

    assertThat(problems.sorted()).extracting(Problem::rule).contains("LINKED-ITEM");
  }

  /** The first link is of Armenia, whose record is there, the second of Artsakh, which has none. */
  @Test
  void absentRecordsAreToldOnlyWhereAllRowsCouldBeRead() {
    Problems complete = new Problems();
    Problems incomplete = new Problems();
    GraphValidation validation = GraphValidation.read(ONTOLOGY, new Problems());

    validation.validate(twice(), Map.of(), true, complete);
    validation.validate(twice(), Map.of(), false, incomplete);

    assertThat(complete.sorted()).extracting(Problem::value).contains(ARTSAKH);
    assertThat(incomplete.sorted()).extracting(Problem::value).doesNotContain(ARTSAKH);
  }

  private static UnionDataset twice() {
    DatasetGraph named = DatasetGraphFactory.create();
    Ontology.read(ONTOLOGY, new Problems())
        .graph()
        .find()
        .forEach(triple -> named.add(Quad.create(Iris.graph("ontology"), triple)));
    Graph links = RDFDataMgr.loadGraph(ITEM_TWICE.toString());
    links.find().forEach(triple -> named.add(Quad.create(Iris.graph("wikidata"), triple)));
    return UnionDataset.of(named);
  }
}
