package org.casus.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.ResultSet;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;

/** Small datasets for the tests of this package, and a way to ask questions of them. */
final class Quads {
  static final String LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
  static final String GIST = "https://w3id.org/casus/ontology#gist";
  static final TextFields FIELDS =
      new TextFields(
          List.of(new TextFields.Field("label", LABEL), new TextFields.Field("gist", GIST)));

  private Quads() {}

  /** One thing with one label in one graph. */
  static List<Quad> labelled(String label) {
    return List.of(
        Quad.create(
            NodeFactory.createURI("https://example.org/g"),
            NodeFactory.createURI("https://example.org/thing"),
            NodeFactory.createURI(LABEL),
            NodeFactory.createLiteralLang(label, "en")));
  }

  static List<Quad> trig(String text) {
    Dataset dataset = DatasetFactory.create();
    RDFParser.create().fromString(text).lang(Lang.TRIG).parse(dataset);
    List<Quad> quads = new ArrayList<>();
    dataset.asDatasetGraph().find().forEachRemaining(quads::add);
    return quads;
  }

  /** The values of ?x, sorted. */
  static Set<String> ask(OpenDataset open, String query) {
    Dataset dataset = DatasetFactory.wrap(open.dataset());
    dataset.begin(ReadWrite.READ);
    try (QueryExecution execution = QueryExecutionFactory.create(query, dataset)) {
      Set<String> values = new TreeSet<>();
      ResultSet rows = execution.execSelect();
      rows.forEachRemaining(row -> values.add(row.get("x").asNode().toString()));
      return values;
    } finally {
      dataset.end();
    }
  }

  static Set<String> labels(OpenDataset open) {
    return ask(open, "SELECT ?x { ?s <" + LABEL + "> ?x }");
  }

  static BuildInfo info(NewBuild build) {
    return new BuildInfo(build.id(), "sha256:00", "0.1.0", "2026-11-22T00:00:00Z");
  }

  /** Builds and publishes in one go. */
  static Build published(DatasetDirectory directory, List<Quad> quads) {
    try (NewBuild build = directory.begin()) {
      build.load(quads, FIELDS);
      return build.publish(info(build));
    }
  }
}
