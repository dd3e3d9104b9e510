package org.casus.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.path.Path;
import org.casus.ontology.Ontology;
import org.casus.problem.Problems;
import org.casus.testing.ProjectCopy;
import org.casus.vocab.Casus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The properties of the service are what the ontology has. */
class PropertyTest {
  private static final Pattern TERM =
      Pattern.compile("<" + Pattern.quote(Casus.NAMESPACE) + "([^>]+)>");

  private static Set<String> terms;

  @BeforeAll
  static void readOntology() {
    terms = new HashSet<>();
    Ontology.read(ProjectCopy.original().ontology(), new Problems()).graph().stream()
        .map(Triple::getSubject)
        .filter(Node::isURI)
        .map(Node::getURI)
        .filter(iri -> iri.startsWith(Casus.NAMESPACE))
        .forEach(iri -> terms.add(iri.substring(Casus.NAMESPACE.length())));
    assertThat(terms).contains("State", "isPartOf");
  }

  static List<String> termsOf(Path path) {
    return TERM.matcher(path.toString()).results().map(found -> found.group(1)).toList();
  }

  @Test
  void pathsGoAlongDeclaredTerms() {
    assertThat(Property.ALL.stream().flatMap(property -> termsOf(property.path()).stream()))
        .hasSizeGreaterThan(40)
        .allMatch(terms::contains);
  }

  @Test
  void idsThatAreNoWordsOfOurOwnAreTerms() {
    assertThat(
            Property.ALL.stream()
                .map(Property::id)
                .filter(id -> !id.contains(":") && !terms.contains(id)))
        .containsExactlyInAnyOrder(
            "wikidata",
            "country",
            "memberOf",
            "member",
            "partyTo",
            "officeHeld",
            "holder",
            "controlledBy",
            "party",
            "participant");
  }

  @Test
  void typesAreClasses() {
    assertThat(
            Property.ALL.stream()
                .flatMap(
                    property ->
                        Stream.concat(property.types().stream(), Stream.of(property.valueType())))
                .filter(type -> !type.isEmpty() && !type.equals(Types.CONCEPT)))
        .isNotEmpty()
        .allMatch(terms::contains);
  }

  @Test
  void idsAndNamesAreUnique() {
    assertThat(Property.ALL).extracting(Property::id).doesNotHaveDuplicates();
    assertThat(Property.ALL).extracting(Property::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "isPartOf, isPartOf",
    "casus:isPartOf, isPartOf",
    "https://w3id.org/casus/ontology#isPartOf, isPartOf",
    "rdfs:label, rdfs:label",
    "http://www.w3.org/2000/01/rdf-schema#label, rdfs:label",
  })
  void propertyIsFoundByIdOrIri(String named, String id) {
    assertThat(Property.find(named)).get().extracting(Property::id).isEqualTo(id);
  }

  @Test
  void otherPropertiesAreNotFound() {
    assertThat(Property.find("professionOrOccupation")).isEmpty();
    assertThat(Property.find("")).isEmpty();
  }
}
