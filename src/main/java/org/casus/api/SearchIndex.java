package org.casus.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.casus.http.ServedBuild;
import org.casus.store.TextSearch;
import org.casus.vocab.Casus;

/** What can be searched in one build. */
final class SearchIndex {

  /** Names count for more than prose. */
  private static final Map<Node, Float> WEIGHTS = weights();

  /** Records whose labels only repeat those of what they are about. */
  private static final Set<String> LEFT_OUT = Set.of("name", "link", "date", "file");

  private final DatasetGraph dataset;
  private final TextSearch texts;
  private final Set<String> kinds;

  private SearchIndex(ServedBuild build) {
    this.dataset = build.dataset();
    this.texts = new TextSearch(dataset, WEIGHTS);
    this.kinds = Txn.calculateRead(dataset, () -> kinds(dataset));
  }

  static SearchIndex of(HttpServletRequest request) {
    return ServedBuild.of(request).once(SearchIndex.class, SearchIndex::new);
  }

  private static Map<Node, Float> weights() {
    Map<Node, Float> weights = new LinkedHashMap<>();
    weights.put(RDFS.label.asNode(), 3f);
    weights.put(SKOS.altLabel.asNode(), 3f);
    weights.put(DCTerms.title.asNode(), 2f);
    weights.put(Casus.GIST, 1f);
    weights.put(Casus.QUOTE, 1f);
    return weights;
  }

  private static Set<String> kinds(DatasetGraph dataset) {
    Set<String> kinds = new TreeSet<>();
    dataset
        .find(Node.ANY, Node.ANY, RDFS.label.asNode(), Node.ANY)
        .forEachRemaining(
            quad -> {
              if (quad.getSubject().isURI()) {
                Kinds.of(quad.getSubject().getURI()).ifPresent(kinds::add);
              }
            });
    kinds.removeAll(LEFT_OUT);
    return kinds;
  }

  /** The kinds of things that can be found. */
  Set<String> kinds() {
    return kinds;
  }

  /**
   * Searches.
   *
   * @param kind only things of this kind; all when empty
   */
  TextSearch.Result search(String text, String kind, Page page) {
    return texts.search(
        text,
        iri ->
            Kinds.of(iri)
                .filter(each -> kind.isEmpty() ? kinds.contains(each) : each.equals(kind))
                .isPresent(),
        page.offset(),
        page.most());
  }

  /** Labels of things by their IRIs, in English where there is such a label. */
  SortedMap<String, Node> labels(Iterable<String> iris) {
    SortedMap<String, Node> labels = new TreeMap<>();
    Txn.executeRead(
        dataset,
        () ->
            iris.forEach(
                iri ->
                    dataset
                        .find(Node.ANY, NodeFactory.createURI(iri), RDFS.label.asNode(), Node.ANY)
                        .forEachRemaining(
                            quad -> labels.merge(iri, quad.getObject(), SearchIndex::better))));
    return labels;
  }

  private static Node better(Node one, Node other) {
    boolean oneIsEnglish = one.getLiteralLanguage().equals("en");
    if (oneIsEnglish != other.getLiteralLanguage().equals("en")) {
      return oneIsEnglish ? one : other;
    }
    return one.getLiteralLexicalForm().compareTo(other.getLiteralLexicalForm()) <= 0 ? one : other;
  }
}
