package org.casus.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.casus.graph.UnionDataset;
import org.casus.iri.Iris;
import org.casus.problem.Problems;
import org.junit.jupiter.api.Test;

/**
 * What must come out of treaties, memberships and events alone: the case of the war of 2020, on the
 * data of the project.
 */
class TheCaseTest {

  private static final ConclusionsOfTheProject CASE = ConclusionsOfTheProject.original();

  /** No, possible, certain or not covered, on one day, for each agreement. */
  private static final String DUTIES =
      """
      SELECT ?agreement ?inForce
      WHERE {
        ?bond casus:obligation <provision-kind/defence> ;
          casus:obligor <actor/%s> ; casus:obligee <actor/%s> ;
          casus:underProvision/casus:isProvisionOf ?agreement .
        OPTIONAL { ?bond casus:start/casus:firstDay ?first }
        OPTIONAL { ?bond casus:start/casus:lastDay ?start }
        OPTIONAL { ?bond casus:end ?end }
        OPTIONAL { ?bond casus:end/casus:lastDay ?last }
        OPTIONAL { ?bond casus:end/casus:firstDay ?lastCertain }
        OPTIONAL { ?bond casus:attestedUntil ?attested }
        BIND("2020-09-27"^^xsd:date AS ?day)
        BIND(IF(
          BOUND(?first) && ?first > ?day || BOUND(?last) && ?last < ?day, "no",
          IF(BOUND(?attested) && ?attested < ?day, "not-covered",
          IF(BOUND(?start) && ?start <= ?day && BOUND(?end)
            && (!BOUND(?lastCertain) || ?lastCertain >= ?day), "certain",
          "possible"))) AS ?inForce)
      }
      ORDER BY ?inForce ?agreement
      """;

  @Test
  void dutiesOfRussiaToDefendArmeniaOnTheFirstDay() {
    assertThat(CASE.rows(DUTIES.formatted("russia", "armenia")))
        .containsExactly(
            "agreement/collective-security-treaty certain",
            "agreement/csto-charter certain",
            "agreement/russia-armenia-protocol-2010 certain",
            "agreement/russia-armenia-treaty-1997 certain",
            // The data sets that code these end in 2016 and 2012.
            "agreement/cis-charter not-covered",
            "agreement/cis-states-alliance-cow-349 not-covered",
            // No source tells when it came into force.
            "agreement/russia-armenia-base-treaty-1995 possible");
  }

  @Test
  void fightingInAndAroundNagornoKarabakhLayOutsideTheScope() {
    assertThat(scopes("offensive-2020"))
        .containsExactly(
            "place/nagorno-karabakh agreement/collective-security-treaty outside not-obliged",
            "place/nagorno-karabakh agreement/csto-charter outside not-obliged",
            "place/nagorno-karabakh agreement/russia-armenia-base-treaty-1995 outside not-obliged",
            "place/nagorno-karabakh agreement/russia-armenia-treaty-1997 outside not-obliged",
            "place/surrounding-districts agreement/collective-security-treaty outside not-obliged",
            "place/surrounding-districts agreement/csto-charter outside not-obliged",
            "place/surrounding-districts agreement/russia-armenia-base-treaty-1995 outside"
                + " not-obliged",
            "place/surrounding-districts agreement/russia-armenia-treaty-1997 outside not-obliged");
  }

  @Test
  void strikesOnTheTerritoryOfArmeniaLayInside() {
    assertThat(scopes("strikes-in-armenia-2020"))
        .containsExactly(
            "place/armenia-territory agreement/collective-security-treaty inside"
                + " obliged-no-help-recorded",
            "place/armenia-territory agreement/csto-charter inside obliged-no-help-recorded",
            "place/armenia-territory agreement/russia-armenia-base-treaty-1995 inside undetermined",
            "place/armenia-territory agreement/russia-armenia-treaty-1997 inside"
                + " obliged-no-help-recorded");
  }

  /** Of Russia, where the scope is stated. */
  private static List<String> scopes(String attack) {
    return CASE
        .rows(
            """
            SELECT ?place ?agreement ?scope ?finding
            WHERE {
              ?casus casus:raisedBy <event/%s> ; casus:obligor <actor/russia> ;
                casus:atPlace ?place ; casus:scopeFinding ?scope ; casus:finding ?finding ;
                casus:underProvision ?provision .
              ?provision casus:isProvisionOf ?agreement ; casus:scopeKind ?kind .
              FILTER(?kind != <scope-kind/unstated>)
            }
            ORDER BY ?place ?agreement
            """
                .formatted(attack))
        .stream()
        .map(row -> row.replace("scope-finding/", "").replace("casus-foederis-finding/", ""))
        .toList();
  }

