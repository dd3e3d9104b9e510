package org.casus.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casus.testing.GraphAssert.assertThatGraph;

import java.util.SortedSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rights of Azerbaijan as seen from Russia: the rules fire, do not, and just fail to. */
class JusticeRulesTest extends RuleFixture {

  private static final String OTHER = "stage-placement/s--c--azerbaijan--russia";

  @BeforeEach
  void records() {
    given(
        """
        <actor/russia> a casus:State ; rdfs:label "Russia"@en .
        <actor/azerbaijan> a casus:State ; rdfs:label "Azerbaijan"@en .
        <actor/ministry> a casus:StateInstitution ; rdfs:label "Ministry"@en ;
          casus:isOrganOf <actor/russia> .
        <actor/displaced> a casus:Society ; rdfs:label "Displaced"@en ;
          casus:isOrganOf <actor/azerbaijan> .
        <actor/gul> a casus:Person ; rdfs:label "Person"@en .
        <claim/c> a casus:EntitlementClaim .
        <statement/s> a casus:Statement ; rdfs:label "Statement"@en ; casus:asserts <claim/c> .
        """);
  }

  private void said(String speaker, String entitled) {
    given(
        """
        <statement/s> casus:hasSpeaker <actor/%s> .
        <claim/c> casus:entitledActor <actor/%s> .
        """
            .formatted(speaker, entitled));
  }

  private void on(String date) {
    given("<statement/s> casus:date <date/%s> .".formatted(date));
  }

  private void tie(String kind, String start, String end) {
    given(
        """
        <dyadic-relation/%1$s> a casus:DyadicRelation ;
          casus:isDyadicRelationOf <actor/russia> ;
          casus:isDyadicRelationTowards <actor/azerbaijan> ;
          casus:relationKind <alignment-kind/%1$s> ;
          casus:start <date/%2$s> ; casus:end <date/%3$s> .
        """
            .formatted(kind, start, end));
  }

  private void assertPlaced(String certainty, String... stages) {
    assertThat(records("justice", "StagePlacement")).containsExactly(OTHER);
    assertThat(stages(OTHER)).containsExactly(stages);
    assertThat(objects("justice", OTHER, "certainty")).containsExactly("certainty/" + certainty);
  }

  private SortedSet<String> stages(String placement) {
    return objects("justice", placement, "justiceStage");
  }

  @Nested
  class Placement {

    @Test
    void ownRight() {
      said("ministry", "russia");
      assertThatGraph(concluded("justice"))
          .hasExactly(
              """
              <stage-placement/s--c--russia--russia> a casus:StagePlacement ;
                rdfs:label "Right of Russia as seen from Russia: Statement"@en ;
                casus:isPlacementOf <claim/c> ; casus:isPlacementIn <statement/s> ;
                casus:isPlacementFor <actor/russia> ; casus:fromPerspectiveOf <actor/russia> ;
                casus:justiceStage <justice-stage/self-related> ;
                casus:expectedWeight <expected-weight/strong> ;
                casus:certainty <certainty/certain> .
              """);
    }

    @Test
    void rightOfAnOwnOrgan() {
      said("russia", "ministry");
      assertThat(stages("stage-placement/s--c--ministry--russia"))
          .containsExactly("justice-stage/self-related");
    }

    @Test
    void oneForEachEntitledActor() {
      said("russia", "russia");
      given("<claim/c> casus:entitledActor <actor/azerbaijan> .");
      assertThat(records("justice", "StagePlacement"))
          .containsExactly(OTHER, "stage-placement/s--c--russia--russia");
      assertThat(stages(OTHER)).containsExactly("justice-stage/other-related-secondary");
    }

    @Test
    void statementOfNobodysOfficial() {
      said("gul", "azerbaijan");
      assertThat(records("justice", "StagePlacement")).isEmpty();
    }

    @Test
    void rightThatIsDenied() {
      given(
          """
          <statement/d> a casus:Statement ; rdfs:label "Denial"@en ; casus:denies <claim/d> ;
            casus:hasSpeaker <actor/russia> .
          <claim/d> a casus:EntitlementClaim ; casus:entitledActor <actor/azerbaijan> .
          """);
      assertThat(records("justice", "StagePlacement")).isEmpty();
    }

