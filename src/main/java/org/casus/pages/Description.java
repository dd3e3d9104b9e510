package org.casus.pages;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.casus.vocab.Casus;
import org.casus.vocab.Prov;

/**
 * What the dataset says about a thing, so that a program that follows a link need not ask again for
 * what belongs to it:
 *
 * <ul>
 *   <li>all triples with the thing as subject;
 *   <li>the same of what has no document of its own: blank nodes, and IRIs of the thing with a
 *       fragment;
 *   <li>the same of dates, and of the derivations by which a rule concluded the thing or a triple
 *       of it;
 *   <li>the labels of everything else that these name.
 * </ul>
 *
 * <p>What leads to the thing is not in it: of some things that is a tenth of the dataset. Nothing
 * is in it that the dataset does not say.
 */
final class Description {
  private final DatasetGraph dataset;
  private final Set<Quad> quads = new LinkedHashSet<>();
  private final Set<Node> described = new HashSet<>();
  private final Set<Node> named = new LinkedHashSet<>();
  private final Deque<Node> open = new ArrayDeque<>();

  private Description(DatasetGraph dataset) {
    this.dataset = dataset;
  }

  /**
   * Describes a thing; the description of an unknown thing is empty.
   *
   * @param dataset in a read transaction
   */
  static Description of(DatasetGraph dataset, Node thing) {
    return of(dataset, List.of(thing));
  }

  /** Describes several things in one document. */
  static Description of(DatasetGraph dataset, Collection<Node> things) {
    Description description = withoutLabels(dataset, things);
    description.addLabels();
    return description;
  }

  /** The same without the labels of what is not described itself. */
  static Description withoutLabels(DatasetGraph dataset, Collection<Node> things) {
    Description description = new Description(dataset);
    things.forEach(description::describe);
    return description;
  }

  /** Whether any graph says something about a thing. */
  static boolean isKnown(DatasetGraph dataset, Node thing) {
    return dataset.findNG(Node.ANY, thing, Node.ANY, Node.ANY).hasNext();
  }

  private void describe(Node thing) {
    open.add(thing);
    dataset
        .findNG(Node.ANY, Node.ANY, RDF.subject.asNode(), thing)
        .forEachRemaining(quad -> open.add(quad.getSubject()));
    while (!open.isEmpty()) {
      Node subject = open.remove();
      if (described.add(subject)) {
        add(subject, thing);
      }
    }
  }

  private void addLabels() {
    named.removeAll(described);
    for (Node node : named) {
      dataset.findNG(Node.ANY, node, RDFS.label.asNode(), Node.ANY).forEachRemaining(quads::add);
    }
  }

  private void add(Node subject, Node thing) {
    Iterator<Quad> found = dataset.findNG(Node.ANY, subject, Node.ANY, Node.ANY);
    while (found.hasNext()) {
      Quad quad = found.next();
      quads.add(quad);
      Node value = quad.getObject();
      if (value.isBlank() || belongs(value, thing) || isDate(value) || isReason(quad, thing)) {
        open.add(value);
      } else if (value.isURI()) {
        named.add(value);
      }
    }
  }

  private static boolean belongs(Node value, Node thing) {
    return value.isURI() && value.getURI().startsWith(thing.getURI() + "#");
  }

  private boolean isDate(Node value) {
    return value.isURI() && dataset.findNG(Node.ANY, value, Casus.EDTF, Node.ANY).hasNext();
  }

  private static boolean isReason(Quad quad, Node thing) {
    return quad.getSubject().equals(thing) && quad.getPredicate().equals(Prov.WAS_GENERATED_BY);
  }

  /** What was found: first the thing, then what belongs to it, then labels. */
  Collection<Quad> quads() {
    return quads;
  }
}