  @Test
  void otherMembersOwedHelpForTheStrikesAsWell() {
    assertThat(
            CASE.rows(
                """
                SELECT DISTINCT ?obligor
                WHERE {
                  ?casus casus:raisedBy <event/strikes-in-armenia-2020> ;
                    casus:obligor ?obligor ;
                    casus:finding <casus-foederis-finding/obliged-no-help-recorded> .
                }
                ORDER BY ?obligor
                """))
        .containsExactly(
            "actor/belarus",
            "actor/kazakhstan",
            "actor/kyrgyzstan",
            "actor/russia",
            "actor/tajikistan");
  }

  @Test
  void findingsNobodyCanTellAreToldAsSuch() {
    assertThat(
            CASE.rows(
                """
                SELECT DISTINCT ?scope ?certainty
                WHERE {
                  ?casus casus:finding <casus-foederis-finding/undetermined> ;
                    casus:scopeFinding ?scope ; casus:certainty ?certainty .
                }
                ORDER BY ?scope ?certainty
                """))
        .containsExactly(
            "scope-finding/inside certainty/possible",
            "scope-finding/undetermined certainty/certain",
            "scope-finding/undetermined certainty/not-covered");
  }

  /** The treaty of 1994 is attested by data sets only, which end in 2016; that of 2010 goes on. */
  @Test
  void commitmentOfTurkeyToAzerbaijan() {
    assertThat(CASE.rows(DUTIES.formatted("turkey", "azerbaijan")))
        .containsExactly(
            "agreement/turkey-azerbaijan-agreement-2010 certain",
            "agreement/turkey-azerbaijan-treaty-1994 not-covered");
    assertThat(
            CASE.rows(
                """
                SELECT ?kind ?basis ?start ?end
                WHERE {
                  ?tie casus:isDyadicRelationOf <actor/turkey> ;
                    casus:isDyadicRelationTowards <actor/azerbaijan> ;
                    casus:relationKind ?kind ; casus:relationBasis ?basis ;
                    casus:end <date/open> .
                  OPTIONAL { ?tie casus:start ?start }
                  OPTIONAL { ?tie casus:attestedUntil ?end }
                }
                ORDER BY ?kind ?basis ?start
                """))
        .containsExactly(
            "alignment-kind/aligned relation-basis/coded date/%5B..2010-12-31%5D -",
            "alignment-kind/alliance relation-basis/coded date/2010 -",
            "alignment-kind/alliance relation-basis/treaty date/1994-02-09 -",
            "alignment-kind/brotherhood relation-basis/coded - -");
  }

  @Test
  void russiaAloneIsCrossPressuredInTheWar() {
    assertThat(
            CASE.rows(
                """
                SELECT ?under ?from ?start ?end
                WHERE {
                  ?pressure casus:pressureIn <event/war-2020> ; casus:underPressure ?under ;
                    casus:pressureFrom ?from ; casus:start ?start ; casus:end ?end .
                  FILTER NOT EXISTS { ?pressure casus:attestedUntil ?earlier }
                }
                ORDER BY ?under ?from
                """))
        .containsExactly(
            "actor/russia actor/armenia date/2020-09-27 date/2020-11-10",
            "actor/russia actor/azerbaijan date/2020-09-27 date/2020-11-10",
            "actor/russia actor/turkey date/2020-09-27 date/2020-11-10");
  }

  /** Of the ties that others had through the charter of the CIS no source tells any more. */
  @Test
  void whetherOthersWereIsNotCovered() {
    assertThat(
            CASE.rows(
                """
                SELECT DISTINCT ?under ?attested
                WHERE {
                  ?pressure casus:pressureIn <event/war-2020> ; casus:underPressure ?under ;
                    casus:attestedUntil ?attested .
                }
                ORDER BY ?under
                """))
        .containsExactly(
            "actor/belarus 2016-12-31",
            "actor/georgia 2012-12-31",
            "actor/kazakhstan 2016-12-31",
            "actor/kyrgyzstan 2016-12-31",
            "actor/moldova 2012-12-31",
            "actor/tajikistan 2016-12-31",
            "actor/ukraine 2012-12-31",
            "actor/uzbekistan 2016-12-31");
  }