    @Test
    void claimThatIsNoEntitlement() {
      given(
          """
          <statement/d> a casus:Statement ; rdfs:label "Praise"@en ; casus:asserts <claim/d> ;
            casus:hasSpeaker <actor/russia> .
          <claim/d> a casus:EvaluativeClaim ; casus:evaluatedActor <actor/azerbaijan> .
          """);
      assertThat(records("justice", "StagePlacement")).isEmpty();
    }

    @Test
    void possibleCapacityMakesAPossibleStage() {
      given(
          """
          <office/o> a casus:Office ; rdfs:label "Office"@en ; casus:isOfficeOf <actor/russia> .
          <statement/s> casus:spokenAs <office/o> .
          """);
      said("gul", "azerbaijan");
      assertPlaced("possible", "justice-stage/other-related-secondary");
    }
  }

  @Nested
  class Stage {

    @BeforeEach
    void russianStatement() {
      said("russia", "azerbaijan");
    }

    @Test
    void allyIsPrimary() {
      on("2020-12-17");
      tie("alliance", "2010", "open");
      assertPlaced("certain", "justice-stage/other-related-primary");
      assertThat(objects("justice", OTHER, "expectedWeight"))
          .containsExactly("expected-weight/considerable");
    }

    @Test
    void brotherIsPrimary() {
      on("2020-12-17");
      tie("brotherhood", "2010", "open");
      assertPlaced("certain", "justice-stage/other-related-primary");
    }

    @Test
    void allyWhoIsPartnerTooIsPrimary() {
      on("2020-12-17");
      tie("alliance", "2010", "open");
      tie("partnership", "2004", "open");
      assertPlaced("certain", "justice-stage/other-related-primary");
    }

    @Test
    void partnerIsBetween() {
      on("2020-12-17");
      tie("partnership", "2004", "open");
      assertPlaced(
          "certain",
          "justice-stage/other-related-primary",
          "justice-stage/other-related-secondary");
      assertThat(objects("justice", OTHER, "expectedWeight"))
          .containsExactly("expected-weight/considerable", "expected-weight/moderate-to-low");
    }

    @Test
    void strangerIsSecondary() {
      on("2020-12-17");
      assertPlaced("certain", "justice-stage/other-related-secondary");
    }

    @Test
    void rivalIsSecondary() {
      on("2020-12-17");
      tie("rivalry", "2004", "open");
      assertPlaced("certain", "justice-stage/other-related-secondary");
    }

    @Test
    void allianceThatEndedTheDayBefore() {
      on("2020-12-17");
      tie("alliance", "2010", "2020-12-16");
      assertPlaced("certain", "justice-stage/other-related-secondary");
    }

    @Test
    void allianceOnItsLastDay() {
      on("2020-12-17");
      tie("alliance", "2010", "2020-12-17");
      assertPlaced("certain", "justice-stage/other-related-primary");
    }

    @Test
    void partnerWhoseAllianceNoSourceAttestsAnyMore() {
      on("2020-12-17");
      tie("alliance", "1993-09-24", "open");
      tie("partnership", "2004", "open");
      attestedUntil("2016-12-31");
      assertPlaced(
          "not-covered",
          "justice-stage/other-related-primary",
          "justice-stage/other-related-secondary");
      assertThat(objects("justice", OTHER, "uncoveredTie"))
          .containsExactly("dyadic-relation/alliance");
      assertThat(objects("justice", OTHER, "possibleTie"))
          .containsExactly("dyadic-relation/partnership");
    }

    @Test
    void allianceThatNoSourceAttestsAnyMoreAndNoOtherTie() {
      on("2020-12-17");
      tie("alliance", "1993-09-24", "open");
      attestedUntil("2016-12-31");
      assertPlaced("not-covered", "justice-stage/other-related-secondary");
    }

    @Test
    void brotherWhoseAllianceNoSourceAttestsAnyMore() {
      on("2020-12-17");
      tie("alliance", "1993-09-24", "open");
      tie("brotherhood", "2004", "open");
      attestedUntil("2016-12-31");
      assertPlaced("certain", "justice-stage/other-related-primary");
    }

