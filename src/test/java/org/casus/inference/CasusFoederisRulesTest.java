package org.casus.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casus.testing.GraphAssert.assertThatGraph;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Whether an attack of Azerbaijan on Armenia obliged Russia: the rules fire, do not, and just fail
 * to. The attack is of 27 September 2020, on the territory of Armenia; the duty reaches over the
 * territory of the parties.
 */
class CasusFoederisRulesTest extends RuleFixture {

  private static final String CASUS = "casus-foederis/raid--armenia-territory--b";

  @BeforeEach
  void records() {
    given(
        """
        <actor/russia> a casus:State ; rdfs:label "Russia"@en .
        <actor/armenia> a casus:State ; rdfs:label "Armenia"@en .
        <actor/azerbaijan> a casus:State ; rdfs:label "Azerbaijan"@en .
        <actor/army> a casus:StateInstitution ; rdfs:label "Army"@en ;
          casus:isOrganOf <actor/armenia> .
        <actor/fleet> a casus:StateInstitution ; rdfs:label "Fleet"@en ;
          casus:isOrganOf <actor/russia> .
        <place/armenia-territory> a casus:StateTerritory ; rdfs:label "Territory of Armenia"@en ;
          casus:hasRecognisedSovereign <actor/armenia> .
        <place/karabakh> a casus:Territory ; rdfs:label "Karabakh"@en ;
          casus:hasRecognisedSovereign <actor/azerbaijan> .
        <place/vardenis> a casus:Settlement ; rdfs:label "Vardenis"@en ;
          casus:isPartOf <place/armenia-territory> .
        <place/shusha> a casus:Settlement ; rdfs:label "Shusha"@en ;
          casus:isPartOf <place/karabakh> .
        <place/nowhere> a casus:Territory ; rdfs:label "Nowhere"@en .
        <agreement/t> a casus:Treaty ; rdfs:label "Treaty"@en .
        <provision/p> a casus:Provision ; casus:isProvisionOf <agreement/t> .
        <event/war> a casus:War ; rdfs:label "War"@en ;
          casus:start <date/2020-09-27> ; casus:end <date/2020-11-10> .
        <event/raid> a casus:Attack ; rdfs:label "Raid"@en ; casus:isSubEventOf <event/war> .
        <role/attacker> casus:isRoleIn <event/raid> ; casus:isRoleOf <actor/azerbaijan> ;
          casus:eventRole <event-role/initiator> .
        <role/attacked> casus:isRoleIn <event/raid> ; casus:isRoleOf <actor/armenia> ;
          casus:eventRole <event-role/target> .
        """);
  }

  private void raid(String place, String start) {
    given(
        "<event/raid> casus:tookPlaceAt <place/%s> ; casus:start <date/%s> ."
            .formatted(place, start));
  }

  private void scope(String kind) {
    given("<provision/p> casus:scopeKind <scope-kind/%s> .".formatted(kind));
  }

  private void duty(String start, String end) {
    given(
        """
        <bond/b> a casus:Bond ; casus:obligation <provision-kind/defence> ;
          casus:obligor <actor/russia> ; casus:obligee <actor/armenia> ;
          casus:underProvision <provision/p> ; casus:start <date/%s> ; casus:end <date/%s> .
        """
            .formatted(start, end));
  }

  private SortedSet<String> cases() {
    return records("casus-foederis", "CasusFoederis");
  }

  private String certainty(String record) {
    return only(record, "certainty", "certainty/");
  }

  private String scopeFinding(String record) {
    return only(record, "scopeFinding", "scope-finding/");
  }

  private String finding(String record) {
    return only(record, "finding", "casus-foederis-finding/");
  }

  private String only(String record, String property, String scheme) {
    SortedSet<String> found = objects("casus-foederis", record, property);
    assertThat(found).hasSize(1);
    return found.first().substring(scheme.length());
  }

  @Nested
  class Question {

