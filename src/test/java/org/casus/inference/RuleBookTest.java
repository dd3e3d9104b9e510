package org.casus.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.casus.problem.Problem;
import org.casus.problem.Problems;
import org.casus.problem.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule files that cannot be used. */
class RuleBookTest {

  private static final String HEADER =
      """
      # Rule: cites
      # Label: Cites
      # Premise: One.
      # Conclusion: Two.
      # Source: Three.
      # Does not cover: Four.
      # Graph: inferred/x
      # Support: ?a
      """;
  private static final String QUERY =
      """

      CONSTRUCT { ?a <urn:q> ?b } WHERE { ?a <urn:p> ?b }
      """;

  @TempDir private Path directory;

  @Test
  void soundRule() throws IOException {
    RuleBook book = read("10-cites.rq", HEADER + QUERY, 0);
    assertThat(book.headers())
        .containsExactly(
            new RuleHeader(
                "cites",
                "Cites",
                "One.",
                "Two.",
                "Three.",
                "Four.",
                "inferred/x",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of("a"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                false));
  }

  @Test
  void missingHeaderLine() throws IOException {
    assertMalformed("10-cites.rq", HEADER.replace("# Source: Three.\n", "") + QUERY, "# Source:");
  }

  @Test
  void repeatedHeaderLine() throws IOException {
    assertMalformed("10-cites.rq", "# Rule: cites\n" + HEADER + QUERY, "“Rule” twice");
  }

  @Test
  void unknownHeaderLine() throws IOException {
    assertMalformed("10-cites.rq", HEADER + "# Sauce: X.\n" + QUERY, "“# Sauce: X.”");
  }

  @Test
  void commentThatIsNoHeaderLine() throws IOException {
    assertMalformed("10-cites.rq", "#\n" + HEADER + QUERY, "“#”");
  }

  @Test
  void noHeader() throws IOException {
    assertMalformed("10-cites.rq", QUERY, "# Rule:");
  }

  @Test
  void fileThatIsNotNamedAfterItsRule() throws IOException {
    assertMalformed("10-quotes.rq", HEADER + QUERY, "LAYER-cites.rq");
  }

  @Test
  void selectInPlaceOfConstruct() throws IOException {
    assertMalformed("10-cites.rq", HEADER + "\nSELECT * WHERE { ?a ?b ?c }\n", "no CONSTRUCT");
  }

  @Test
  void patternThatAsksForAnyProperty() throws IOException {
    assertMalformed(
        "10-cites.rq", HEADER + QUERY.replace("?a <urn:p> ?b", "?a ?b ?c"), "which property");
  }

  @Test
  void templateThatConcludesAnyProperty() throws IOException {
    assertMalformed(
        "10-cites.rq", HEADER + QUERY.replace("?a <urn:q> ?b", "?a ?b ?a"), "which property");
  }

  @Test
  void templateThatConcludesAnyClass() throws IOException {
    assertMalformed(
        "10-cites.rq", HEADER + QUERY.replace("?a <urn:q> ?b", "?a a ?b"), "which class");
  }

  @Test
  void inForceThatNeedNotBeBound() throws IOException {
    assertMalformed(
        "10-cites.rq",
        HEADER
            + "# Moment: ?a\n# In force: ?c\n"
            + QUERY.replace("<urn:p> ?b", "<urn:p> ?b OPTIONAL { ?a <urn:r> ?c }"),
        "bound in every solution");
  }

  @Test
  void moreOfWhatNoRuleConcludes() throws IOException {
    Problems problems = new Problems();
    Files.writeString(directory.resolve("10-cites.rq"), HEADER + "# Record: ?a\n" + QUERY);
    RuleBook.read(directory, problems);
    assertThat(problems.sorted())
        .singleElement()
        .satisfies(problem -> assertThat(problem.expectation()).contains("of which it tells more"));
  }

  @Test
  void syntaxError() throws IOException {
    assertMalformed("10-cites.rq", HEADER + "\nCONSTRUCT { ?a } WHERE\n", "SPARQL 1.1");
  }

  @Test
  void blankNodeInTheTemplate() throws IOException {
    assertMalformed(
        "10-cites.rq",
        HEADER
            + QUERY
                .replace("?b }", "[] }")
                .replace("WHERE { ?a <urn:p> [] }", "WHERE { ?a <urn:p> ?b }"),
        "blank node");
  }

  @Test
  void faultyJenaRule() throws IOException {
    assertMalformed("owl.rules", HEADER + "\n[broken: (?a ?b -> (?a ?b ?c)]\n", "Jena rules");
  }

  @Test
  void ruleThatNamesNoSupport() throws IOException {
    assertMalformed("10-cites.rq", HEADER.replace("# Support: ?a\n", "") + QUERY, "# Support:");
  }

  @Test
  void supportThatThePatternDoesNotBind() throws IOException {
    assertMalformed("10-cites.rq", HEADER.replace("?a", "?z") + QUERY, "?z");
  }

  @Test
  void supportThatIsNoVariable() throws IOException {
    assertMalformed("10-cites.rq", HEADER.replace("?a", "a") + QUERY, "not “a”");
  }

  @Test
  void periodWithoutARecord() throws IOException {
    assertMalformed("10-cites.rq", HEADER + "# During: ?a\n" + QUERY, "# Record:");
  }

  @Test
  void datedThatThePatternDoesNotBind() throws IOException {
    assertMalformed("10-cites.rq", HEADER + "# Dated: ?z\n" + QUERY, "?z");
  }

  @Test
  void momentOfWhichNothingIsAsked() throws IOException {
    assertMalformed("10-cites.rq", HEADER + "# Moment: ?a\n" + QUERY, "# In force");
  }

  @Test
  void inForceAtNoMoment() throws IOException {
    assertMalformed("10-cites.rq", HEADER + "# In force: ?a\n" + QUERY, "# Moment");
  }

  @Test
  void twoThingsInForce() throws IOException {
    assertMalformed(
        "10-cites.rq", HEADER + "# Moment: ?a\n# In force: ?a ?b\n" + QUERY, "with one");
  }

  @Test
  void certaintyThatThePatternBinds() throws IOException {
    assertMalformed(
        "10-cites.rq",
        HEADER + "# Moment: ?a\n# In force: ?a\n" + QUERY.replace("?b", "?certainty"),
        "binds ?certainty");
  }

  @ParameterizedTest
  @CsvSource({
    // The records that the rule concludes would fit its own pattern.
    "?bond <urn:of> ?a, true",
    "?bond <urn:of> ?a ; <urn:more> ?b, true",
    "?bond a <urn:Bond> ; <urn:of> ?a, true",
    "?bond <http://www.w3.org/2000/01/rdf-schema#label> ?text ; <urn:of> ?a, true",
    "?bond <https://w3id.org/casus/ontology#start> ?start ; <urn:of> ?a, true",
    "?a <https://w3id.org/casus/ontology#start> ?start, true",
    "?x <urn:p> ?a OPTIONAL { ?bond <urn:of> ?a }, true",
    "?x <urn:p> ?a { ?bond <urn:of> ?a } UNION { ?bond <urn:p> ?a }, true",
    "?x <urn:p> ?bond . ?bond <urn:p>/<urn:of> ?a, true",
    "?bond <urn:p> ?a { SELECT ?b { ?bond <urn:of> ?b } }, true",
    "OPTIONAL { VALUES ?bond { <urn:b> } } ?bond <urn:of> ?a, true",
    // None of them would.
    "?bond <urn:of> ?a ; <urn:p> ?b, false",
    "?bond <urn:of> ?a . { ?bond <urn:p> ?b }, false",
    "?bond <urn:p> ?b OPTIONAL { ?bond <urn:of> ?a }, true",
    "?bond a <urn:Pact> ; <urn:of> ?a, false",
    "VALUES ?bond { <urn:b> } ?bond <urn:of> ?a, false",
    "<urn:b> <urn:of> ?a, false",
  })
  void aLayerRunsAgainIfARuleMayFindWhatItConcludes(String pattern, boolean again)
      throws IOException {
    Problems problems = new Problems();
    String header =
        HEADER.replace("cites", "bond") + "# Record: bond ?a\n# Text: ?a\n# During: ?a\n\n";
    Files.writeString(
        directory.resolve("10-bond.rq"),
        header
            + "CONSTRUCT { ?record a <urn:Bond> ; <urn:of> ?a } WHERE { %s }".formatted(pattern));
    Files.writeString(
        directory.resolve("20-more.rq"),
        HEADER.replace("cites", "more").replace("?a", "?bond")
            + "# Record: ?bond\n\n"
            + "CONSTRUCT { ?bond <urn:more> ?a } WHERE { ?bond a <urn:Bond> ; <urn:q> ?a }");
    RuleBook.read(directory, problems);
    assertThat(problems.sorted()).hasSize(again ? 1 : 0);
  }

  @Test
  void periodInTheTemplate() throws IOException {
    for (String property : List.of("start", "attestedUntil", "signed")) {
      assertMalformed(
          "10-cites.rq",
          HEADER + QUERY.replace("urn:q", "https://w3id.org/casus/ontology#" + property),
          "# During");
    }
  }

  @Test
  void recordWithoutALabel() throws IOException {
    assertMalformed("10-cites.rq", HEADER + "# Record: bond ?a\n" + QUERY, "# Text");
  }

  @Test
  void recordWithoutAKind() throws IOException {
    assertMalformed("10-cites.rq", HEADER + "# Record: ?a ?b\n" + QUERY, "a kind");
  }

  @Test
  void denialOfWhatTheSameLayerConcludes() throws IOException {
    Problems problems = new Problems();
    Files.writeString(
        directory.resolve("10-cites.rq"),
        HEADER + QUERY.replace("?b }\n", "?b FILTER NOT EXISTS { ?b <urn:q> ?a } }\n"));
    RuleBook.read(directory, problems);
    assertThat(problems.sorted())
        .singleElement()
        .satisfies(problem -> assertThat(problem.expectation()).contains("urn:q"));
  }

  @Test
  void denialWithinASubquery() throws IOException {
    Problems problems = new Problems();
    Files.writeString(
        directory.resolve("10-cites.rq"),
        HEADER
            + """

            CONSTRUCT { ?a <urn:q> ?b }
            WHERE {
              { SELECT ?a WHERE { ?a <urn:r> ?c FILTER NOT EXISTS { ?c <urn:q> ?a } } }
              ?a <urn:p> ?b
            }
            """);
    RuleBook.read(directory, problems);
    assertThat(problems.sorted())
        .singleElement()
        .satisfies(problem -> assertThat(problem.expectation()).contains("urn:q"));
  }

  @Test
  void denialOfWhatAnEarlierLayerConcludes() throws IOException {
    Problems problems = new Problems();
    Files.writeString(directory.resolve("10-cites.rq"), HEADER + QUERY);
    Files.writeString(
        directory.resolve("20-lacks.rq"),
        HEADER.replace("cites", "lacks")
            + "\nCONSTRUCT { ?a <urn:r> ?b }"
            + " WHERE { ?a <urn:p> ?b FILTER NOT EXISTS { ?a <urn:q> ?b } }\n");
    assertThat(RuleBook.read(directory, problems).headers()).hasSize(2);
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void recordsOfOneKindInTwoLayers() throws IOException {
    Problems problems = new Problems();
    String bond =
        "# Record: bond ?a\n# Text: ?a\n\nCONSTRUCT { ?record <urn:%s> ?a } WHERE { ?a <urn:p> ?b }";
    Files.writeString(directory.resolve("10-cites.rq"), HEADER + bond.formatted("of"));
    Files.writeString(
        directory.resolve("20-lacks.rq"),
        HEADER.replace("cites", "lacks") + bond.formatted("more"));
    RuleBook.read(directory, problems);
    assertThat(problems.sorted())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.location().file()).endsWith("20-lacks.rq");
              assertThat(problem.expectation()).contains("kind bond in one layer");
            });
  }

  @Test
  void fileWithoutALayer() throws IOException {
    assertMalformed("cites.rq", HEADER + QUERY, "LAYER-cites.rq");
  }

  private void assertMalformed(String file, String text, String expectation) throws IOException {
    Problems problems = new Problems();
    Files.writeString(directory.resolve(file), text);
    RuleBook book = RuleBook.read(directory, problems);
    assertThat(problems.sorted())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.rule()).isEqualTo(Rule.RULE_MALFORMED.name());
              assertThat(problem.location().file()).isEqualTo("ontology/rules/" + file);
              assertThat(problem.expectation()).contains(expectation);
              assertThat(problem.cure()).isNotBlank();
            });
    assertThat(book.headers()).isEmpty();
  }

  private RuleBook read(String file, String text, int expectedProblems) throws IOException {
    Files.writeString(directory.resolve(file), text);
    Problems problems = new Problems();
    RuleBook book = RuleBook.read(directory, problems);
    assertThat(problems.stream().map(Problem::toString)).hasSize(expectedProblems);
    return book;
  }
}
