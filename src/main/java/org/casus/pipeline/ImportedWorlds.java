package org.casus.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.casus.dataset.Dataset;
import org.casus.graph.UnionDataset;
import org.casus.inference.RuleBook;
import org.casus.iri.Iris;

/**
 * Reasons over imported data sets, apart from the curated graphs and from each other, so that what
 * follows from one can be compared with what follows from another. Data sets that are made for each
 * other are reasoned over together: the projects of Correlates of War share states and codes.
 */
final class ImportedWorlds {

  static final SortedMap<String, List<Dataset>> WORLDS =
      Collections.unmodifiableSortedMap(
          new TreeMap<>(
              Map.of(
                  "cow",
                  List.of(Dataset.COW_STATES, Dataset.COW_ALLIANCES, Dataset.COW_WARS),
                  "atop",
                  List.of(Dataset.COW_STATES, Dataset.ATOP))));

  /** What imported records share with curated ones: actors, works with their coverage, dates. */
  private static final List<String> SHARED =
      List.of(Iris.THINGS + "actor/", Iris.THINGS + "source/", Iris.THINGS + "date/");

  private ImportedWorlds() {}

  /** Moves the graphs of data sets out of a dataset into one of their own. */
  static DatasetGraph separate(DatasetGraph all) {
    DatasetGraph imported = DatasetGraphFactory.create();
    for (Dataset dataset : Dataset.values()) {
      Node graph = Iris.graph(dataset.graph());
      if (all.containsGraph(graph)) {
        imported.addGraph(graph, all.getGraph(graph));
        all.removeGraph(graph);
      }
    }
    return imported;
  }

  /**
   * What follows from the graphs of data sets, with the derivations. The worlds know nothing of
   * each other and are reasoned over at the same time.
   */
  static List<Quad> infer(DatasetGraph imported, UnionDataset curated, RuleBook rules) {
    List<Triple> background = background(curated).find().filterKeep(rules::askOfDatasets).toList();
    return WORLDS.entrySet().parallelStream()
        .flatMap(
            world -> {
              List<Quad> quads = new ArrayList<>();
              facts(world.getValue(), imported, background, rules)
                  .ifPresent(facts -> rules.applyOverDataset(facts, world.getKey(), quads::add));
              return quads.stream();
            })
        .toList();
  }

  /** The graphs of those of the data sets that are imported. */
  static List<Graph> graphs(List<Dataset> datasets, DatasetGraph imported) {
    return datasets.stream()
        .map(dataset -> Iris.graph(dataset.graph()))
        .filter(imported::containsGraph)
        .map(imported::getGraph)
        .toList();
  }

  /** What rules may ask for of a world; empty if nothing of it was imported. */
  private static Optional<Graph> facts(
      List<Dataset> datasets, DatasetGraph imported, List<Triple> background, RuleBook rules) {
    List<Graph> graphs = graphs(datasets, imported);
    if (graphs.isEmpty()) {
      return Optional.empty();
    }
    Graph facts = GraphFactory.createDefaultGraph();
    background.forEach(facts::add);
    graphs.forEach(graph -> graph.find().filterKeep(rules::askOfDatasets).forEach(facts::add));
    return Optional.of(facts);
  }

  /** What imported records refer to: concepts, states, works and dates. */
  static Graph background(UnionDataset curated) {
    Graph background = GraphFactory.createDefaultGraph();
    curated.named().getGraph(Iris.graph("ontology")).find().forEach(background::add);
    curated.union().find().filterKeep(ImportedWorlds::isShared).forEach(background::add);
    return background;
  }

  private static boolean isShared(Triple triple) {
    Node subject = triple.getSubject();
    return subject.isURI() && SHARED.stream().anyMatch(subject.getURI()::startsWith);
  }
}