    @Test
    void attackOnTheOneToWhomDefenceIsOwed() {
      raid("armenia-territory", "2020-10-14");
      scope("territory-of-parties");
      duty("1997-08-29", "open");
      assertThatGraph(concluded("casus-foederis"))
          .hasExactly(
              """
              <%s> a casus:CasusFoederis ;
                rdfs:label "Duty of Russia to defend Armenia: Raid, Territory of Armenia, Treaty"@en ;
                casus:raisedBy <event/raid> ; casus:atPlace <place/armenia-territory> ;
                casus:obligor <actor/russia> ; casus:obligee <actor/armenia> ;
                casus:underProvision <provision/p> ; casus:certainty <certainty/certain> ;
                casus:scopeFinding <scope-finding/inside> ;
                casus:finding <casus-foederis-finding/obliged-no-help-recorded> .
              """
                  .formatted(CASUS));
      assertThat(reasons(CASUS))
          .contains(
              new TreeSet<>(
                  Set.of(
                      "provision/p",
                      "bond/b",
                      "event/raid",
                      "event/war",
                      "place/armenia-territory",
                      "role/attacked",
                      "role/attacker")));
    }

    @Test
    void onePerPlace() {
      raid("armenia-territory", "2020-10-14");
      given("<event/raid> casus:tookPlaceAt <place/karabakh> .");
      scope("territory-of-parties");
      duty("1997-08-29", "open");
      assertThat(cases()).containsExactly(CASUS, "casus-foederis/raid--karabakh--b");
    }

    @Test
    void attackOnAnOrganIsOnItsState() {
      given(
          """
          <event/ambush> a casus:Clash ; rdfs:label "Ambush"@en ;
            casus:tookPlaceAt <place/vardenis> ; casus:start <date/2020-10-14> .
          <role/x> casus:isRoleIn <event/ambush> ; casus:isRoleOf <actor/azerbaijan> ;
            casus:eventRole <event-role/initiator> .
          <role/y> casus:isRoleIn <event/ambush> ; casus:isRoleOf <actor/army> ;
            casus:eventRole <event-role/target> .
          """);
      scope("territory-of-parties");
      duty("1997-08-29", "open");
      assertThat(cases()).containsExactly("casus-foederis/ambush--vardenis--b");
    }

    @Test
    void dutyOfTheAttackerItself() {
      given(
          """
          <role/fleet> casus:isRoleIn <event/raid> ; casus:isRoleOf <actor/fleet> ;
            casus:eventRole <event-role/initiator> .
          """);
      raid("armenia-territory", "2020-10-14");
      duty("1997-08-29", "open");
      assertThat(cases()).isEmpty();
    }

    @Test
    void dutyOfAnotherKind() {
      raid("armenia-territory", "2020-10-14");
      given(
          """
          <bond/b> a casus:Bond ; casus:obligation <provision-kind/consultation> ;
            casus:obligor <actor/russia> ; casus:obligee <actor/armenia> ;
            casus:underProvision <provision/p> .
          """);
      assertThat(cases()).isEmpty();
    }

    @Test
    void clashWithoutATarget() {
      given(
          """
          <event/clash> a casus:Clash ; rdfs:label "Clash"@en ;
            casus:tookPlaceAt <place/karabakh> ; casus:start <date/2016-04-02> .
          <role/x> casus:isRoleIn <event/clash> ; casus:isRoleOf <actor/azerbaijan> ;
            casus:eventRole <event-role/participant> .
          <role/y> casus:isRoleIn <event/clash> ; casus:isRoleOf <actor/armenia> ;
            casus:eventRole <event-role/participant> .
          """);
      duty("1997-08-29", "open");
      assertThat(cases()).isEmpty();
    }

    @Test
    void captureIsAnAttack() {
      occurrence("Capture");
      duty("1997-08-29", "open");
      assertThat(cases()).containsExactly("casus-foederis/x--karabakh--b");
    }

    @Test
    void incidentIsNoFighting() {
      occurrence("Incident");
      duty("1997-08-29", "open");
      assertThat(cases()).isEmpty();
    }

    @Test
    void summitIsNoAttack() {
      occurrence("Summit");
      duty("1997-08-29", "open");
      assertThat(cases()).isEmpty();
    }

