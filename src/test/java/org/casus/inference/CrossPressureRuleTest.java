package org.casus.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casus.testing.GraphAssert.assertThatGraph;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.sparql.core.Quad;
import org.casus.graph.UnionDataset;
import org.casus.iri.Iris;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Russia between Azerbaijan and Armenia: the rule fires, does not, and just fails to. */
class CrossPressureRuleTest extends RuleFixture {

  private static final String PRESSURE = "cross-pressure/war--russia--2020-09-27";

  @BeforeEach
  void actors() {
    for (String actor : new String[] {"russia", "armenia", "azerbaijan", "artsakh"}) {
      given("<actor/%1$s> a casus:State ; rdfs:label \"%1$s\"@en .".formatted(actor));
    }
    given(
        """
        <actor/army> a casus:StateInstitution ; rdfs:label "Army"@en ;
          casus:isOrganOf <actor/armenia> .
        <event/war> a casus:War ; rdfs:label "War"@en .
        """);
  }

  private void war(String start, String end) {
    given("<event/war> casus:start <date/%s> ; casus:end <date/%s> .".formatted(start, end));
  }

  private void role(String actor, String role) {
    given(
        """
        <role/%1$s> casus:isRoleIn <event/war> ; casus:isRoleOf <actor/%1$s> ;
          casus:eventRole <event-role/%2$s> .
        """
            .formatted(actor, role));
  }

  private void side(String actor, String side, String start, String end) {
    given(
        """
        <role/%1$s> casus:side "%2$s" ; casus:start <date/%3$s> ; casus:end <date/%4$s> .
        """
            .formatted(actor, side, start, end));
  }

  private void tie(String towards, String kind, String start, String end) {
    given(
        """
        <dyadic-relation/%1$s> a casus:DyadicRelation ;
          casus:isDyadicRelationOf <actor/russia> ; casus:isDyadicRelationTowards <actor/%1$s> ;
          casus:relationKind <alignment-kind/%2$s> ;
          casus:start <date/%3$s> ; casus:end <date/%4$s> .
        """
            .formatted(towards, kind, start, end));
  }

  private void warOf2020() {
    war("2020-09-27", "2020-11-10");
    role("azerbaijan", "initiator");
    role("armenia", "participant");
  }

  private SortedSet<String> found() {
    return records("cross-pressure", "CrossPressure");
  }

  @Test
  void allyOfOneAndPartnerOfTheOther() {
    warOf2020();
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("azerbaijan", "partnership", "2004", "open");
    assertThatGraph(concluded("cross-pressure"))
        .hasExactly(
            """
            <%s> a casus:CrossPressure ; rdfs:label "Cross-pressure on russia: War"@en ;
              casus:underPressure <actor/russia> ;
              casus:pressureFrom <actor/armenia> , <actor/azerbaijan> ;
              casus:pressureThrough <dyadic-relation/armenia> , <dyadic-relation/azerbaijan> ;
              casus:pressureIn <event/war> ;
              casus:start <date/2020-09-27> ; casus:end <date/2020-11-10> .
            """
                .formatted(PRESSURE));
    assertThat(reasons(PRESSURE))
        .containsExactly(
            new TreeSet<>(
                Set.of(
                    "dyadic-relation/armenia",
                    "dyadic-relation/azerbaijan",
                    "event/war",
                    "role/armenia",
                    "role/azerbaijan")));
  }

  @Test
  void tieToOneSideOnly() {
    warOf2020();
    tie("armenia", "alliance", "1997-08-29", "open");
    assertThat(found()).isEmpty();
  }

  @Test
  void rivalryIsNoTie() {
    warOf2020();
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("azerbaijan", "rivalry", "2004", "open");
    assertThat(found()).isEmpty();
  }

  @Test
  void tieThatEndedTheDayBefore() {
    warOf2020();
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("azerbaijan", "partnership", "2004", "2020-09-26");
    assertThat(found()).isEmpty();
  }

  @Test
  void tieThatEndsWhileItLastsEndsThePressure() {
    warOf2020();
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("azerbaijan", "partnership", "2004", "2020-10-01");
    assertThat(period("cross-pressure", PRESSURE)).isEqualTo("2020-09-27 to 2020-10-01");
  }

