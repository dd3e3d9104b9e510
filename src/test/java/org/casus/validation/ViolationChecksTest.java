package org.casus.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casus.testing.GraphAssert.turtle;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.casus.graph.UnionDataset;
import org.casus.iri.Iris;
import org.casus.ontology.Ontology;
import org.casus.problem.Location;
import org.casus.problem.Problem;
import org.casus.problem.Problems;
import org.casus.problem.Rule;
import org.casus.validation.ViolationChecks.When;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks of the project: each accuses a small counter-example and nothing once it is mended. */
class ViolationChecksTest {

  private static final Path ONTOLOGY = Path.of("ontology");

  /** Dates for all counter-examples. */
  private static final String DATES =
      """
      <date/2010> casus:firstDay "2010-01-01"^^xsd:date ; casus:lastDay "2010-12-31"^^xsd:date ;
        casus:edtf "2010" .
      <date/2012> casus:firstDay "2012-01-01"^^xsd:date ; casus:lastDay "2012-12-31"^^xsd:date ;
        casus:edtf "2012" .
      <date/2014> casus:firstDay "2014-01-01"^^xsd:date ; casus:lastDay "2014-12-31"^^xsd:date ;
        casus:edtf "2014" .
      <date/2016> casus:firstDay "2016-01-01"^^xsd:date ; casus:lastDay "2016-12-31"^^xsd:date ;
        casus:edtf "2016" .
      <date/open> casus:precision <date-precision/open> ; casus:edtf ".." .
      """;

  private static final String SURELY_THE_SAME =
      "casus:linkRelation <link-relation/same-as> ; casus:linkConfidence <link-confidence/high>";
  private static final String EXACTLY = "casus:linkRelation <link-relation/exact-match>";
  private static final String CLOSELY = "casus:linkRelation <link-relation/close-match>";

  @TempDir private static Path oneCheck;

  private static Graph ontology;

  private static ViolationChecks checks;

  @BeforeAll
  static void read() {
    Problems problems = new Problems();
    Graph whole = Ontology.read(ONTOLOGY, problems).graph();
    ontology = GraphFactory.createDefaultGraph();
    whole.find().forEach(ontology::add);
    checks = ViolationChecks.read(ONTOLOGY.resolve("checks"), problems);
    assertThat(problems.sorted()).isEmpty();
  }