    private void occurrence(String kind) {
      given(
          """
          <event/x> a casus:%s ; rdfs:label "It"@en ;
            casus:tookPlaceAt <place/karabakh> ; casus:start <date/2016-04-02> .
          <role/x> casus:isRoleIn <event/x> ; casus:isRoleOf <actor/azerbaijan> ;
            casus:eventRole <event-role/initiator> .
          <role/y> casus:isRoleIn <event/x> ; casus:isRoleOf <actor/armenia> ;
            casus:eventRole <event-role/target> .
          """
              .formatted(kind));
    }
  }

  @Nested
  class Time {

    @BeforeEach
    void territory() {
      scope("territory-of-parties");
    }

    @Test
    void dutyThatEndedTheDayBefore() {
      raid("armenia-territory", "2020-10-14");
      duty("1997-08-29", "2020-10-13");
      assertThat(cases()).isEmpty();
    }

    @Test
    void dutyThatBeginsTheDayAfter() {
      raid("armenia-territory", "2020-10-14");
      duty("2020-10-15", "open");
      assertThat(cases()).isEmpty();
    }

    @Test
    void lastDayCounts() {
      raid("armenia-territory", "2020-10-14");
      duty("1997-08-29", "2020-10-14");
      assertThat(certainty(CASUS)).isEqualTo("certain");
    }

    @Test
    void vagueAttackLiesWithinTheWarOfWhichItIsPart() {
      raid("armenia-territory", "2020");
      duty("2020-09-27", "2020-11-10");
      assertThat(certainty(CASUS)).isEqualTo("certain");
    }

    @Test
    void vagueAttackThatMayComeAfterTheEndOfTheDuty() {
      raid("armenia-territory", "2020");
      duty("1997-08-29", "2020-11-09");
      assertThat(certainty(CASUS)).isEqualTo("possible");
      assertThat(finding(CASUS)).isEqualTo("undetermined");
    }

    @Test
    void dutyWithoutDates() {
      raid("armenia-territory", "2020-10-14");
      given(
          """
          <bond/b> a casus:Bond ; casus:obligation <provision-kind/defence> ;
            casus:obligor <actor/russia> ; casus:obligee <actor/armenia> ;
            casus:underProvision <provision/p> .
          """);
      assertThat(certainty(CASUS)).isEqualTo("possible");
      assertThat(scopeFinding(CASUS)).isEqualTo("inside");
      assertThat(finding(CASUS)).isEqualTo("undetermined");
    }

    @Test
    void sourcesOfTheDutyStopTheDayBefore() {
      raid("armenia-territory", "2020-10-14");
      duty("1997-08-29", "open");
      given("<bond/b> casus:attestedUntil \"2020-10-13\"^^xsd:date .");
      assertThat(certainty(CASUS)).isEqualTo("not-covered");
      assertThat(finding(CASUS)).isEqualTo("undetermined");
    }

    @Test
    void sourcesOfTheDutyStopOnTheDay() {
      raid("armenia-territory", "2020-10-14");
      duty("1997-08-29", "open");
      given("<bond/b> casus:attestedUntil \"2020-10-14\"^^xsd:date .");
      assertThat(certainty(CASUS)).isEqualTo("certain");
    }

    @Test
    void undatedAttack() {
      given("<event/loose> a casus:Attack ; rdfs:label \"Loose\"@en .");
      given(
          """
          <event/loose> casus:tookPlaceAt <place/vardenis> .
          <role/x> casus:isRoleIn <event/loose> ; casus:isRoleOf <actor/azerbaijan> ;
            casus:eventRole <event-role/initiator> .
          <role/y> casus:isRoleIn <event/loose> ; casus:isRoleOf <actor/armenia> ;
            casus:eventRole <event-role/target> .
          """);
      duty("1997-08-29", "open");
      assertThat(cases()).isEmpty();
    }
  }

  @Nested
  class Scope {

    @BeforeEach
    void inForce() {
      duty("1997-08-29", "open");
    }

    @Test
    void partOfTheTerritoryOfTheOneAttacked() {
      raid("vardenis", "2020-10-14");
      scope("territory-of-parties");
      assertThat(scopeFinding("casus-foederis/raid--vardenis--b")).isEqualTo("inside");
    }