  @Test
  void tieThatNoSourceAttestsAnyMore() {
    warOf2020();
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("azerbaijan", "alliance", "1993-09-24", "open");
    given("<dyadic-relation/azerbaijan> casus:attestedUntil \"2016-12-31\"^^xsd:date .");
    assertThat(period("cross-pressure", PRESSURE))
        .isEqualTo("2020-09-27 to 2020-11-10, attested until 2016-12-31");
  }

  @Test
  void whatNoSourceCoversSaysSo() {
    warOf2020();
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("azerbaijan", "alliance", "1993-09-24", "open");
    given("<dyadic-relation/azerbaijan> casus:attestedUntil \"2016-12-31\"^^xsd:date .");
    assertThat(objects("cross-pressure", PRESSURE, "certainty"))
        .containsExactly("certainty/not-covered");
    assertThatGraph(concluded("cross-pressure"))
        .hasAtLeast(
            "<%s> rdfs:label \"Cross-pressure on russia: War, not covered\"@en ."
                .formatted(PRESSURE));
  }

  @Test
  void tieThatIsAttestedForAPartOfTheWar() {
    warOf2020();
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("azerbaijan", "alliance", "1993-09-24", "open");
    given("<dyadic-relation/azerbaijan> casus:attestedUntil \"2020-10-10\"^^xsd:date .");
    assertThat(period("cross-pressure", PRESSURE))
        .isEqualTo("2020-09-27 to 2020-11-10, attested until 2020-10-10");
    assertThat(objects("cross-pressure", PRESSURE, "certainty")).isEmpty();
  }

  @Test
  void tieThatNoSourceAttestsAnyMoreBesideOneThatIs() {
    warOf2020();
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("azerbaijan", "partnership", "2004", "open");
    given(
        """
        <dyadic-relation/cis> a casus:DyadicRelation ;
          casus:isDyadicRelationOf <actor/russia> ;
          casus:isDyadicRelationTowards <actor/azerbaijan> ;
          casus:relationKind <alignment-kind/alliance> ;
          casus:start <date/1993-09-24> ; casus:end <date/open> ;
          casus:attestedUntil "2016-12-31"^^xsd:date .
        """);
    assertThat(period("cross-pressure", PRESSURE)).isEqualTo("2020-09-27 to 2020-11-10");
    assertThat(reasons(PRESSURE))
        .singleElement()
        .satisfies(
            premises ->
                assertThat(premises)
                    .contains("dyadic-relation/azerbaijan")
                    .doesNotContain("dyadic-relation/cis"));
  }

  @Test
  void tieThatIsAttestedUntilTheFirstDay() {
    warOf2020();
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("azerbaijan", "alliance", "1993-09-24", "open");
    given("<dyadic-relation/azerbaijan> casus:attestedUntil \"2020-09-27\"^^xsd:date .");
    assertThat(found()).containsExactly(PRESSURE);
  }

  @Test
  void mediatorIsAThird() {
    warOf2020();
    role("russia", "mediator");
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("azerbaijan", "partnership", "2004", "open");
    assertThat(found()).containsExactly(PRESSURE);
  }

  @Test
  void whoFightsAsAnAllyIsNoThird() {
    warOf2020();
    role("russia", "ally");
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("azerbaijan", "partnership", "2004", "open");
    assertThat(found()).isEmpty();
  }

  @Test
  void organFightsForItsState() {
    war("2020-09-27", "2020-11-10");
    role("azerbaijan", "initiator");
    role("army", "target");
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("azerbaijan", "partnership", "2004", "open");
    assertThat(found()).containsExactly(PRESSURE);
  }

  @Test
  void winnerAndLoserAreSides() {
    war("2020-09-27", "2020-11-10");
    role("azerbaijan", "winner");
    role("armenia", "loser");
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("azerbaijan", "partnership", "2004", "open");
    assertThat(found()).containsExactly(PRESSURE);
  }