  /** Check, focus, counter-example, and the same mended. */
  static Stream<Arguments> counterExamples() {
    return Stream.of(
        arguments(
            "dangling-reference",
            "claim/c",
            "<claim/c> casus:aboutActor <actor/nobody> .",
            "<claim/c> casus:aboutActor <actor/a> . <actor/a> a casus:State ."),
        arguments(
            "undeclared-term",
            "casus:aboutActr",
            "<claim/c> casus:aboutActr <claim/c> .",
            "<claim/c> casus:aboutActor <claim/c> ."),
        arguments(
            "end-before-start",
            "event/e",
            "<event/e> casus:start <date/2012> ; casus:end <date/2010> .",
            "<event/e> casus:start <date/2012> ; casus:end <date/2012> ."),
        arguments(
            "event-outside-parent",
            "event/e",
            """
            <event/e> casus:isSubEventOf <event/w> ; casus:start <date/2010> .
            <event/w> casus:start <date/2012> .
            """,
            """
            <event/e> casus:isSubEventOf <event/w> ; casus:start <date/2012> .
            <event/w> casus:start <date/2012> .
            """),
        arguments(
            "part-of-cycle",
            "place/a",
            "<place/a> casus:isPartOf <place/b> . <place/b> casus:isPartOf <place/a> .",
            "<place/a> casus:isPartOf <place/b> . <place/b> casus:isPartOf <place/c> ."),
        arguments(
            "self-relay",
            "statement/s",
            "<statement/s> casus:relays <statement/s> .",
            "<statement/s> casus:relays <statement/t> ."),
        arguments(
            "relay-of-later-statement",
            "statement/s",
            """
            <statement/s> casus:relays <statement/t> ; casus:date <date/2010> .
            <statement/t> casus:date <date/2012> .
            """,
            """
            <statement/s> casus:relays <statement/t> ; casus:date <date/2012> .
            <statement/t> casus:date <date/2012> .
            """),
        arguments(
            "supersession-cycle",
            "agreement/a",
            """
            <agreement/a> casus:supersedes <agreement/b> . <agreement/b> casus:amends <agreement/a> .
            """,
            "<agreement/a> casus:supersedes <agreement/b> ."),
        arguments(
            "overlapping-tenures",
            "tenure/t",
            tenures("actor/a", "actor/a", "2012"),
            tenures("actor/a", "actor/a", "2014")),
        arguments(
            "two-holders-of-one-office",
            "tenure/t",
            tenures("actor/a", "actor/b", "2012"),
            tenures("actor/a", "actor/b", "2014")),
        arguments("overlapping-control", "control/c", controls("2012"), controls("2014")),
        arguments(
            "office-in-foreign-body",
            "office/o",
            """
            <office/o> casus:isOfficeOf <actor/a> ; casus:isOfficeIn <actor/g> .
            <actor/g> casus:isOrganOf <actor/b> .
            """,
            """
            <office/o> casus:isOfficeOf <actor/a> ; casus:isOfficeIn <actor/g> .
            <actor/g> casus:isOrganOf <actor/a> .
            """),
        arguments(
            "duplicate-gist",
            "claim/a",
            """
            <claim/a> a casus:CausalClaim ; casus:gist "One."@en .
            <claim/b> a casus:EntitlementClaim ; casus:gist "ONE."@en .
            """,
            """
            <claim/a> a casus:CausalClaim ; casus:gist "One."@en .
            <claim/b> a casus:EntitlementClaim ; casus:gist "Two."@en .
            """),
        arguments(
            "duplicate-citation",
            "citation/a",
            """
            <citation/a> cito:hasCitingEntity <source/x> ; cito:hasCitedEntity <source/y> .
            <citation/b> cito:hasCitingEntity <source/x> ; cito:hasCitedEntity <source/y> .
            """,
            """
            <citation/a> cito:hasCitingEntity <source/x> ; cito:hasCitedEntity <source/y> .
            <citation/b> cito:hasCitingEntity <source/x> ; cito:hasCitedEntity <source/z> .
            """),
        arguments(
            "claim-without-statement",
            "claim/c",
            "<claim/c> a casus:CausalClaim .",
            "<claim/c> a casus:CausalClaim . <statement/s> casus:denies <claim/c> ."),
        arguments("statement-outside-tenure", "statement/s", spoken("2016"), spoken("2012")),
        arguments(
            "status-without-evidence",
            "event/e",
            "<event/e> casus:factStatus <fact-status/conflict> .",
            """
            <event/e> casus:factStatus <fact-status/conflict> ; skos:editorialNote "Why."@en .
            """),
        arguments(
            "passage-without-record",
            "passage/p",
            passage("note 1")
                + "<fidelity-exception/f> a casus:FidelityException ; "
                + at("note 1"),
            passage("note 1") + "<uncurated/u> a casus:UncuratedPassage ; " + at("note 1")),
        arguments(
            "passage-without-record",
            "passage/p",
            passage("ref 1") + "<claim/c> dcterms:source <source/y> ; casus:locator \"ref 1\" .",
            passage("ref 1")
                + "<citation/c> a casus:Citation ; casus:referenceLocator \"ref 1\" ; "
                + at("note 1")),
        arguments(
            "locator-unknown",
            "claim/c",
            passage("note 1") + "<claim/c> " + at("note 2"),
            passage("note 1") + "<claim/c> dcterms:source <source/y> ; casus:locator \"note 2\" ."),
        arguments(
            "locator-unknown",
            "citation/c",
            passage("ref 1") + "<citation/c> casus:referenceLocator \"ref 2\" ; " + at("ref 1"),
            passage("ref 1") + "<citation/c> casus:referenceLocator \"ref 1\" ; " + at("ref 1")),
        arguments(
            "wikidata-link-outcome",
            "link/l",
            link("<actor/a>", "not-found", "casus:pointsToItem <urn:wd:Q1>"),
            link("<actor/a>", "not-found", "rdfs:label \"l\"")),
        arguments(
            "wikidata-link-outcome",
            "link/l",
            link("<actor/a>", "candidate", "casus:pointsToItem <urn:wd:Q1>"),
            link("<actor/a>", "candidate", "casus:pointsToItem <urn:wd:Q1> ; " + SURELY_THE_SAME)),
        arguments(
            "wikidata-link-outcome",
            "link/l",
            link("<actor/a>", "rejected", "casus:linkConfidence <link-confidence/low>"),
            link("<actor/a>", "rejected", "casus:pointsToItem <urn:wd:Q1>")),
        arguments(
            "wikidata-link-outcome",
            "link/l",
            link("casus:State", "verified", "casus:pointsToItem <urn:wd:Q1> ; " + SURELY_THE_SAME),
            link("<actor/a>", "verified", "casus:pointsToItem <urn:wd:Q1> ; " + SURELY_THE_SAME)),
        arguments(
            "wikidata-links-of-one-thing",
            "link/l",
            link("<actor/a>", "not-found", "rdfs:label \"l\"")
                + link("<actor/a>", "single", SURELY_THE_SAME).replace("link/l", "link/m"),
            link("<actor/a>", "rejected", "casus:pointsToItem <urn:wd:Q1>")
                + link("<actor/a>", "single", SURELY_THE_SAME).replace("link/l", "link/m")),
        arguments(
            "wikidata-links-of-one-thing",
            "link/l",
            link("casus:State", "single", EXACTLY)
                + link("casus:State", "single", EXACTLY).replace("link/l", "link/m"),
            link("casus:State", "single", EXACTLY)
                + link("casus:State", "single", CLOSELY).replace("link/l", "link/m")),
        arguments(
            "thing-without-wikidata-link",
            "actor/a",
            "<actor/a> a casus:State ; rdfs:label \"A\"@en ."
                + link("<actor/a>", "rejected", "casus:pointsToItem <urn:wd:Q1>"),
            "<actor/a> a casus:State ; rdfs:label \"A\"@en ."
                + link("<actor/a>", "not-found", "rdfs:label \"l\"")),
        arguments(
            "unused-actor",
            "actor/a",
            "<actor/a> a casus:State ; dcterms:source <source/x> ."
                + link("<actor/a>", "not-found", "rdfs:label \"l\""),
            "<actor/a> a casus:State ; dcterms:source <source/x> . <claim/c> casus:aboutActor <actor/a> ."),
        arguments(
            "date-of-reference-without-locator",
            "statement/s",
            """
            <statement/s> a casus:Statement ; casus:dateBasis <date-basis/reference> ;
              casus:hasPrimarySource <source/w> ; dcterms:source <source/x> ; casus:locator "§1 ¶1" .
            <citation/c> cito:hasCitingEntity <source/x> ; cito:hasCitedEntity <source/w> ;
              casus:referenceLocator "ref 1" .
            """,
            """
            <statement/s> a casus:Statement ; casus:dateBasis <date-basis/reference> ;
              casus:hasPrimarySource <source/w> ; dcterms:source <source/x> ;
              casus:locator "§1 ¶1" , "ref 1" .
            <statement/t> a casus:Statement ; casus:dateBasis <date-basis/stated> ;
              casus:hasPrimarySource <source/w> ; dcterms:source <source/x> ; casus:locator "§1 ¶1" .
            <citation/c> cito:hasCitingEntity <source/x> ; cito:hasCitedEntity <source/w> ;
              casus:referenceLocator "ref 1" .
            """),
        arguments(
            "statement-after-its-report",
            "statement/s",
            """
            <statement/s> a casus:Statement ; casus:date <date/2012> ; dcterms:source <source/x> .
            <source/x> dcterms:issued <date/2010> .
            """,
            """
            <statement/s> a casus:Statement ; casus:date <date/2012> ; dcterms:source <source/x> .
            <source/x> dcterms:issued <date/2012> .
            """),
        arguments(
            "agreement-without-party",
            "agreement/a",
            """
            <agreement/a> a casus:Treaty ; dcterms:source <source/x> .
            """,
            """
            <agreement/a> a casus:Treaty ; dcterms:source <source/x> .
            <participation/p> casus:isParticipationIn <agreement/a> .
            """),
        arguments(
            "causal-link-cycle",
            "causal-link/l",
            """
            <causal-link/l> casus:isLinkFrom <variable/v> ; casus:isLinkTo <variable/w> .
            <causal-link/m> casus:isLinkFrom <variable/w> ; casus:isLinkTo <variable/v> .
            """,
            """
            <causal-link/l> casus:isLinkFrom <variable/v> ; casus:isLinkTo <variable/w> .
            <causal-link/m> casus:isLinkFrom <variable/w> ; casus:isLinkTo <variable/u> .
            """),
        arguments(
            "duplicate-name",
            "name/m",
            """
            <name/m> casus:isNameOf <place/p> ; rdfs:label "Lachin"@en .
            <name/n> casus:isNameOf <place/p> ; rdfs:label "Lachin"@en .
            """,
            """
            <name/m> casus:isNameOf <place/p> ; rdfs:label "Lachin"@en .
            <name/n> casus:isNameOf <place/p> ; rdfs:label "Lachin"@az .
            <name/o> casus:isNameOf <place/q> ; rdfs:label "Lachin"@en .
            """),
        arguments(
            "duplicate-record-label",
            "event/a",
            """
            <event/a> a casus:War ; rdfs:label "The War"@en .
            <event/b> a casus:Clash ; rdfs:label "the war"@en .
            """,
            """
            <event/a> a casus:War ; rdfs:label "The War"@en .
            <event/b> a casus:Clash ; rdfs:label "The clash"@en .
            """),
        arguments(
            "force-before-signature",
            "agreement/a",
            """
            <agreement/a> casus:signed <date/2012> ; casus:start <date/2010> .
            """,
            """
            <agreement/a> casus:signed <date/2012> ; casus:start <date/2012> .
            """),
        arguments(
            "label-one-sided",
            "place/p",
            """
            <place/p> a casus:Settlement ; rdfs:label "Shusha"@en .
            <name/m> casus:isNameOf <place/p> ; rdfs:label "Shusha"@en ; casus:isUsedBy <actor/a> .
            <name/n> casus:isNameOf <place/p> ; rdfs:label "Shushi"@en ; casus:isUsedBy <actor/b> .
            """,
            """
            <place/p> a casus:Settlement ; rdfs:label "Shusha"@en .
            <name/m> casus:isNameOf <place/p> ; rdfs:label "Shusha"@en .
            <name/n> casus:isNameOf <place/p> ; rdfs:label "Shushi"@en ; casus:isUsedBy <actor/b> .
            """),
        arguments(
            "obligation-of-outsider",
            "provision/p",
            """
            <provision/p> casus:isProvisionOf <agreement/a> ; casus:owedBy <actor/a> .
            <participation/b> casus:isParticipationIn <agreement/a> ; casus:isParticipationOf <actor/b> .
            """,
            """
            <provision/p> casus:isProvisionOf <agreement/a> ; casus:owedBy <actor/a> .
            <participation/a> casus:isParticipationIn <agreement/a> ; casus:isParticipationOf <actor/a> .
            """),
        arguments(
            "office-without-tenure-of-speaker",
            "statement/s",
            """
            <statement/s> casus:hasSpeaker <actor/a> ; casus:spokenAs <office/o> .
            <tenure/t> casus:isTenureOf <actor/b> ; casus:isTenureIn <office/o> .
            """,
            """
            <statement/s> casus:hasSpeaker <actor/a> ; casus:spokenAs <office/o> .
            <tenure/t> casus:isTenureOf <actor/a> ; casus:isTenureIn <office/o> .
            """),
        arguments(
            "opposed-verdicts-of-one-author",
            "assessment/a",
            """
            <assessment/a> casus:isAssessmentBy <actor/a> ; casus:isAssessmentOf <explanation/e> ;
              casus:verdict <verdict/supported> ; dcterms:source <source/x> .
            <assessment/b> casus:isAssessmentBy <actor/a> ; casus:isAssessmentOf <explanation/e> ;
              casus:verdict <verdict/rejected> ; dcterms:source <source/x> .
            """,
            """
            <assessment/a> casus:isAssessmentBy <actor/a> ; casus:isAssessmentOf <explanation/e> ;
              casus:verdict <verdict/supported> ; dcterms:source <source/x> .
            <assessment/b> casus:isAssessmentBy <actor/b> ; casus:isAssessmentOf <explanation/e> ;
              casus:verdict <verdict/rejected> ; dcterms:source <source/x> .
            """),
        arguments(
            "overlapping-memberships",
            "membership/a",
            """
            <membership/a> casus:isMembershipOf <actor/a> ; casus:isMembershipIn <actor/o> ; casus:membershipRole <role/r> ;
              casus:start <date/2010> ; casus:end <date/2014> .
            <membership/b> casus:isMembershipOf <actor/a> ; casus:isMembershipIn <actor/o> ; casus:membershipRole <role/r> ;
              casus:start <date/2012> ; casus:end <date/2016> .
            """,
            """
            <membership/a> casus:isMembershipOf <actor/a> ; casus:isMembershipIn <actor/o> ; casus:membershipRole <role/r> ;
              casus:start <date/2010> ; casus:end <date/2014> .
            <membership/b> casus:isMembershipOf <actor/a> ; casus:isMembershipIn <actor/o> ; casus:membershipRole <role/r> ;
              casus:start <date/2014> ; casus:end <date/2016> .
            """),
        arguments(
            "overlapping-participations",
            "participation/a",
            """
            <participation/a> casus:isParticipationOf <actor/a> ; casus:isParticipationIn <agreement/g> ; casus:participationRole <role/r> ;
              casus:start <date/2010> ; casus:end <date/2014> .
            <participation/b> casus:isParticipationOf <actor/a> ; casus:isParticipationIn <agreement/g> ; casus:participationRole <role/r> ;
              casus:start <date/2012> ; casus:end <date/2016> .
            """,
            """
            <participation/a> casus:isParticipationOf <actor/a> ; casus:isParticipationIn <agreement/g> ; casus:participationRole <role/r> ;
              casus:start <date/2010> ; casus:end <date/2014> .
            <participation/b> casus:isParticipationOf <actor/a> ; casus:isParticipationIn <agreement/g> ; casus:participationRole <role/r> ;
              casus:start <date/2014> ; casus:end <date/2016> .
            """),
        arguments(
            "participation-before-signature",
            "participation/p",
            """
            <participation/p> casus:isParticipationIn <agreement/a> ; casus:start <date/2010> .
            <agreement/a> casus:signed <date/2012> .
            """,
            """
            <participation/p> casus:isParticipationIn <agreement/a> ; casus:start <date/2012> .
            <agreement/a> casus:signed <date/2012> .
            """),
        arguments(
            "primary-source-not-in-citations",
            "statement/s",
            """
            <statement/s> casus:hasPrimarySource <source/w> ; dcterms:source <source/x> ; casus:locator "§1 ¶1" .
            <citation/c> cito:hasCitingEntity <source/x> ; cito:hasCitedEntity <source/w> ; casus:locator "§2 ¶1" .
            """,
            """
            <statement/s> casus:hasPrimarySource <source/w> ; dcterms:source <source/x> ; casus:locator "§1 ¶1" .
            <citation/c> cito:hasCitingEntity <source/x> ; cito:hasCitedEntity <source/w> ; casus:locator "§1 ¶1" .
            """),
        arguments(
            "relay-of-own-words",
            "statement/s",
            """
            <statement/s> casus:relays <statement/t> ; casus:hasSpeaker <actor/a> .
            <statement/t> casus:hasSpeaker <actor/a> .
            """,
            """
            <statement/s> casus:relays <statement/t> ; casus:hasSpeaker <actor/a> .
            <statement/t> casus:hasSpeaker <actor/b> .
            """),
        arguments(
            "statement-outside-event",
            "statement/s",
            """
            <statement/s> casus:madeDuring <event/e> ; casus:date <date/2010> .
            <event/e> casus:start <date/2012> ; casus:end <date/2014> .
            """,
            """
            <statement/s> casus:madeDuring <event/e> ; casus:date <date/2012> .
            <event/e> casus:start <date/2012> ; casus:end <date/2014> .
            """),
        arguments(
            "statement-outside-event",
            "statement/s",
            """
            <statement/s> casus:madeDuring <event/e> ; casus:date <date/2016> .
            <event/e> casus:start <date/2012> ; casus:end <date/2014> .
            """,
            """
            <statement/s> casus:madeDuring <event/e> ; casus:date <date/2014> .
            <event/e> casus:start <date/2012> ; casus:end <date/2014> .
            """),
        arguments(
            "supersedes-later-agreement",
            "agreement/a",
            """
            <agreement/a> casus:supersedes <agreement/b> ; casus:signed <date/2010> .
            <agreement/b> casus:signed <date/2012> .
            """,
            """
            <agreement/a> casus:supersedes <agreement/b> ; casus:signed <date/2014> .
            <agreement/b> casus:signed <date/2012> .
            """),
        arguments(
            "unused-office",
            "office/o",
            """
            <office/o> a casus:Office ; dcterms:source <source/x> .
            """,
            """
            <office/o> a casus:Office ; dcterms:source <source/x> .
            <tenure/t> casus:isTenureIn <office/o> .
            """),
        arguments(
            "unused-place",
            "place/p",
            """
            <place/p> a casus:Settlement ; dcterms:source <source/x> .
            <name/n> a casus:EntityName ; casus:isNameOf <place/p> .
            """,
            """
            <place/p> a casus:Settlement ; dcterms:source <source/x> .
            <claim/c> casus:aboutPlace <place/p> .
            """),
        arguments(
            "unused-source",
            "source/w",
            """
            <source/w> a casus:Source ; casus:accessStatus <access-status/a> .
            """,
            """
            <source/w> a casus:Source ; casus:accessStatus <access-status/a> .
            <claim/c> dcterms:source <source/w> .
            """));
  }