    @Test
    void territoryOfAnOutsider() {
      raid("shusha", "2020-10-14");
      scope("territory-of-parties");
      String outside = "casus-foederis/raid--shusha--b";
      assertThat(scopeFinding(outside)).isEqualTo("outside");
      assertThat(finding(outside)).isEqualTo("not-obliged");
    }

    @Test
    void territoryOfAnotherParty() {
      raid("karabakh", "2020-10-14");
      scope("territory-of-parties");
      party("2020-10-14");
      assertThat(scopeFinding("casus-foederis/raid--karabakh--b")).isEqualTo("inside");
    }

    @Test
    void territoryOfAPartyThatHadLeftTheDayBefore() {
      raid("karabakh", "2020-10-14");
      scope("territory-of-parties");
      party("2020-10-13");
      assertThat(scopeFinding("casus-foederis/raid--karabakh--b")).isEqualTo("outside");
    }

    private void party(String until) {
      given(
          """
          <bond/other> a casus:Bond ; casus:obligation <provision-kind/defence> ;
            casus:obligor <actor/armenia> ; casus:obligee <actor/azerbaijan> ;
            casus:underProvision <provision/p> ;
            casus:start <date/1993-09-24> ; casus:end <date/%s> .
          """
              .formatted(until));
    }

    @Test
    void placeWithoutARecognisedSovereign() {
      raid("nowhere", "2020-10-14");
      scope("territory-of-parties");
      String open = "casus-foederis/raid--nowhere--b";
      assertThat(scopeFinding(open)).isEqualTo("undetermined");
      assertThat(finding(open)).isEqualTo("undetermined");
    }

    @Test
    void partOfANamedPlace() {
      raid("vardenis", "2020-10-14");
      scope("named-places");
      given("<provision/p> casus:scopePlace <place/armenia-territory> .");
      assertThat(scopeFinding("casus-foederis/raid--vardenis--b")).isEqualTo("inside");
    }

    @Test
    void notPartOfANamedPlace() {
      raid("shusha", "2020-10-14");
      scope("named-places");
      given("<provision/p> casus:scopePlace <place/armenia-territory> .");
      assertThat(scopeFinding("casus-foederis/raid--shusha--b")).isEqualTo("outside");
    }

    @Test
    void placeAroundANamedOne() {
      raid("armenia-territory", "2020-10-14");
      scope("named-places");
      given("<provision/p> casus:scopePlace <place/vardenis> .");
      assertThat(scopeFinding(CASUS)).isEqualTo("undetermined");
    }

    @Test
    void unlimited() {
      raid("shusha", "2020-10-14");
      scope("unlimited");
      assertThat(scopeFinding("casus-foederis/raid--shusha--b")).isEqualTo("inside");
    }

    @Test
    void unstated() {
      raid("armenia-territory", "2020-10-14");
      scope("unstated");
      assertThat(scopeFinding(CASUS)).isEqualTo("undetermined");
      assertThat(finding(CASUS)).isEqualTo("undetermined");
    }

    @Test
    void notRecorded() {
      raid("armenia-territory", "2020-10-14");
      assertThat(scopeFinding(CASUS)).isEqualTo("undetermined");
    }
  }

  @Nested
  class Help {

    @BeforeEach
    void due() {
      raid("armenia-territory", "2020-10-14");
      scope("territory-of-parties");
      duty("1997-08-29", "open");
    }

    @Test
    void allyInTheAttack() {
      role("raid", "russia", "ally");
      assertThat(finding(CASUS)).isEqualTo("obliged-and-acted");
      assertThat(reasons(CASUS)).contains(new TreeSet<>(Set.of(CASUS, "role/help")));
    }

    @Test
    void organIsAllyInTheWarOfWhichTheAttackIsPart() {
      role("war", "fleet", "ally");
      assertThat(finding(CASUS)).isEqualTo("obliged-and-acted");
    }

    @Test
    void mediationIsNoHelp() {
      role("war", "russia", "mediator");
      assertThat(finding(CASUS)).isEqualTo("obliged-no-help-recorded");
    }

    @Test
    void helpInAnotherWar() {
      given("<event/other> a casus:War ; rdfs:label \"Other\"@en .");
      role("other", "russia", "ally");
      assertThat(finding(CASUS)).isEqualTo("obliged-no-help-recorded");
    }