  @Test
  void twoParticipantsAreSides() {
    war("2020-09-27", "2020-11-10");
    role("azerbaijan", "participant");
    role("armenia", "participant");
    role("army", "participant");
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("azerbaijan", "partnership", "2004", "open");
    assertThat(found()).containsExactly(PRESSURE);
  }

  @Test
  void ofThreeParticipantsNobodyTellsTheSides() {
    war("2020-09-27", "2020-11-10");
    role("azerbaijan", "participant");
    role("armenia", "participant");
    role("artsakh", "participant");
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("artsakh", "partnership", "2004", "open");
    assertThat(found()).isEmpty();
  }

  @Test
  void twoOfTheSameSide() {
    warOf2020();
    role("artsakh", "participant");
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("artsakh", "partnership", "2004", "open");
    assertThat(found()).isEmpty();
  }

  @Test
  void ofThreeParticipantsTheSidesTellWhoFightsWhom() {
    war("2020-09-27", "2020-11-10");
    role("azerbaijan", "participant");
    role("armenia", "participant");
    role("artsakh", "participant");
    given("<role/azerbaijan> casus:side \"b\" . <role/armenia> casus:side \"a\" .");
    given("<role/artsakh> casus:side \"a\" .");
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("artsakh", "partnership", "2004", "open");
    assertThat(found()).isEmpty();
    tie("azerbaijan", "partnership", "2004", "open");
    assertThat(found()).containsExactly(PRESSURE);
    assertThat(objects("cross-pressure", PRESSURE, "pressureFrom"))
        .containsExactly("actor/armenia", "actor/artsakh", "actor/azerbaijan");
  }

  @Test
  void initiatorAndParticipantOfTheSameSideAreNoOpponents() {
    warOf2020();
    given("<role/azerbaijan> casus:side \"a\" . <role/armenia> casus:side \"a\" .");
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("azerbaijan", "partnership", "2004", "open");
    assertThat(found()).isEmpty();
  }

  @Test
  void rolesTellWhereTheSideOfOneIsNotTold() {
    warOf2020();
    given("<role/azerbaijan> casus:side \"b\" .");
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("azerbaijan", "partnership", "2004", "open");
    assertThat(found()).containsExactly(PRESSURE);
  }

  @Test
  void victoryAndDefeatDoNotTellWhoFoughtWhen() {
    war("2020-09-27", "2020-11-10");
    role("azerbaijan", "winner");
    role("armenia", "loser");
    given("<role/azerbaijan> casus:side \"b\" . <role/armenia> casus:side \"a\" .");
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("azerbaijan", "partnership", "2004", "open");
    assertThat(found()).isEmpty();
  }

  @Test
  void daysOnWhichBothFightCount() {
    warOf2020();
    side("azerbaijan", "b", "2020-09-27", "2020-10-20");
    side("armenia", "a", "2020-10-10", "2020-11-10");
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("azerbaijan", "partnership", "2004", "open");
    assertThat(found()).containsExactly("cross-pressure/war--russia--2020-10-10");
    assertThat(period("cross-pressure", "cross-pressure/war--russia--2020-10-10"))
        .isEqualTo("2020-10-10 to 2020-10-20");
  }

  @Test
  void opponentWhoLeftTheDayBeforeTheOtherCame() {
    warOf2020();
    side("azerbaijan", "b", "2020-09-27", "2020-10-09");
    side("armenia", "a", "2020-10-10", "2020-11-10");
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("azerbaijan", "partnership", "2004", "open");
    assertThat(found()).isEmpty();
  }

  @Test
  void tieThatEndedTheDayBeforeTheOpponentCame() {
    warOf2020();
    side("azerbaijan", "b", "2020-09-27", "2020-11-10");
    side("armenia", "a", "2020-10-10", "2020-11-10");
    tie("armenia", "alliance", "1997-08-29", "2020-10-09");
    tie("azerbaijan", "partnership", "2004", "open");
    assertThat(found()).isEmpty();
  }

  @Test
  void undatedFighting() {
    role("azerbaijan", "initiator");
    role("armenia", "target");
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("azerbaijan", "partnership", "2004", "open");
    assertThat(found()).isEmpty();
  }