    /** It ended while its sources still told of it: that is a no. */
    @Test
    void allianceThatEndedWhileItWasAttested() {
      on("2020-12-17");
      tie("alliance", "1993-09-24", "2012-12-31");
      tie("partnership", "2004", "open");
      attestedUntil("2016-12-31");
      assertPlaced(
          "certain",
          "justice-stage/other-related-primary",
          "justice-stage/other-related-secondary");
      assertThat(objects("justice", OTHER, "uncoveredTie")).isEmpty();
    }

    @Test
    void possibleAllyWhosePartnershipNoSourceAttestsAnyMore() {
      on("2020");
      tie("partnership", "1993-09-24", "open");
      tie("alliance", "2020-11-10", "open");
      given("<dyadic-relation/partnership> casus:attestedUntil \"2016-12-31\"^^xsd:date .");
      assertPlaced("not-covered", "justice-stage/other-related-primary");
    }

    @Test
    void certainAllyWhosePartnershipNoSourceAttestsAnyMore() {
      on("2020-12-17");
      tie("partnership", "1993-09-24", "open");
      tie("alliance", "2010", "open");
      given("<dyadic-relation/partnership> casus:attestedUntil \"2016-12-31\"^^xsd:date .");
      assertPlaced("certain", "justice-stage/other-related-primary");
    }

    @Test
    void undatedStatementAboutAnAllyWhoseSourcesEnd() {
      tie("alliance", "1993-09-24", "open");
      attestedUntil("2016-12-31");
      assertPlaced("possible", "justice-stage/other-related-primary");
    }

    @Test
    void allianceThatIsAttestedOnTheDay() {
      on("2016-12-31");
      tie("alliance", "1993-09-24", "open");
      tie("partnership", "2004", "open");
      attestedUntil("2016-12-31");
      assertPlaced("certain", "justice-stage/other-related-primary");
    }

    @Test
    void vagueDateThatTheAllianceCoversInPart() {
      on("2015/2020");
      tie("alliance", "1993-09-24", "2016-12-31");
      tie("partnership", "2004", "open");
      assertPlaced(
          "possible",
          "justice-stage/other-related-primary",
          "justice-stage/other-related-secondary");
    }

    @Test
    void undatedStatementAboutAnAlly() {
      tie("alliance", "2010", "open");
      assertPlaced("possible", "justice-stage/other-related-primary");
    }

    @Test
    void undatedStatementAboutAPartner() {
      tie("partnership", "2004", "open");
      assertPlaced(
          "possible",
          "justice-stage/other-related-primary",
          "justice-stage/other-related-secondary");
    }

    @Test
    void tieOfTheOtherSideDoesNotCount() {
      on("2020-12-17");
      given(
          """
          <dyadic-relation/back> a casus:DyadicRelation ;
            casus:isDyadicRelationOf <actor/azerbaijan> ;
            casus:isDyadicRelationTowards <actor/russia> ;
            casus:relationKind <alignment-kind/partnership> ;
            casus:start <date/2003> ; casus:end <date/open> .
          """);
      assertPlaced("certain", "justice-stage/other-related-secondary");
    }

    private void attestedUntil(String day) {
      given("<dyadic-relation/alliance> casus:attestedUntil \"%s\"^^xsd:date .".formatted(day));
    }

    @Test
    void tieIsPossibleAndCertain() {
      on("2020-12-17");
      tie("partnership", "2004", "open");
      assertThat(objects("justice", OTHER, "possibleTie"))
          .containsExactly("dyadic-relation/partnership");
      assertThat(objects("justice", OTHER, "certainTie"))
          .containsExactly("dyadic-relation/partnership");
    }

    @Test
    void secondRunAddsNothing() {
      on("2020-12-17");
      tie("partnership", "2004", "open");
      assertThatSecondRunAddsNothing();
    }
  }

  @Test
  void rightOfAnOrganOfAPartner() {
    said("russia", "displaced");
    on("2020-12-17");
    tie("partnership", "2004", "open");
    assertThat(stages("stage-placement/s--c--displaced--russia")).hasSize(2);
  }
}