  /** Check, term, an ontology in small in which the term is faulty, and the same mended. */
  static Stream<Arguments> faultyTerms() {
    return Stream.of(
        arguments(
            "circular-definition",
            "casus:one",
            """
            casus:one a owl:Class ; rdfs:label "tie"@en ; skos:definition "A tie of two actors."@en .
            """,
            """
            casus:one a owl:Class ; rdfs:label "tie"@en ; skos:definition "Relation of two actors."@en .
            """),
        arguments(
            "definition-without-full-stop",
            "casus:one",
            """
            casus:one skos:definition "Relation of two actors"@en .
            """,
            """
            casus:one skos:definition "Relation of two actors."@en .
            """),
        arguments(
            "duplicate-label",
            "casus:one",
            """
            casus:one rdfs:label "tie"@en .
            casus:two rdfs:label "Tie"@en .
            """,
            """
            casus:one rdfs:label "tie"@en .
            casus:two rdfs:label "bond"@en .
            """),
        arguments(
            "duplicate-notation",
            "casus:one",
            """
            casus:one rdfs:subClassOf casus:all ; skos:notation "tie" .
            casus:two rdfs:subClassOf casus:all ; skos:notation "tie" .
            """,
            """
            casus:one rdfs:subClassOf casus:all ; skos:notation "tie" .
            casus:two rdfs:subClassOf casus:other ; skos:notation "tie" .
            """),
        arguments(
            "property-without-kind",
            "casus:one",
            """
            casus:one rdfs:range casus:all .
            """,
            """
            casus:one a owl:ObjectProperty ; rdfs:range casus:all .
            """),
        arguments(
            "property-without-kind",
            "casus:one",
            """
            casus:one a owl:ObjectProperty , owl:DatatypeProperty .
            """,
            """
            casus:one a owl:DatatypeProperty .
            """),
        arguments(
            "term-definition",
            "casus:one",
            """
            casus:one a owl:Class ; skos:definition "Bond."@en , "Tie."@en .
            """,
            """
            casus:one a owl:Class ; skos:definition "Bond."@en .
            """),
        arguments(
            "term-definition",
            "casus:one",
            """
            casus:one a owl:Class .
            """,
            """
            casus:one a owl:Class ; skos:definition "Bond."@en , "Band."@de .
            """),
        arguments(
            "term-label",
            "casus:one",
            """
            casus:one a owl:Class ; rdfs:label "Band"@de .
            """,
            """
            casus:one a owl:Class ; rdfs:label "tie"@en .
            """),
        arguments(
            "term-label",
            "casus:one",
            """
            casus:one a owl:Class ; rdfs:label "tie"@en , "bond"@en .
            """,
            """
            casus:one a owl:Class ; rdfs:label "tie"@en .
            """),
        arguments(
            "term-without-module",
            "casus:one",
            """
            casus:one a owl:Class ; rdfs:isDefinedBy <urn:m> .
            """,
            """
            casus:one a owl:Class ; rdfs:isDefinedBy <urn:m> .
            <urn:m> a owl:Ontology .
            """),
        arguments(
            "unused-term",
            "casus:one",
            """
            casus:one a owl:Class .
            <actor/a> a casus:two .
            """,
            """
            casus:one a owl:Class .
            casus:two rdfs:subClassOf casus:one .
            <actor/a> a casus:two .
            """));
  }

