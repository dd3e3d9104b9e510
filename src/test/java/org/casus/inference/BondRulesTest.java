package org.casus.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casus.testing.GraphAssert.assertThatGraph;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules on bonds and dyadic relations: they fire, do not, and just fail to. */
class BondRulesTest extends RuleFixture {

  private static final String THERE = "bond/p--russia--armenia--1997-08-29";
  private static final String BACK = "bond/p--armenia--russia--1997-08-29";

  @BeforeEach
  void treaty() {
    given(
        """
        <provision-kind/defence> rdfs:label "defence"@en .
        <actor/russia> a casus:State ; rdfs:label "Russia"@en .
        <actor/armenia> a casus:State ; rdfs:label "Armenia"@en .
        <actor/belarus> a casus:State ; rdfs:label "Belarus"@en .
        <agreement/t> a casus:Treaty ; rdfs:label "Treaty"@en ;
          casus:start <date/1997-08-29> ; casus:end <date/open> .
        <provision/p> a casus:Provision ; casus:isProvisionOf <agreement/t> ;
          casus:provisionKind <provision-kind/defence> .
        """);
  }

  private void party(String actor, String role, String start, String end) {
    given(
        """
        <participation/%1$s> a casus:Participation ; casus:isParticipationIn <agreement/t> ;
          casus:isParticipationOf <actor/%1$s> ;
          casus:participationRole <participation-role/%2$s> ;
          casus:start <date/%3$s> ; casus:end <date/%4$s> .
        """
            .formatted(actor, role, start, end));
  }

  private void member(String actor, String role, String start, String end) {
    given(
        """
        <membership/%1$s> a casus:Membership ; casus:isMembershipIn <actor/csto> ;
          casus:isMembershipOf <actor/%1$s> ; casus:membershipRole <membership-role/%2$s> ;
          casus:start <date/%3$s> ; casus:end <date/%4$s> .
        """
            .formatted(actor, role, start, end));
  }

  private Set<String> bonds() {
    return records("bonds", "Bond");
  }

  @Nested
  class OfAllParties {

    @Test
    void eachPartyOwesItToTheOther() {
      party("russia", "party", "1997-08-29", "open");
      party("armenia", "party", "1997-08-29", "open");
      assertThatGraph(concluded("bonds"))
          .hasExactly(
              """
              <%s> a casus:Bond ; rdfs:label "Russia owes Armenia defence: Treaty"@en ;
                casus:obligor <actor/russia> ; casus:obligee <actor/armenia> ;
                casus:obligation <provision-kind/defence> ; casus:underProvision <provision/p> ;
                casus:start <date/1997-08-29> ; casus:end <date/open> .
              <%s> a casus:Bond ; rdfs:label "Armenia owes Russia defence: Treaty"@en ;
                casus:obligor <actor/armenia> ; casus:obligee <actor/russia> ;
                casus:obligation <provision-kind/defence> ; casus:underProvision <provision/p> ;
                casus:start <date/1997-08-29> ; casus:end <date/open> .
              """
                  .formatted(THERE, BACK));
      assertThat(reasons(THERE))
          .containsExactly(
              new TreeSet<>(
                  Set.of(
                      "agreement/t",
                      "participation/armenia",
                      "participation/russia",
                      "provision/p")));
    }

    @Test
    void partyThatLeftTheDayBeforeTheOtherCame() {
      party("russia", "party", "1997-08-29", "1999-04-19");
      party("armenia", "party", "1999-04-20", "open");
      assertThat(bonds()).isEmpty();
    }

    @Test
    void lastDayOfOneIsTheFirstOfTheOther() {
      party("russia", "party", "1997-08-29", "1999-04-20");
      party("armenia", "party", "1999-04-20", "open");
      assertThat(bonds())
          .containsExactly(
              "bond/p--armenia--russia--1999-04-20", "bond/p--russia--armenia--1999-04-20");
      assertThat(period("bonds", "bond/p--russia--armenia--1999-04-20"))
          .isEqualTo("1999-04-20 to 1999-04-20");
    }

    @Test
    void signatoryIsNoParty() {
      party("russia", "party", "1997-08-29", "open");
      party("armenia", "signatory", "1997-08-29", "open");
      assertThat(bonds()).isEmpty();
    }

    @Test
    void observerIsNoParty() {
      party("russia", "party", "1997-08-29", "open");
      party("armenia", "observer", "1997-08-29", "open");
      assertThat(bonds()).isEmpty();
    }

