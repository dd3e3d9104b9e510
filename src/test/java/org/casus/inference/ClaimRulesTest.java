package org.casus.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casus.testing.GraphAssert.assertThatGraph;

import java.util.SortedSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules on whose word a claim is, which places it reaches, and what contradicts or concurs. */
class ClaimRulesTest extends RuleFixture {

  @Nested
  class Places {

    @BeforeEach
    void places() {
      given(
          """
          <place/caucasus> a casus:Region .
          <place/karabakh> a casus:Territory ; casus:isPartOf <place/caucasus> .
          <place/shusha> a casus:Settlement ; casus:isPartOf <place/karabakh> .
          <place/hadrut> a casus:Settlement ; casus:isPartOf <place/karabakh> .
          """);
    }

    @Test
    void claimReachesAllParts() {
      given("<claim/c> a casus:CommitmentClaim ; casus:aboutPlace <place/caucasus> .");
      assertThatGraph(concluded("claims"))
          .hasExactly(
              """
              <claim/c> casus:concernsPlace <place/karabakh> , <place/shusha> , <place/hadrut> .
              """);
    }

    @Test
    void claimDoesNotReachTheWhole() {
      given("<claim/c> a casus:Claim ; casus:aboutPlace <place/shusha> .");
      assertThat(concluded("claims").isEmpty()).isTrue();
    }

    @Test
    void questionIsNoClaim() {
      given("<question/q> a casus:ResearchQuestion ; casus:aboutPlace <place/karabakh> .");
      assertThat(concluded("claims").isEmpty()).isTrue();
    }

    @Test
    void secondRunAddsNothing() {
      given("<claim/c> a casus:Claim ; casus:aboutPlace <place/caucasus> .");
      assertThatSecondRunAddsNothing();
    }
  }

  @Nested
  class Speakers {

    @BeforeEach
    void statements() {
      given(
          """
          <claim/c> a casus:Claim .
          <statement/a> a casus:Statement ; casus:hasSpeaker <actor/x> , <actor/y> .
          <statement/b> a casus:Statement ; casus:hasSpeaker <actor/z> .
          """);
    }

    @Test
    void claimIsAccordingToAllWhoAssertIt() {
      given("<statement/a> casus:asserts <claim/c> . <statement/b> casus:asserts <claim/c> .");
      assertThatGraph(concluded("claims"))
          .hasExactly("<claim/c> casus:isAccordingTo <actor/x> , <actor/y> , <actor/z> .");
    }

    @Test
    void claimIsNotAccordingToWhoDeniesOrQualifiesIt() {
      given("<statement/a> casus:denies <claim/c> . <statement/b> casus:qualifies <claim/c> .");
      assertThat(concluded("claims").isEmpty()).isTrue();
    }

    @Test
    void claimIsNotAccordingToWhoseWordsAreRelayed() {
      given(
          """
          <statement/a> casus:asserts <claim/c> ; casus:relays <statement/b> .
          """);
      assertThatGraph(concluded("claims"))
          .hasExactly("<claim/c> casus:isAccordingTo <actor/x> , <actor/y> .");
    }

    @Test
    void secondRunAddsNothing() {
      given("<statement/a> casus:asserts <claim/c> .");
      assertThatSecondRunAddsNothing();
    }
  }

  @Nested
  class Statements {

    @BeforeEach
    void statements() {
      given(
          """
          <claim/c> a casus:Claim .
          <statement/a> a casus:Statement ; rdfs:label "A"@en ; casus:hasSpeaker <actor/x> .
          <statement/b> a casus:Statement ; rdfs:label "B"@en ; casus:hasSpeaker <actor/y> .
          """);
    }

    @Test
    void oneAssertsWhatTheOtherDenies() {
      given("<statement/b> casus:asserts <claim/c> . <statement/a> casus:denies <claim/c> .");
      assertThatGraph(concluded("comparisons"))
          .hasExactly(
              """
              <contradiction/a--b--c> a casus:Contradiction ;
                rdfs:label "Contradiction: A / B"@en ;
                casus:isFindingAbout <statement/a> , <statement/b> ;
                casus:isFindingOver <claim/c> .
              """);
    }

    @Test
    void oneSpeakerWhoSaysTheOpposite() {
      given(
          """
          <statement/a> casus:asserts <claim/c> .
          <statement/b> casus:denies <claim/c> ; casus:hasSpeaker <actor/x> .
          """);
      assertThatGraph(concluded("comparisons"))
          .hasAtLeast(
              """
              <contradiction/a--b--c> rdfs:label "Contradiction within one speaker: A / B"@en .
              """);
    }