  @Test
  void undatedFightingOfWhichTheSidesAreTold() {
    role("azerbaijan", "initiator");
    role("armenia", "participant");
    side("azerbaijan", "b", "2020-09-27", "2020-11-10");
    side("armenia", "a", "2020-09-27", "2020-11-10");
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("azerbaijan", "partnership", "2004", "open");
    assertThat(found()).isEmpty();
  }

  @Test
  void captureIsFightingAndIncidentIsNot() {
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("azerbaijan", "partnership", "2004", "open");
    for (String kind : List.of("Capture", "Incident")) {
      given(
          """
          <event/%1$s> a casus:%1$s ; rdfs:label "%1$s"@en ; casus:start <date/2020-11-08> .
          <role/%1$s-x> casus:isRoleIn <event/%1$s> ; casus:isRoleOf <actor/armenia> ;
            casus:eventRole <event-role/loser> .
          <role/%1$s-y> casus:isRoleIn <event/%1$s> ; casus:isRoleOf <actor/azerbaijan> ;
            casus:eventRole <event-role/winner> .
          """
              .formatted(kind));
    }
    assertThat(found()).containsExactly("cross-pressure/Capture--russia--2020-11-08");
  }

  @Test
  void fightingOfAVagueTimeWithinAWarOfKnownDays() {
    war("2020", "2020");
    role("azerbaijan", "initiator");
    role("armenia", "target");
    given(
        """
        <event/war> casus:isSubEventOf <event/larger> .
        <event/larger> a casus:War ; casus:start <date/2020-09-27> ; casus:end <date/2020-11-10> .
        """);
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("azerbaijan", "partnership", "2004", "open");
    assertThat(period("cross-pressure", PRESSURE))
        .isEqualTo("2020-09-27%2F2020-11-10 to 2020-09-27%2F2020-11-10");
  }

  @Test
  void summitIsNoFighting() {
    given(
        """
        <event/summit> a casus:Summit ; rdfs:label "Summit"@en ; casus:start <date/2020-01-01> .
        <role/x> casus:isRoleIn <event/summit> ; casus:isRoleOf <actor/armenia> ;
          casus:eventRole <event-role/participant> .
        <role/y> casus:isRoleIn <event/summit> ; casus:isRoleOf <actor/azerbaijan> ;
          casus:eventRole <event-role/participant> .
        """);
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("azerbaijan", "partnership", "2004", "open");
    assertThat(found()).isEmpty();
  }

  @Test
  void tiesThatOnlyPossiblyHoldJoinTheCertainOnes() {
    warOf2020();
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("azerbaijan", "partnership", "2004", "open");
    given(
        """
        <dyadic-relation/undated> a casus:DyadicRelation ;
          casus:isDyadicRelationOf <actor/russia> ;
          casus:isDyadicRelationTowards <actor/armenia> ;
          casus:relationKind <alignment-kind/alliance> .
        """);
    assertThat(found()).containsExactly(PRESSURE);
    assertThat(reasons(PRESSURE)).hasSize(2);
    assertThat(period("cross-pressure", PRESSURE)).isEqualTo("2020-09-27 to 2020-11-10");
  }

  @Test
  void secondRunAddsNothing() {
    warOf2020();
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("azerbaijan", "partnership", "2004", "open");
    assertThatSecondRunAddsNothing();
  }

  @Test
  void withinADataSetTheRecordBearsItsName() {
    warOf2020();
    given("<role/azerbaijan> casus:side \"2\" . <role/armenia> casus:side \"1\" .");
    tie("armenia", "alliance", "1997-08-29", "open");
    tie("azerbaijan", "partnership", "2004", "open");
    List<Quad> found = new ArrayList<>();
    rules().applyOverDataset(UnionDataset.of(dataset()).union(), "cow", found::add);
    assertThat(found)
        .contains(
            Quad.create(
                Iris.graph("inferred/cow/cross-pressure"),
                thing(PRESSURE + "--cow"),
                term("underPressure"),
                thing("actor/russia")));
  }
}