  @Test
  void everyCheckHasACounterExample() throws IOException {
    Set<String> shown =
        Stream.concat(counterExamples(), faultyTerms())
            .map(example -> String.valueOf(example.get()[0]))
            .collect(Collectors.toCollection(TreeSet::new));
    // Shown by a test of its own.
    shown.add("record-in-wrong-graph");
    try (Stream<Path> files = Files.list(ONTOLOGY.resolve("checks"))) {
      assertThat(files.map(file -> file.getFileName().toString().replace("-violation.rq", "")))
          .containsExactlyInAnyOrderElementsOf(shown);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faultyTerms")
  void accusesAFaultyTermAndNothingOnceItIsMended(
      String check, String focus, String broken, String mended) {
    assertThat(accused(check, ontology(broken))).contains(focus);
    assertThat(accused(check, ontology(mended))).doesNotContain(focus);
  }

  private static DatasetGraph ontology(String text) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    dataset.addGraph(Iris.graph("ontology"), turtle(text));
    return dataset;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("counterExamples")
  void accusesACounterExampleAndNothingOnceItIsMended(
      String check, String focus, String broken, String mended) {
    assertThat(accused(check, broken)).contains(focus);
    assertThat(accused(check, mended)).isEmpty();
  }

  @Test
  void recordInTheGraphOfAnotherArticle() {
    DatasetGraph dataset = dataset("");
    dataset.addGraph(Iris.graph("article/x"), turtle("<claim/c> dcterms:source <source/y> ."));
    assertThat(accused("record-in-wrong-graph", dataset)).containsExactly("claim/c");
  }

  @Test
  void problemNamesTheRowAndTheGraph() {
    Location origin = Location.row("events/events.csv", 7);
    Problems problems = new Problems();
    checks.validate(
        UnionDataset.of(dataset("<event/e> casus:start <date/2012> ; casus:end <date/2010> .")),
        Map.of(Iris.thing("event", "e"), origin),
        EnumSet.allOf(When.class),
        problems);
    assertThat(problems.sorted().stream().filter(this::isEndBeforeStart))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.location())
                  .isEqualTo(Location.node("reference", "event/e", origin));
              assertThat(problem.value()).isEqualTo("2012 to 2010");
              assertThat(problem.expectation()).isEqualTo("an end on or after the start");
              assertThat(problem.cure()).doesNotEndWith(".");
            });
  }

  @Test
  void malformedChecksAreTold(@TempDir Path directory) throws IOException {
    String query =
        """
        # Severity: error
        SELECT ?focus ?graph ?found ?expected ?cure WHERE { GRAPH ?graph { ?focus ?p ?found } }
        """;
    Files.writeString(directory.resolve("a-violation.rq"), query);
    Files.writeString(directory.resolve("b.rq"), query);
    Files.writeString(directory.resolve("c-violation.rq"), query.replace("error", "grave"));
    Files.writeString(directory.resolve("d-violation.rq"), query.replace("?cure ", ""));
    Files.writeString(directory.resolve("e-violation.rq"), query.replace("WHERE", "WHERE WHERE"));
    Files.writeString(directory.resolve("f-violation.rq"), "# When: it suits\n" + query);
    Problems problems = new Problems();
    assertThat(ViolationChecks.read(directory, problems).size()).isEqualTo(1);
    assertThat(problems.sorted())
        .allMatch(problem -> problem.rule().equals(Rule.CHECK_MALFORMED.name()))
        .extracting(problem -> problem.location().file())
        .containsExactly(
            "ontology/checks/b.rq",
            "ontology/checks/c-violation.rq",
            "ontology/checks/d-violation.rq",
            "ontology/checks/e-violation.rq",
            "ontology/checks/f-violation.rq");
  }

  private boolean isEndBeforeStart(Problem problem) {
    return problem.rule().equals("end-before-start");
  }

  private static String tenures(String person, String other, String start) {
    return """
    <tenure/t> casus:isTenureOf <%s> ; casus:isTenureIn <office/o> ; casus:isActing false ;
      casus:start <date/2010> ; casus:end <date/2014> .
    <tenure/u> casus:isTenureOf <%s> ; casus:isTenureIn <office/o> ; casus:isActing false ;
      casus:start <date/%s> ; casus:end <date/open> .
    """
        .formatted(person, other, start);
  }

  private static String controls(String start) {
    return """
    <control/c> casus:isControlOf <place/p> ; casus:isControlBy <actor/a> ;
      casus:start <date/2010> ; casus:end <date/2014> .
    <control/d> casus:isControlOf <place/p> ; casus:isControlBy <actor/b> ;
      casus:start <date/%s> ; casus:end <date/open> .
    """
        .formatted(start);
  }

  private static String link(String entity, String status, String more) {
    return """
    <link/l> a casus:WikidataLink ; casus:isLinkOf %s ; casus:linkStatus <link-status/%s> ; %s .
    """
        .formatted(entity, status, more);
  }

  private static String passage(String locator) {
    return "<passage/p> a casus:Passage ; " + at(locator);
  }

  private static String at(String locator) {
    return "dcterms:source <source/x> ; casus:locator \"%s\" .\n".formatted(locator);
  }

  private static String spoken(String date) {
    return """
    <statement/s> casus:hasSpeaker <actor/a> ; casus:spokenAs <office/o> ; casus:date <date/%s> .
    <tenure/t> casus:isTenureOf <actor/a> ; casus:isTenureIn <office/o> ;
      casus:start <date/2010> ; casus:end <date/2014> .
    """
        .formatted(date);
  }

  private static List<String> accused(String check, String text) {
    return accused(check, dataset(text));
  }

  private static List<String> accused(String check, DatasetGraph dataset) {
    Problems problems = new Problems();
    only(check).validate(UnionDataset.of(dataset), Map.of(), EnumSet.allOf(When.class), problems);
    return problems.sorted().stream()
        .map(problem -> problem.location().node())
        .filter(node -> !node.startsWith("date/"))
        .toList();
  }

  /** Running all checks for each counter-example would take long. */
  private static ViolationChecks only(String check) {
    String name = check + "-violation.rq";
    try {
      Path directory = Files.createDirectories(oneCheck.resolve(check));
      Files.copy(
          ONTOLOGY.resolve("checks").resolve(name),
          directory.resolve(name),
          StandardCopyOption.REPLACE_EXISTING);
      Problems problems = new Problems();
      ViolationChecks found = ViolationChecks.read(directory, problems);
      assertThat(problems.sorted()).isEmpty();
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DatasetGraph dataset(String text) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    dataset.addGraph(Iris.graph("ontology"), ontology);
    dataset.addGraph(Iris.graph("reference"), turtle(DATES + text));
    return dataset;
  }
}