    @Test
    void qualificationIsNoContradiction() {
      given("<statement/a> casus:asserts <claim/c> . <statement/b> casus:qualifies <claim/c> .");
      assertThat(concluded("comparisons").isEmpty()).isTrue();
    }

    @Test
    void anotherClaim() {
      given("<statement/a> casus:asserts <claim/c> . <statement/b> casus:denies <claim/d> .");
      assertThat(concluded("comparisons").isEmpty()).isTrue();
    }

    @Test
    void bothAssertTheSame() {
      given("<statement/a> casus:asserts <claim/c> . <statement/b> casus:asserts <claim/c> .");
      assertThatGraph(concluded("comparisons"))
          .hasExactly(
              """
              <concurrence/a--b--c> a casus:Concurrence ; rdfs:label "Concurrence: A / B"@en ;
                casus:isFindingAbout <statement/a> , <statement/b> ;
                casus:isFindingOver <claim/c> .
              """);
    }

    @Test
    void bothDenyTheSame() {
      given("<statement/a> casus:denies <claim/c> . <statement/b> casus:denies <claim/c> .");
      assertThat(found()).containsExactly("concurrence/a--b--c");
    }

    @Test
    void oneSpeakerWhoRepeatsHimself() {
      given(
          """
          <statement/a> casus:asserts <claim/c> .
          <statement/b> casus:asserts <claim/c> ; casus:hasSpeaker <actor/x> .
          """);
      assertThat(concluded("comparisons").isEmpty()).isTrue();
    }

    @Test
    void reportOfTheOtherIsNoConcurrence() {
      given(
          """
          <statement/a> casus:asserts <claim/c> .
          <statement/b> casus:asserts <claim/c> ; casus:relays <statement/a> .
          """);
      assertThat(concluded("comparisons").isEmpty()).isTrue();
    }

    @Test
    void secondRunAddsNothing() {
      given("<statement/a> casus:asserts <claim/c> . <statement/b> casus:asserts <claim/c> .");
      assertThatSecondRunAddsNothing();
    }
  }

  @Nested
  class Assessments {

    @Test
    void opposedVerdicts() {
      judged("a", "x", "endorsed");
      judged("b", "y", "rejected");
      assertThatGraph(concluded("comparisons"))
          .hasExactly(
              """
              <contradiction/a--b> a casus:Contradiction ; rdfs:label "Contradiction: a / b"@en ;
                casus:isFindingAbout <assessment/a> , <assessment/b> ;
                casus:isFindingOver <theory/t> .
              """);
    }

    @Test
    void opposedVerdictsOfOneAuthor() {
      judged("a", "x", "rejected");
      judged("b", "x", "partly-endorsed");
      assertThatGraph(concluded("comparisons"))
          .hasAtLeast(
              "<contradiction/a--b> rdfs:label \"Contradiction within one author: a / b\"@en .");
    }

    @Test
    void verdictsThatGoTogether() {
      judged("a", "x", "endorsed");
      judged("b", "y", "partly-endorsed");
      judged("c", "z", "set-aside");
      assertThat(concluded("comparisons").isEmpty()).isTrue();
    }

    @Test
    void sameVerdictOfOthers() {
      judged("a", "x", "insufficient");
      judged("b", "y", "insufficient");
      assertThat(found()).containsExactly("concurrence/a--b");
    }

    @Test
    void sameVerdictOfOneAuthor() {
      judged("a", "x", "insufficient");
      judged("b", "x", "insufficient");
      assertThat(concluded("comparisons").isEmpty()).isTrue();
    }

    @Test
    void bothSetItAside() {
      judged("a", "x", "set-aside");
      judged("b", "y", "set-aside");
      assertThat(concluded("comparisons").isEmpty()).isTrue();
    }

    @Test
    void anotherTheory() {
      judged("a", "x", "endorsed");
      given(
          """
          <assessment/b> a casus:Assessment ; rdfs:label "b"@en ;
            casus:isAssessmentOf <theory/u> ; casus:isAssessmentBy <actor/y> ;
            casus:verdict <verdict/rejected> .
          """);
      assertThat(concluded("comparisons").isEmpty()).isTrue();
    }

    private void judged(String slug, String author, String verdict) {
      given(
          """
          <assessment/%1$s> a casus:Assessment ; rdfs:label "%1$s"@en ;
            casus:isAssessmentOf <theory/t> ; casus:isAssessmentBy <actor/%2$s> ;
            casus:verdict <verdict/%3$s> .
          """
              .formatted(slug, author, verdict));
    }
  }

  private SortedSet<String> found() {
    SortedSet<String> found = records("comparisons", "Contradiction");
    found.addAll(records("comparisons", "Concurrence"));
    return found;
  }
}