  /** Uzbekistan came back from 2006 to 2012, which the short form of the story leaves out. */
  @Test
  void threeStatesWerePartiesToTheCollectiveSecurityTreatyUntil1999() {
    assertThat(
            CASE.rows(
                """
                SELECT DISTINCT ?party ?end
                WHERE {
                  ?bond casus:underProvision <provision/collective-security-treaty-defence> ;
                    casus:obligor ?party ; casus:end/casus:edtf ?end .
                  VALUES ?party { <actor/azerbaijan> <actor/georgia> <actor/uzbekistan> }
                }
                ORDER BY ?party ?end
                """))
        .containsExactly(
            "actor/azerbaijan 1999-04-20",
            "actor/georgia 1999-04-20",
            "actor/uzbekistan 1999-04-20",
            "actor/uzbekistan 2012-06-28");
  }

  @Test
  void russianClaimsForAzerbaijanFallBetweenPrimaryAndSecondary() {
    assertThat(placements("russia", "azerbaijan"))
        .containsOnly(
            "2 considerable moderate-to-low other-related-primary other-related-secondary");
    assertThat(
            CASE.rows(
                """
                SELECT DISTINCT ?statement
                WHERE {
                  ?placement casus:fromPerspectiveOf <actor/russia> ;
                    casus:isPlacementFor <actor/azerbaijan> ;
                    casus:isPlacementIn ?statement ;
                    casus:certainTie <dyadic-relation/partnership-as-coded--russia--azerbaijan--2004-01-01> ;
                    casus:certainty <certainty/not-covered> .
                }
                ORDER BY ?statement
                """))
        .containsExactly(
            "statement/lavrov-2020-11-13-karabakh-part-of-azerbaijan",
            "statement/lavrov-2023-02-02-districts",
            "statement/lavrov-april-2020-withdrawal",
            "statement/putin-2020-10-29-transfer-of-districts",
            "statement/putin-2020-11-17-karabakh-part-of-azerbaijan",
            "statement/putin-2020-12-17-karabakh-is-azerbaijan",
            "statement/putin-and-officials-just-cause");
  }

  /**
   * Whether the charter of the CIS still made the two allies no source tells: not that it did not.
   */
  @Test
  void whetherTheyWereAlliesAsWellIsNotCovered() {
    assertThat(
            CASE.rows(
                """
                SELECT DISTINCT ?certainty ?tie
                WHERE {
                  ?placement casus:fromPerspectiveOf <actor/russia> ;
                    casus:isPlacementFor <actor/azerbaijan> ;
                    casus:isPlacementIn/casus:date/casus:firstDay ?day ;
                    casus:certainty ?certainty .
                  FILTER(YEAR(?day) = 2020)
                  OPTIONAL { ?placement casus:uncoveredTie ?tie }
                }
                """))
        .containsExactly(
            "certainty/not-covered dyadic-relation/alliance-by-treaty--russia--azerbaijan--1993-09-24");
  }

  /**
   * What makes the others possible only: they are undated, or of 2015 to 2020, when the charter of
   * the CIS, as ATOP codes it until 2016, makes the two allies by treaty.
   */
  @Test
  void alliesByTheCharterOfTheCisLeaveItPossible() {
    assertThat(
            CASE.rows(
                """
                SELECT DISTINCT ?tie
                WHERE {
                  ?placement casus:isPlacementIn <statement/kremlin-need-to-withdraw-since-2015> ;
                    casus:certainty <certainty/possible> ; casus:possibleTie ?tie .
                  FILTER NOT EXISTS { ?placement casus:certainTie ?tie }
                }
                """))
        .containsExactly("dyadic-relation/alliance-by-treaty--russia--azerbaijan--1993-09-24");
  }

  @Test
  void turkishClaimsForAzerbaijanAreInThePrimaryStage() {
    assertThat(placements("turkey", "azerbaijan"))
        .containsExactly("1 considerable other-related-primary");
  }

  /** The articles report no statement in which an Azerbaijani official asserts a right. */
  @Test
  void ownClaimsAreSelfRelated() {
    assertThat(placements("armenia", "armenia")).containsExactly("1 self-related strong");
    assertThat(placements("russia", "russia")).containsOnly("1 self-related strong");
    assertThat(placements("azerbaijan", "azerbaijan")).isEmpty();
  }

