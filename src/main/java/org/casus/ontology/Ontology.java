package org.casus.ontology;

import static org.apache.jena.graph.Node.ANY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.casus.iri.Iris;
import org.casus.model.CodeLists;
import org.casus.problem.Location;
import org.casus.problem.Problems;
import org.casus.problem.Rule;
import org.casus.vocab.Casus;

/**
 * The ontology as one graph. A code of a table is the {@code skos:notation} of a class or of a
 * concept; nowhere else in the program is there a list of codes.
 */
public final class Ontology {

  private final Graph graph;

  private Ontology(Graph graph) {
    this.graph = graph;
  }

  /**
   * Reads all modules, vocabularies and extracts below the directory. Files that are no Turtle are
   * told in {@code problems} and left out.
   */
  public static Ontology read(Path directory, Problems problems) {
    Graph graph = GraphFactory.createDefaultGraph();
    for (String part : List.of("", "vocabularies", "imports")) {
      turtleFiles(directory.resolve(part)).forEach(file -> parse(file, directory, graph, problems));
    }
    return new Ontology(graph);
  }

  /**
   * Reads the shapes below the directory of the ontology as a graph, for those who want to read
   * them; they are no part of the ontology.
   */
  public static Graph shapes(Path directory, Problems problems) {
    Graph graph = GraphFactory.createDefaultGraph();
    turtleFiles(directory.resolve("shapes"))
        .forEach(file -> parse(file, directory, graph, problems));
    return graph;
  }

  /** The Turtle files that stand directly in the directory, in order of their names. */
  public static List<Path> turtleFiles(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".ttl")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a Turtle file to a graph; a syntax error becomes a problem and adds nothing. */
  public static void parse(Path file, Path root, Graph target, Problems problems) {
    Graph parsed = GraphFactory.createDefaultGraph();
    try {
      RDFParser.source(file)
          .lang(Lang.TURTLE)
          .labelToNode(sameLabelsInEveryBuild(root.relativize(file)))
          .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
          .parse(parsed);
      org.apache.jena.graph.GraphUtil.addInto(target, parsed);
      target.getPrefixMapping().setNsPrefixes(parsed.getPrefixMapping());
    } catch (RiotException e) {
      problems.error(
          Rule.ONTOLOGY_MALFORMED,
          Location.file(
              root.getFileName() + "/" + root.relativize(file).toString().replace('\\', '/')),
          "",
          "Turtle, yet: " + e.getMessage(),
          "Mend the file at the line named");
    }
  }

  private static LabelToNode sameLabelsInEveryBuild(Path file) {
    String name = file.toString().replace('\\', '/');
    return LabelToNode.createScopeByDocumentHash(
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  public Graph graph() {
    return graph;
  }

  /**
   * The code lists of the tables: {@code casus:X} for the notations of the classes below X, the
   * name of a scheme for those of its concepts.
   */
  public CodeLists codeLists() {
    Map<String, SortedSet<String>> lists = new HashMap<>();
    String schemes = Iris.scheme("").getURI();
    each(ANY, SKOS.notation.asNode(), ANY)
        .forEach(
            subject -> {
              String code = notation(subject);
              each(subject, SKOS.inScheme.asNode(), ANY, false)
                  .filter(scheme -> scheme.isURI() && scheme.getURI().startsWith(schemes))
                  .forEach(scheme -> add(lists, scheme.getURI().substring(schemes.length()), code));
              ancestors(subject)
                  .filter(ancestor -> ancestor.getURI().startsWith(Casus.NAMESPACE))
                  .forEach(
                      ancestor ->
                          add(
                              lists,
                              "casus:" + ancestor.getURI().substring(Casus.NAMESPACE.length()),
                              code));
            });
    return new CodeLists(Map.copyOf(lists));
  }

  private static void add(Map<String, SortedSet<String>> lists, String name, String code) {
    lists.computeIfAbsent(name, list -> new TreeSet<>()).add(code);
  }

  /**
   * The class that a code stands for below a class.
   *
   * @throws IllegalArgumentException if there is none; codes are checked when tables are read
   */
  public Node classFor(Node ancestor, String code) {
    return each(ANY, SKOS.notation.asNode(), NodeFactory.createLiteralString(code))
        .filter(candidate -> ancestors(candidate).anyMatch(ancestor::equals))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No class below " + ancestor + " has the code " + code));
  }

  /** The classes above a class, near ones first. */
  public List<Node> superclasses(Node type) {
    return ancestors(type).toList();
  }

  /** The classes of which nothing can be a member that is a member of this class. */
  public Set<Node> disjointClasses(Node type) {
    Set<Node> own = new LinkedHashSet<>(List.of(type));
    own.addAll(superclasses(type));
    Set<Node> others = new LinkedHashSet<>();
    for (Node axiom : each(ANY, RDF.type.asNode(), OWL2.AllDisjointClasses.asNode()).toList()) {
      List<Node> members =
          each(axiom, OWL2.members.asNode(), ANY, false)
              .flatMap(list -> GraphList.members(GNode.create(graph, list)).stream())
              .toList();
      if (members.stream().anyMatch(own::contains)) {
        members.stream().filter(member -> !own.contains(member)).forEach(others::add);
      }
    }
    own.forEach(
        any -> {
          each(any, OWL2.disjointWith.asNode(), ANY, false).forEach(others::add);
          each(ANY, OWL2.disjointWith.asNode(), any).forEach(others::add);
        });
    Set<Node> withSubclasses = new LinkedHashSet<>(others);
    each(ANY, RDF.type.asNode(), OWL2.Class.asNode())
        .filter(any -> ancestors(any).anyMatch(others::contains))
        .forEach(withSubclasses::add);
    return withSubclasses;
  }

  private String notation(Node subject) {
    return each(subject, SKOS.notation.asNode(), ANY, false)
        .map(Node::getLiteralLexicalForm)
        .findFirst()
        .orElseThrow();
  }

  private Stream<Node> ancestors(Node start) {
    Set<Node> seen = new LinkedHashSet<>();
    Deque<Node> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      each(open.pop(), RDFS.subClassOf.asNode(), ANY, false)
          .filter(Node::isURI)
          .filter(seen::add)
          .forEach(open::push);
    }
    return seen.stream();
  }

  private Stream<Node> each(Node subject, Node predicate, Node object) {
    return each(subject, predicate, object, true);
  }

  private Stream<Node> each(Node subject, Node predicate, Node object, boolean subjects) {
    ExtendedIterator<Node> nodes =
        graph
            .find(subject, predicate, object)
            .mapWith(triple -> subjects ? triple.getSubject() : triple.getObject());
    return nodes.toList().stream();
  }
}