    @Test
    void provisionThatIsNoAllianceObligation() {
      given(
          """
          <provision/q> a casus:Provision ; casus:isProvisionOf <agreement/u> ;
            casus:provisionKind <provision-kind/basing> .
          <agreement/u> rdfs:label "Other"@en .
          """);
      assertThat(bonds()).isEmpty();
    }

    @Test
    void owedToOneOnly() {
      given("<provision/p> casus:owedTo <actor/armenia> .");
      party("russia", "party", "1997-08-29", "open");
      party("armenia", "party", "1997-08-29", "open");
      party("belarus", "party", "1997-08-29", "open");
      assertThat(bonds()).containsExactly("bond/p--belarus--armenia--1997-08-29", THERE);
    }

    @Test
    void provisionMayLimitTheTime() {
      given("<provision/p> casus:end <date/2001> .");
      party("russia", "party", "1997-08-29", "open");
      party("armenia", "party", "1997-08-29", "open");
      assertThat(period("bonds", THERE)).isEqualTo("1997-08-29 to 2001");
    }

    @Test
    void whereOnlyTheSignatureIsKnownTheBondIsNoOlder() {
      given("<agreement/u> rdfs:label \"Other\"@en ; casus:signed <date/1995-03-16> .");
      given(
          """
          <provision/q> a casus:Provision ; casus:isProvisionOf <agreement/u> ;
            casus:provisionKind <provision-kind/defence> .
          <participation/ur> casus:isParticipationIn <agreement/u> ;
            casus:isParticipationOf <actor/russia> ;
            casus:participationRole <participation-role/party> .
          <participation/ua> casus:isParticipationIn <agreement/u> ;
            casus:isParticipationOf <actor/armenia> ;
            casus:participationRole <participation-role/party> .
          """);
      String bond = "bond/q--russia--armenia--1995-03-16";
      assertThat(bonds()).contains(bond);
      assertThat(period("bonds", bond)).isEqualTo("%5B1995-03-16..%5D to unknown");
    }

    @Test
    void theDayOfEntryIntoForceCountsAndNotThatOfTheSignature() {
      given("<agreement/t> casus:signed <date/1999-04-20> .");
      party("russia", "party", "1992-05-15", "open");
      party("armenia", "party", "1992-05-15", "open");
      assertThat(period("bonds", THERE)).isEqualTo("1997-08-29 to open");
    }

    @Test
    void provisionOfAPhaseBindsThoseInThatPhase() {
      given("<provision/p> casus:phase 2 .");
      party("russia", "party", "1997-08-29", "open");
      party("armenia", "party", "1997-08-29", "open");
      party("belarus", "party", "1997-08-29", "open");
      given("<participation/russia> casus:phase 2 . <participation/armenia> casus:phase 2 .");
      given("<participation/belarus> casus:phase 1 .");
      assertThat(bonds()).containsExactly(BACK, THERE);
    }

    @Test
    void partyWithoutAPhaseIsInAllPhases() {
      given("<provision/p> casus:phase 2 .");
      party("russia", "party", "1997-08-29", "open");
      party("armenia", "party", "1997-08-29", "open");
      given("<participation/russia> casus:phase 2 .");
      assertThat(bonds()).containsExactly(BACK, THERE);
    }

    @Test
    void openEndIsAttestedAsLongAsTheSourceTells() {
      given("<source/atop> casus:coversUntil <date/2016> .");
      given("<participation/russia> dcterms:source <source/atop> .");
      party("russia", "party", "1997-08-29", "open");
      party("armenia", "party", "1997-08-29", "open");
      assertThat(period("bonds", THERE)).isEqualTo("1997-08-29 to open, attested until 2016-12-31");
    }

    @Test
    void secondSourceWithoutLimitLiftsIt() {
      given("<source/atop> casus:coversUntil <date/2016> .");
      given(
          """
          <participation/russia> dcterms:source <source/atop> ;
            casus:corroboratedBy <source/news> .
          """);
      party("russia", "party", "1997-08-29", "open");
      party("armenia", "party", "1997-08-29", "open");
      assertThat(period("bonds", THERE)).isEqualTo("1997-08-29 to open");
    }