  /** The stages and weights of each placement, with the number of stages first. */
  private static List<String> placements(String perspective, String entitled) {
    return CASE
        .rows(
            """
            SELECT ?placement (COUNT(DISTINCT ?stage) AS ?stages)
              (GROUP_CONCAT(DISTINCT STRAFTER(STR(?value), "/id/"); SEPARATOR=" ") AS ?values)
            WHERE {
              ?placement casus:fromPerspectiveOf <actor/%s> ; casus:isPlacementFor <actor/%s> ;
                casus:justiceStage ?stage ; casus:justiceStage|casus:expectedWeight ?value .
            }
            GROUP BY ?placement
            ORDER BY ?placement
            """
                .formatted(perspective, entitled))
        .stream()
        .map(
            row -> {
              List<String> words = List.of(row.split(" "));
              Set<String> codes = new TreeSet<>();
              words.stream()
                  .skip(2)
                  .map(value -> value.substring(value.indexOf('/') + 1))
                  .forEach(codes::add);
              return words.get(1) + " " + String.join(" ", codes);
            })
        .toList();
  }

  @Test
  void nothingOfThisIsTypedIn() {
    for (String derived :
        List.of(
            "Bond",
            "CasusFoederis",
            "Concurrence",
            "Contradiction",
            "CrossPressure",
            "DyadicRelation",
            "StagePlacement")) {
      List<String> graphs =
          CASE.dataset().stream(Node.ANY, Node.ANY, RDF.type.asNode(), RuleFixture.term(derived))
              .map(quad -> Iris.graphName(quad.getGraph()))
              .distinct()
              .toList();
      assertThat(graphs).isNotEmpty().allMatch(graph -> graph.startsWith("inferred/"));
    }
  }

  @Test
  void everyConclusionTellsItsReasons() {
    assertThat(
            CASE.rows(
                """
                SELECT ?record
                WHERE {
                  VALUES ?class {
                    casus:Bond casus:CasusFoederis casus:Concurrence casus:Contradiction
                    casus:CrossPressure casus:DyadicRelation casus:StagePlacement
                  }
                  ?record a ?class .
                  FILTER NOT EXISTS { ?record prov:wasGeneratedBy/prov:used ?premise }
                }
                """))
        .isEmpty();
    assertThat(
            CASE.rows(
                """
                SELECT ?casus
                WHERE {
                  ?casus a casus:CasusFoederis .
                  FILTER NOT EXISTS { ?casus casus:scopeFinding ?scope ; casus:finding ?finding }
                }
                """))
        .isEmpty();
  }

  @Test
  void secondRunOverAllThatFollowsAddsNothing() {
    DatasetGraph again = DatasetGraphFactory.create();
    CASE.dataset().stream().forEach(again::add);
    Problems problems = new Problems();
    RuleBook rules = RuleBook.read(Path.of("ontology", "rules"), problems);
    assertThat(problems.errors()).isZero();

    assertThat(rules.apply(UnionDataset.of(again))).isZero();
  }

  @Test
  void eachRecordHasOnePeriodAndOneFinding() {
    assertThat(
            CASE.rows(
                """
                SELECT ?record ?property
                WHERE {
                  VALUES ?property {
                    casus:start casus:end casus:certainty casus:scopeFinding casus:finding
                  }
                  ?record prov:wasGeneratedBy ?derivation ; ?property ?value .
                }
                GROUP BY ?record ?property
                HAVING(COUNT(DISTINCT ?value) > 1)
                """))
        .isEmpty();
  }

  @Test
  void placementsHaveTheShapeThatTheyOughtToHave() {
    Graph files = GraphFactory.createDefaultGraph();
    RDFDataMgr.read(files, "ontology/shapes/core.ttl");
    RDFDataMgr.read(files, "ontology/shapes/justice.ttl");
    Shapes shapes = Shapes.parse(files);
    Graph union = UnionDataset.of(CASE.dataset()).union();
    List<Node> placements =
        union
            .find(Node.ANY, RDF.type.asNode(), RuleFixture.term("StagePlacement"))
            .mapWith(Triple::getSubject)
            .toList();
    assertThat(placements).isNotEmpty();
    for (Node node : placements) {
      assertThat(ShaclValidator.get().validate(shapes, union, node).getEntries()).isEmpty();
    }
  }
}
