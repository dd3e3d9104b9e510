package org.casus.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.NodeConst;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * What the shapes demand of the instances of a class, in words. The sentence is that of the message
 * that a curator reads, without its second sentence, which tells the cure in a table.
 */
final class Obligations {
  private final Graph shapes;
  private final Labels labels;

  Obligations(Graph shapes, Labels labels) {
    this.shapes = shapes;
    this.labels = labels;
  }

  /** Of a class itself, not of its superclasses. */
  List<Obligation> of(Node type) {
    List<Obligation> obligations = new ArrayList<>();
    for (Node shape : sorted(subjects(SHACL.targetClass, type))) {
      if (!values(shape, SHACL.message).isEmpty()) {
        obligations.add(new Obligation("", "", List.of(), sentence(shape), link(shape)));
      }
      for (Node property : sorted(values(shape, SHACL.property))) {
        obligations.add(property(property));
      }
    }
    return obligations;
  }

  private Obligation property(Node shape) {
    List<Link> values =
        Stream.of(SHACL.class_, SHACL.datatype, SHACL.node)
            .flatMap(constraint -> values(shape, constraint).stream())
            .filter(Node::isURI)
            .map(labels::of)
            .toList();
    String path =
        values(shape, SHACL.path).stream().map(this::path).collect(Collectors.joining(", "));
    return new Obligation(path, count(shape), values, sentence(shape), link(shape));
  }

  private String count(Node shape) {
    String least = number(shape, SHACL.minCount);
    String most = number(shape, SHACL.maxCount);
    boolean optional = least.isEmpty() || least.equals("0");
    if (most.isEmpty()) {
      return optional ? "any number" : least + " or more";
    }
    if (optional) {
      return "at most " + most;
    }
    return least.equals(most) ? "exactly " + least : least + " to " + most;
  }

  private String number(Node shape, Node constraint) {
    return values(shape, constraint).stream()
        .map(Node::getLiteralLexicalForm)
        .findFirst()
        .orElse("");
  }

  /** A path in words; the forms are those that the shapes use. */
  private String path(Node path) {
    if (path.isURI()) {
      return labels.text(path);
    }
    for (Node inverse : values(path, SHACL.inversePath)) {
      return "inverse of " + path(inverse);
    }
    for (Node repeated : values(path, SHACL.zeroOrMorePath)) {
      return path(repeated) + " any number of times";
    }
    List<String> steps = new ArrayList<>();
    for (Node rest = path; !rest.equals(NodeConst.nodeNil); rest = rest(rest)) {
      values(rest, NodeConst.nodeFirst).forEach(step -> steps.add(path(step)));
    }
    return String.join(", then ", steps);
  }

  private Node rest(Node list) {
    return values(list, NodeConst.nodeRest).stream().findFirst().orElse(NodeConst.nodeNil);
  }

  private String sentence(Node shape) {
    return values(shape, SHACL.message).stream()
        .map(message -> message.getLiteralLexicalForm().split("(?<=\\.) ", 2)[0])
        .findFirst()
        .orElse("");
  }

  private Link link(Node shape) {
    return shape.isURI()
        ? Link.of(
            shape.getURI().substring(shape.getURI().lastIndexOf('/') + 1),
            Addresses.of(shape.getURI()))
        : Link.of("", "");
  }

  private static List<Node> sorted(List<Node> nodes) {
    return nodes.stream().sorted(Comparator.comparing(node -> node.toString())).toList();
  }

  private List<Node> values(Node subject, Node property) {
    ExtendedIterator<Node> values =
        shapes.find(subject, property, Node.ANY).mapWith(triple -> triple.getObject());
    return values.toList();
  }

  private List<Node> subjects(Node property, Node value) {
    ExtendedIterator<Node> subjects =
        shapes.find(Node.ANY, property, value).mapWith(triple -> triple.getSubject());
    return subjects.toList();
  }
}