    @Test
    void bondThatBeginsAfterTheSourceStopsIsNotCovered() {
      given("<source/atop> casus:coversUntil <date/2016> .");
      given("<participation/russia> dcterms:source <source/atop> .");
      party("russia", "party", "1997-08-29", "open");
      party("armenia", "party", "2017-01-01", "open");
      assertThat(period("bonds", "bond/p--russia--armenia--2017-01-01"))
          .isEqualTo("2017-01-01 to open, attested until 2016-12-31");
    }

    @Test
    void partyTwiceGivesTwoBonds() {
      party("russia", "party", "1997-08-29", "open");
      party("armenia", "party", "1997-08-29", "1999-04-20");
      given(
          """
          <participation/armenia-2> casus:isParticipationIn <agreement/t> ;
            casus:isParticipationOf <actor/armenia> ;
            casus:participationRole <participation-role/party> ;
            casus:start <date/2006-08-17> ; casus:end <date/2012-06-28> .
          """);
      assertThat(bonds()).contains(THERE, "bond/p--russia--armenia--2006-08-17");
      assertThat(period("bonds", THERE)).isEqualTo("1997-08-29 to 1999-04-20");
    }
  }

  @Nested
  class OfNamedParties {

    @Test
    void onlyTheOneNamedOwesIt() {
      given("<provision/p> casus:owedBy <actor/russia> .");
      party("russia", "party", "1997-08-29", "open");
      party("armenia", "party", "1997-08-29", "open");
      assertThat(bonds()).containsExactly(THERE);
    }

    @Test
    void phasesThatMeetOnADayBindEachForItself() {
      given("<provision/p> casus:owedBy <actor/russia> ; casus:phase 2 .");
      party("russia", "party", "1997-08-29", "open");
      party("armenia", "party", "1992-05-15", "1997-08-29");
      given("<participation/russia> casus:phase 2 . <participation/armenia> casus:phase 1 .");
      assertThat(bonds()).isEmpty();
    }

    @Test
    void theOneNamedIsNoParty() {
      given("<provision/p> casus:owedBy <actor/russia> .");
      party("russia", "signatory", "1997-08-29", "open");
      party("armenia", "party", "1997-08-29", "open");
      assertThat(bonds()).isEmpty();
    }

    @Test
    void partyThatLeftTheDayBeforeTheOneNamedCame() {
      given("<provision/p> casus:owedBy <actor/russia> .");
      party("russia", "party", "1999-04-20", "open");
      party("armenia", "party", "1997-08-29", "1999-04-19");
      assertThat(bonds()).isEmpty();
    }

    @Test
    void signatoryIsOwedNothing() {
      given("<provision/p> casus:owedBy <actor/russia> .");
      party("russia", "party", "1997-08-29", "open");
      party("armenia", "signatory", "1997-08-29", "open");
      assertThat(bonds()).isEmpty();
    }

    @Test
    void observerIsOwedNothing() {
      given("<provision/p> casus:owedBy <actor/russia> .");
      party("russia", "party", "1997-08-29", "open");
      party("armenia", "observer", "1997-08-29", "open");
      assertThat(bonds()).isEmpty();
    }

    @Test
    void reservationNamesTheOthersAsThoseWhoOweIt() {
      given("<provision/p> casus:owedBy <actor/russia> , <actor/armenia> .");
      party("russia", "party", "1997-08-29", "open");
      party("armenia", "party", "1997-08-29", "open");
      party("belarus", "party", "1997-08-29", "open");
      assertThat(bonds())
          .containsExactly(
              "bond/p--armenia--belarus--1997-08-29",
              BACK,
              THERE,
              "bond/p--russia--belarus--1997-08-29");
    }
  }

  @Nested
  class OfMembers {

    @BeforeEach
    void organisation() {
      given("<agreement/t> casus:founds <actor/csto> .");
    }

    @Test
    void membersOweItUnderTheCharter() {
      member("russia", "founding-member", "1997-08-29", "open");
      member("armenia", "member", "1997-08-29", "open");
      assertThat(bonds()).containsExactly(BACK, THERE);
    }

    @Test
    void observerIsNoMember() {
      member("russia", "founding-member", "1997-08-29", "open");
      member("armenia", "observer", "1997-08-29", "open");
      assertThat(bonds()).isEmpty();
    }

    @Test
    void membershipThatEndedTheDayBefore() {
      member("russia", "member", "1997-08-29", "2012-06-27");
      member("armenia", "member", "2012-06-28", "open");
      assertThat(bonds()).isEmpty();
    }