    @Test
    void helpOfSomebodyElse() {
      given("<actor/france> a casus:State ; rdfs:label \"France\"@en .");
      role("war", "france", "ally");
      assertThat(finding(CASUS)).isEqualTo("obliged-no-help-recorded");
    }

    @Test
    void allyOnTheSideOfTheAttacker() {
      role("raid", "russia", "ally");
      given("<role/help> casus:side \"b\" . <role/attacked> casus:side \"a\" .");
      assertThat(finding(CASUS)).isEqualTo("obliged-no-help-recorded");
    }

    @Test
    void allyOnTheSideOfTheOneAttacked() {
      role("raid", "russia", "ally");
      given("<role/help> casus:side \"a\" . <role/attacked> casus:side \"a\" .");
      assertThat(finding(CASUS)).isEqualTo("obliged-and-acted");
    }

    @Test
    void secondRunAddsNothing() {
      role("war", "russia", "ally");
      assertThatSecondRunAddsNothing();
    }

    private void role(String event, String actor, String role) {
      given(
          """
          <role/help> casus:isRoleIn <event/%s> ; casus:isRoleOf <actor/%s> ;
            casus:eventRole <event-role/%s> .
          """
              .formatted(event, actor, role));
    }
  }

  /** A war of which no place is told, as in the Correlates of War. */
  @Nested
  class WithoutPlace {

    private static final String UNLOCATED = "casus-foederis/coded-war--b";

    @BeforeEach
    void war() {
      given(
          """
          <event/coded-war> a casus:War ; rdfs:label "Coded war"@en ;
            casus:start <date/2020-09-27> ; casus:end <date/2020-11-10> .
          """);
      part("azerbaijan", "initiator", "1", "2020-09-27");
      part("armenia", "target", "2", "2020-09-27");
    }

    private void part(String actor, String role, String side, String start) {
      given(
          """
          <role/%1$s-%2$s-%4$s> casus:isRoleIn <event/coded-war> ; casus:isRoleOf <actor/%1$s> ;
            casus:eventRole <event-role/%2$s> ; casus:side "%3$s" ; casus:start <date/%4$s> .
          """
              .formatted(actor, role, side, start));
    }

    @Test
    void theScopeStaysUndeterminedAndSoDoesTheFinding() {
      duty("1997-08-29", "open");
      assertThat(cases()).containsExactly(UNLOCATED);
      assertThat(certainty(UNLOCATED)).isEqualTo("certain");
      assertThat(scopeFinding(UNLOCATED)).isEqualTo("undetermined");
      assertThat(finding(UNLOCATED)).isEqualTo("undetermined");
      assertThat(objects("casus-foederis", UNLOCATED, "atPlace")).isEmpty();
    }

    @Test
    void aScopeByPlacesStaysUndetermined() {
      scope("territory-of-parties");
      duty("1997-08-29", "open");
      assertThat(scopeFinding(UNLOCATED)).isEqualTo("undetermined");
    }

    @Test
    void anUnlimitedScopeNeedsNoPlace() {
      scope("unlimited");
      duty("1997-08-29", "open");
      assertThat(finding(UNLOCATED)).isEqualTo("obliged-no-help-recorded");
    }

    @Test
    void whoFoughtOnTheSameSideHelped() {
      scope("unlimited");
      duty("1997-08-29", "open");
      part("russia", "target", "2", "2020-09-27");
      assertThat(objects("casus-foederis", UNLOCATED, "helpRecorded"))
          .containsExactly("role/russia-target-2020-09-27");
      assertThat(finding(UNLOCATED)).isEqualTo("obliged-and-acted");
    }

    @Test
    void helpIsToldWhereItIsNotKnownToBeDue() {
      duty("1997-08-29", "open");
      part("russia", "participant", "2", "2020-09-27");
      assertThat(finding(UNLOCATED)).isEqualTo("undetermined");
      assertThat(objects("casus-foederis", UNLOCATED, "helpRecorded")).hasSize(1);
    }

