package org.casus.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.casus.problem.Problems;
import org.casus.vocab.Casus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The terms of the ontology: declared where used, used where declared. */
class TermsTest {

  private static final Path ONTOLOGY = Path.of("ontology");
  private static final Pattern PREFIXED =
      Pattern.compile("(?<![\\w-])casus:([A-Za-z]\\w*)|ontology#([A-Za-z]\\w*)");

  private static Graph graph;
  private static SortedSet<String> declared;

  @BeforeAll
  static void read() {
    Problems problems = new Problems();
    graph = Ontology.read(ONTOLOGY, problems).graph();
    assertThat(problems.sorted()).isEmpty();
    declared = new TreeSet<>();
    graph
        .find(Node.ANY, RDF.type.asNode(), Node.ANY)
        .filterKeep(triple -> triple.getObject().getNameSpace().endsWith("/owl#"))
        .mapWith(triple -> triple.getSubject())
        .filterKeep(TermsTest::isTerm)
        .forEach(term -> declared.add(term.getLocalName()));
    assertThat(declared).hasSizeGreaterThan(100);
  }

  @Test
  void everyTurtleFileCanBeRead() throws IOException {
    List<Path> files = files("ontology", ".ttl");
    assertThat(files).isNotEmpty();
    Problems problems = new Problems();
    for (Path file : files) {
      Ontology.parse(file, ONTOLOGY, GraphFactory.createDefaultGraph(), problems);
    }
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void everyConstantIsDeclared() throws IllegalAccessException {
    List<String> constants = new ArrayList<>();
    for (Field field : Casus.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.get(null) instanceof Node term) {
        String name = term.getLocalName();
        constants.add(name);
        // A class that shares its name with a property but for the first letter ends in _CLASS.
        assertThat(field.getName().replaceFirst("_CLASS$", "").replace("_", ""))
            .isEqualToIgnoringCase(name);
      }
    }
    assertThat(constants).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    assertThat(declared).containsAll(constants);
  }

  @Test
  void everyTermThatIsWrittenSomewhereIsDeclared() throws IOException {
    SortedSet<String> undeclared = new TreeSet<>();
    for (Path file : users()) {
      for (String term : termsIn(file)) {
        if (!declared.contains(term) && !isKeyOfMetadata(file, term)) {
          undeclared.add(file + ": " + term);
        }
      }
    }
    assertThat(undeclared).isEmpty();
  }

  @Test
  void everyTermIsUsedOrProvisional() throws IOException, IllegalAccessException {
    SortedSet<String> unused = new TreeSet<>(declared);
    for (Path file : users()) {
      unused.removeAll(termsIn(file));
    }
    for (Field field : Casus.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.get(null) instanceof Node term) {
        unused.remove(term.getLocalName());
      }
    }
    graph
        .find()
        .forEach(
            triple -> {
              boolean builds =
                  triple.getPredicate().equals(RDFS.subClassOf.asNode())
                      || triple.getPredicate().equals(RDFS.subPropertyOf.asNode());
              if (builds && isTerm(triple.getObject())) {
                unused.remove(triple.getObject().getLocalName());
              }
              if (isTerm(triple.getPredicate())) {
                unused.remove(triple.getPredicate().getLocalName());
              }
              boolean isCode = triple.getPredicate().equals(SKOS.notation.asNode());
              boolean isProvisional =
                  triple.getPredicate().equals(Casus.term("maturity"))
                      && triple.getObject().toString().contains("provisional");
              if ((isCode || isProvisional) && isTerm(triple.getSubject())) {
                unused.remove(triple.getSubject().getLocalName());
              }
            });
    assertThat(unused).as("terms that nothing uses").isEmpty();
  }

  @Test
  void everyExtractHoldsTheTermsOfItsList() throws IOException {
    for (Path list : files("ontology/imports", "-terms.txt")) {
      Path extract =
          list.resolveSibling(String.valueOf(list.getFileName()).replace("-terms.txt", ".ttl"));
      String text = Files.readString(extract);
      assertThat(Files.readAllLines(list))
          .as(list.toString())
          .isNotEmpty()
          .allSatisfy(
              line -> {
                String name = line.strip().replaceAll(".*[/#:]", "").replaceAll(">$", "");
                assertThat(text).as(line).contains(name);
              });
    }
  }

  private static List<Path> users() throws IOException {
    List<Path> users = new ArrayList<>();
    for (String directory : List.of("ontology/shapes", "ontology/checks", "ontology/rules")) {
      users.addAll(files(directory, ""));
    }
    if (Files.isDirectory(Path.of("queries"))) {
      users.addAll(files("queries", ".rq"));
    }
    users.addAll(files("data", "-metadata.json"));
    return users;
  }

  private static List<Path> files(String directory, String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(directory))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(suffix))
          .sorted()
          .toList();
    }
  }

  private static Set<String> termsIn(Path file) throws IOException {
    Set<String> terms = new TreeSet<>();
    Matcher matcher = PREFIXED.matcher(Files.readString(file));
    while (matcher.find()) {
      terms.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
    return terms;
  }

  /** Metadata files have keys of their own in the namespace of Casus. */
  private static boolean isKeyOfMetadata(Path file, String term) {
    return file.toString().endsWith(".json")
        && Set.of("graph", "kind", "codes", "references", "notBefore").contains(term);
  }

  private static boolean isTerm(Node node) {
    return node.isURI() && node.getURI().startsWith(Casus.NAMESPACE);
  }
}