    @Test
    void organisationThatNoAgreementWithTheDutyFounds() {
      given(
          """
          <membership/x> casus:isMembershipIn <actor/cis> ; casus:isMembershipOf <actor/russia> ;
            casus:membershipRole <membership-role/member> .
          <membership/y> casus:isMembershipIn <actor/cis> ; casus:isMembershipOf <actor/armenia> ;
            casus:membershipRole <membership-role/member> .
          """);
      assertThat(bonds()).isEmpty();
    }

    @Test
    void provisionThatNamesWhoOwesItIsLeftToItsRule() {
      given("<provision/p> casus:owedBy <actor/russia> .");
      member("russia", "member", "1997-08-29", "open");
      member("armenia", "member", "1997-08-29", "open");
      assertThat(bonds()).isEmpty();
    }

    @Test
    void bothWaysToTheSameBondAreKept() {
      member("russia", "member", "1997-08-29", "open");
      member("armenia", "member", "1997-08-29", "open");
      party("russia", "party", "1997-08-29", "open");
      party("armenia", "party", "1997-08-29", "open");
      assertThat(bonds()).containsExactly(BACK, THERE);
      assertThat(reasons(THERE)).hasSize(2);
    }
  }

  @Nested
  class Relations {

    @BeforeEach
    void kinds() {
      given(
          """
          <alignment-kind/partnership> rdfs:label "partnership"@en ; skos:notation "partnership" .
          <alignment-kind/aligned> rdfs:label "aligned"@en ; skos:notation "aligned" .
          <alignment-kind/balancing> rdfs:label "balancing"@en ; skos:notation "balancing" .
          <alignment-kind/bandwagoning> rdfs:label "bandwagoning"@en ;
            skos:notation "bandwagoning" .
          <alignment-kind/brotherhood> rdfs:label "brotherhood"@en ; skos:notation "brotherhood" .
          <alignment-kind/rivalry> rdfs:label "rivalry"@en ; skos:notation "rivalry" .
          """);
    }

    @Test
    void dutyOfOneMakesBothAllies() {
      given("<provision/p> casus:owedBy <actor/russia> .");
      party("russia", "party", "1997-08-29", "open");
      party("armenia", "party", "1997-08-29", "2010");
      assertThatGraph(concluded("relations"))
          .hasExactly(
              """
              <dyadic-relation/alliance-by-treaty--russia--armenia--1997-08-29>
                a casus:DyadicRelation ; rdfs:label "Russia allied with Armenia by treaty"@en ;
                casus:isDyadicRelationOf <actor/russia> ;
                casus:isDyadicRelationTowards <actor/armenia> ;
                casus:relationKind <alignment-kind/alliance> ;
                casus:relationBasis <relation-basis/treaty> ;
                casus:start <date/1997-08-29> ; casus:end <date/2010> .
              <dyadic-relation/alliance-by-treaty--armenia--russia--1997-08-29>
                a casus:DyadicRelation ; rdfs:label "Armenia allied with Russia by treaty"@en ;
                casus:isDyadicRelationOf <actor/armenia> ;
                casus:isDyadicRelationTowards <actor/russia> ;
                casus:relationKind <alignment-kind/alliance> ;
                casus:relationBasis <relation-basis/treaty> ;
                casus:start <date/1997-08-29> ; casus:end <date/2010> .
              """);
    }

    @Test
    void consultationMakesNoAllies() {
      given(
          """
          <provision-kind/consultation> rdfs:label "consultation"@en .
          <agreement/u> rdfs:label "Other"@en ;
            casus:start <date/1997-08-29> ; casus:end <date/open> .
          <provision/q> casus:isProvisionOf <agreement/u> ;
            casus:provisionKind <provision-kind/consultation> .
          <participation/ra> casus:isParticipationIn <agreement/u> ;
            casus:isParticipationOf <actor/russia> ;
            casus:participationRole <participation-role/party> .
          <participation/aa> casus:isParticipationIn <agreement/u> ;
            casus:isParticipationOf <actor/armenia> ;
            casus:participationRole <participation-role/party> .
          """);
      assertThat(bonds()).hasSize(2);
      assertThat(records("relations", "DyadicRelation")).isEmpty();
    }