    @Test
    void whoFoughtOnTheOtherSideDidNot() {
      duty("1997-08-29", "open");
      part("russia", "participant", "1", "2020-09-27");
      assertThat(cases()).containsExactly(UNLOCATED);
      assertThat(objects("casus-foederis", UNLOCATED, "helpRecorded")).isEmpty();
    }

    @Test
    void whoCameWhenTheOtherHadLeftDidNotHelp() {
      duty("1997-08-29", "open");
      given("<role/armenia-target-2020-09-27> casus:end <date/2020-10-14> .");
      part("russia", "participant", "2", "2020-11-10");
      assertThat(objects("casus-foederis", UNLOCATED, "helpRecorded")).isEmpty();
    }

    @Test
    void whoLeftBeforeTheOtherCameDidNotHelp() {
      duty("1997-08-29", "open");
      part("russia", "participant", "2", "2020-09-26");
      given("<role/russia-participant-2020-09-26> casus:end <date/2020-09-26> .");
      assertThat(objects("casus-foederis", UNLOCATED, "helpRecorded")).isEmpty();
    }

    @Test
    void helpBeforeAChangeOfSideIsHelp() {
      duty("1997-08-29", "open");
      part("russia", "participant", "2", "2020-09-27");
      given("<role/russia-participant-2020-09-27> casus:end <date/2020-10-14> .");
      part("russia", "participant", "1", "2020-11-10");
      assertThat(objects("casus-foederis", UNLOCATED, "helpRecorded"))
          .containsExactly("role/russia-participant-2020-09-27");
    }

    @Test
    void aVictoryIsNoHelp() {
      duty("1997-08-29", "open");
      given(
          """
          <role/won> casus:isRoleIn <event/coded-war> ; casus:isRoleOf <actor/russia> ;
            casus:eventRole <event-role/winner> ; casus:side "2" .
          """);
      assertThat(objects("casus-foederis", UNLOCATED, "helpRecorded")).isEmpty();
    }

    @Test
    void whoBeganTheWarOwesNoHelpAgainstItself() {
      duty("1997-08-29", "open");
      part("russia", "initiator", "1", "2020-09-27");
      assertThat(cases()).isEmpty();
    }

    @Test
    void aDutyThatEndedTheDayBefore() {
      duty("1997-08-29", "2020-09-26");
      assertThat(cases()).isEmpty();
    }

    @Test
    void forWhoCameInLaterTheDayOfEntryCounts() {
      given(
          """
          <actor/georgia> a casus:State ; rdfs:label "Georgia"@en .
          <bond/late> a casus:Bond ; casus:obligation <provision-kind/defence> ;
            casus:obligor <actor/russia> ; casus:obligee <actor/georgia> ;
            casus:underProvision <provision/p> ;
            casus:start <date/2020-10-14> ; casus:end <date/open> .
          """);
      part("georgia", "target", "2", "2020-10-14");
      assertThat(cases()).containsExactly("casus-foederis/coded-war--late");
      assertThat(certainty("casus-foederis/coded-war--late")).isEqualTo("certain");
    }

    @Test
    void aFurtherSpellRaisesNoFurtherQuestion() {
      duty("2020-10-14", "open");
      part("armenia", "target", "2", "2020-10-14");
      assertThat(cases()).isEmpty();
    }

    @Test
    void aWarWithoutAnyDate() {
      given(
          """
          <event/undated> a casus:War ; rdfs:label "Undated war"@en .
          <role/began> casus:isRoleIn <event/undated> ; casus:isRoleOf <actor/azerbaijan> ;
            casus:eventRole <event-role/initiator> .
          <role/suffered> casus:isRoleIn <event/undated> ; casus:isRoleOf <actor/armenia> ;
            casus:eventRole <event-role/target> .
          <bond/undated> a casus:Bond ; casus:obligation <provision-kind/defence> ;
            casus:obligor <actor/russia> ; casus:obligee <actor/armenia> ;
            casus:underProvision <provision/p> .
          """);
      assertThat(cases()).containsExactly("casus-foederis/coded-war--undated");
    }

    @Test
    void secondRunAddsNothing() {
      duty("1997-08-29", "open");
      part("russia", "participant", "2", "2020-09-27");
      assertThatSecondRunAddsNothing();
    }
  }
}