    @Test
    void bondsThatFollowEachOtherMakeOneAlliance() {
      given(
          """
          <agreement/u> rdfs:label "Earlier"@en ;
            casus:start <date/1991-12-29> ; casus:end <date/1997-08-28> .
          <provision/q> casus:isProvisionOf <agreement/u> ;
            casus:provisionKind <provision-kind/defence> .
          <participation/ra> casus:isParticipationIn <agreement/u> ;
            casus:isParticipationOf <actor/russia> ;
            casus:participationRole <participation-role/party> ;
            casus:start <date/1991-12-29> ; casus:end <date/1997-08-28> .
          <participation/aa> casus:isParticipationIn <agreement/u> ;
            casus:isParticipationOf <actor/armenia> ;
            casus:participationRole <participation-role/party> ;
            casus:start <date/1991-12-29> ; casus:end <date/1997-08-28> .
          """);
      party("russia", "party", "1997-08-29", "open");
      party("armenia", "party", "1997-08-29", "open");
      String allied = "dyadic-relation/alliance-by-treaty--russia--armenia--1991-12-29";
      assertThat(records("relations", "DyadicRelation"))
          .containsExactly(
              "dyadic-relation/alliance-by-treaty--armenia--russia--1991-12-29", allied);
      assertThat(period("relations", allied)).isEqualTo("1991-12-29 to open");
      assertThat(reasons(allied)).hasSize(4);
    }

    @Test
    void codedStanceIsOfOneSideOnly() {
      coded("a", "partnership", "2004", "open");
      assertThat(records("relations", "DyadicRelation"))
          .containsExactly(
              "dyadic-relation/aligned-as-coded--russia--armenia--2004-01-01",
              "dyadic-relation/partnership-as-coded--russia--armenia--2004-01-01");
    }

    @Test
    void stancesOfSidingWithTheOtherJoinWhateverTheirKind() {
      coded("a", "partnership", "2004", "2006-01-01");
      coded("b", "bandwagoning", "2006-01-02", "2010");
      coded("c", "brotherhood", "2005", "open");
      String aligned = "dyadic-relation/aligned-as-coded--russia--armenia--2004-01-01";
      assertThat(records("relations", "DyadicRelation"))
          .filteredOn(record -> record.contains("/aligned"))
          .containsExactly(aligned);
      assertThat(period("relations", aligned)).isEqualTo("2004 to open");
      assertThat(reasons(aligned)).hasSize(3);
    }

    @Test
    void codedAsAlignedAndNoMore() {
      coded("a", "aligned", "2004", "open");
      assertThat(records("relations", "DyadicRelation"))
          .containsExactly("dyadic-relation/aligned-as-coded--russia--armenia--2004-01-01");
      assertThat(reasons("dyadic-relation/aligned-as-coded--russia--armenia--2004-01-01"))
          .containsExactly(new TreeSet<>(Set.of("alignment/a")));
    }

    @Test
    void balancingAndRivalryAreNotAligned() {
      coded("a", "balancing", "2004", "open");
      coded("b", "rivalry", "2004", "open");
      assertThat(records("relations", "DyadicRelation"))
          .containsExactly(
              "dyadic-relation/balancing-as-coded--russia--armenia--2004-01-01",
              "dyadic-relation/rivalry-as-coded--russia--armenia--2004-01-01");
    }

    @Test
    void stancesWithADayBetweenAreTwo() {
      coded("a", "rivalry", "2004", "2006-01-01");
      coded("b", "rivalry", "2006-01-03", "open");
      assertThat(records("relations", "DyadicRelation")).hasSize(2);
    }

    @Test
    void stancesThatMeetAreOne() {
      coded("a", "rivalry", "2004", "2006-01-01");
      coded("b", "rivalry", "2006-01-02", "open");
      assertThat(records("relations", "DyadicRelation")).hasSize(1);
    }

    private void coded(String slug, String kind, String start, String end) {
      given(
          """
          <alignment/%s> casus:isAlignmentOf <actor/russia> ;
            casus:isAlignmentTowards <actor/armenia> ; casus:alignmentKind <alignment-kind/%s> ;
            casus:start <date/%s> ; casus:end <date/%s> .
          """
              .formatted(slug, kind, start, end));
    }
  }

  @Test
  void secondRunAddsNothing() {
    given("<agreement/t> casus:founds <actor/csto> .");
    party("russia", "party", "1997-08-29", "open");
    party("armenia", "party", "1997-08-29", "open");
    member("russia", "member", "1997-08-29", "open");
    member("armenia", "member", "1997-08-29", "open");
    assertThatSecondRunAddsNothing();
  }
}
