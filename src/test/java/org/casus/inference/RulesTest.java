package org.casus.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casus.testing.GraphAssert.assertThatGraph;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.casus.graph.UnionDataset;
import org.casus.iri.Iris;
import org.casus.vocab.Casus;
import org.casus.vocab.Prov;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What the rule files have in common, and the rules on citations, names, official capacity and what
 * the ontology entails: each fires, does not, and just fails to.
 */
class RulesTest extends RuleFixture {

  @Test
  void everyRuleHasAHeaderAndAGraphOfConclusions() {
    assertThat(rules().headers().stream().map(RuleHeader::name))
        .containsExactly(
            "bond-of-all-parties",
            "bond-of-members",
            "bond-of-named-parties",
            "casus-foederis",
            "casus-foederis-help",
            "casus-foederis-not-obliged",
            "casus-foederis-obliged-and-acted",
            "casus-foederis-obliged-no-help",
            "casus-foederis-scope-of-named-places",
            "casus-foederis-scope-of-territory",
            "casus-foederis-scope-without-places",
            "casus-foederis-undetermined",
            "casus-foederis-without-place",
            "citations",
            "claim-according-to-speaker",
            "claim-concerns-place",
            "concurrence-of-assessments",
            "concurrence-of-statements",
            "contradiction-of-assessments",
            "contradiction-of-statements",
            "cross-pressure-by-roles",
            "cross-pressure-by-sides",
            "names",
            "official-capacity-as-reported",
            "official-capacity-institution",
            "official-capacity-tenure",
            "owl-entailment",
            "relation-aligned-as-coded",
            "relation-as-coded",
            "relation-by-treaty",
            "speaks-officially-for",
            "stage-between",
            "stage-other-related-primary",
            "stage-other-related-secondary",
            "stage-placement",
            "stage-self-related",
            "stage-tie");
    assertThat(rules().headers()).allMatch(header -> header.graph().startsWith("inferred/"));
  }

  @Nested
  class Citations {

    @Test
    void articleCitesTheCitedWork() {
      given(
          """
          <citation/c> a casus:Citation ;
            cito:hasCitingEntity <source/a> ; cito:hasCitedEntity <source/b> .
          """);
      assertThatGraph(concluded("citations")).hasExactly("<source/a> cito:cites <source/b> .");
    }

    @Test
    void citationWithoutACitedWorkSaysNothing() {
      given("<citation/c> a casus:Citation ; cito:hasCitingEntity <source/a> .");
      assertThat(concluded("citations").isEmpty()).isTrue();
    }
  }

  @Nested
  class Names {

    @Test
    void nameBecomesAnAlternativeLabelInItsLanguage() {
      given(
          """
          <place/shusha> rdfs:label "Shusha / Shushi"@en .
          <name/n> casus:isNameOf <place/shusha> ; rdfs:label "Շուշի"@hy .
          """);
      assertThatGraph(concluded("names")).hasExactly("<place/shusha> skos:altLabel \"Շուշի\"@hy .");
    }

    @Test
    void labelItselfIsNoAlternative() {
      given(
          """
          <place/shusha> rdfs:label "Shusha"@en .
          <name/n> casus:isNameOf <place/shusha> ; rdfs:label "Shusha"@az .
          """);
      assertThat(concluded("names").isEmpty()).isTrue();
    }
  }

  /** A president who held office from 2012-05-07 to 2018-05-07. */
  @Nested
  class Tenures {

    @BeforeEach
    void tenure() {
      given(
          """
          <actor/putin> a casus:Person ; rdfs:label "Putin"@en .
          <actor/russia> a casus:State ; rdfs:label "Russia"@en .
          <actor/armenia> a casus:State ; rdfs:label "Armenia"@en .
          <office/president> a casus:Office ; rdfs:label "President of Russia"@en ;
            casus:isOfficeOf <actor/russia> .
          <office/chair> a casus:Office ; rdfs:label "Chair in Armenia"@en ;
            casus:isOfficeOf <actor/armenia> .
          <tenure/t> a casus:Tenure ; casus:isTenureOf <actor/putin> ;
            casus:isTenureIn <office/president> ;
            casus:start <date/2012-05-07> ; casus:end <date/2018-05-07> .
          """);
      day("2012-05-07", "2012-05-07", "2012-05-07");
      day("2018-05-07", "2018-05-07", "2018-05-07");
    }

    @Test
    void speakerInOfficeOnTheDayIsCertainlyOfficial() {
      statement("2014-03-18", "2014-03-18", "2014-03-18");
      assertThatGraph(concluded("officials"))
          .hasExactly(
              """
              <capacity/s--t> a casus:OfficialCapacity ;
                rdfs:label "Putin speaking as President of Russia"@en ;
                casus:isCapacityOf <statement/s> ;
                casus:isCapacityOfSpeaker <actor/putin> ;
                casus:onBehalfOf <actor/russia> ;
                casus:inOffice <office/president> ;
                casus:capacityBasis <capacity-basis/tenure> ;
                casus:certainty <certainty/certain> .
              <statement/s> casus:speaksOfficiallyFor <actor/russia> .
              """);
    }

    @Test
    void firstAndLastDayOfTheTenureCount() {
      statement("2012-05-07", "2012-05-07", "2012-05-07");
      assertThat(certainties()).containsExactly("certainty/certain");
    }

    @Test
    void lastDayOfTheTenureCounts() {
      statement("2018-05-07", "2018-05-07", "2018-05-07");
      assertThat(certainties()).containsExactly("certainty/certain");
    }

    @Test
    void tenureThatEndedTheDayBefore() {
      statement("2018-05-08", "2018-05-08", "2018-05-08");
      assertThat(concluded("officials").isEmpty()).isTrue();
    }

    @Test
    void tenureThatBeginsTheDayAfter() {
      statement("2012-05-06", "2012-05-06", "2012-05-06");
      assertThat(concluded("officials").isEmpty()).isTrue();
    }

    @Test
    void undatedStatement() {
      given("<statement/s> a casus:Statement ; casus:hasSpeaker <actor/putin> .");
      assertThat(concluded("officials").isEmpty()).isTrue();
    }

    @Test
    void statementOfSomebodyElse() {
      given("<actor/other> a casus:Person ; rdfs:label \"Other\"@en .");
      statement("2014-03-18", "2014-03-18", "2014-03-18", "other");
      assertThat(concluded("officials").isEmpty()).isTrue();
    }

    @Test
    void officeOfAnotherStateSpeaksForThatState() {
      given(
          """
          <tenure/u> a casus:Tenure ; casus:isTenureOf <actor/putin> ;
            casus:isTenureIn <office/chair> ;
            casus:start <date/2019-01-01> ; casus:end <date/open> .
          """);
      day("2019-01-01", "2019-01-01", "2019-01-01");
      statement("2020-09-27", "2020-09-27", "2020-09-27");
      assertThatGraph(concluded("officials"))
          .hasAtLeast(
              """
              <capacity/s--u> casus:onBehalfOf <actor/armenia> ;
                casus:certainty <certainty/certain> .
              <statement/s> casus:speaksOfficiallyFor <actor/armenia> .
              """);
      assertThat(concluded("officials").find(Node.ANY, Node.ANY, thing("actor/russia")).hasNext())
          .isFalse();
    }

    @Test
    void tenureThatStillGoesOnIsCertain() {
      given(
          """
          <tenure/u> a casus:Tenure ; casus:isTenureOf <actor/putin> ;
            casus:isTenureIn <office/president> ;
            casus:start <date/2018-05-08> ; casus:end <date/open> .
          """);
      day("2018-05-08", "2018-05-08", "2018-05-08");
      statement("2020-12-17", "2020-12-17", "2020-12-17");
      assertThat(certainties()).containsExactly("certainty/certain");
    }

    @Test
    void unknownEndIsPossible() {
      given(
          """
          <tenure/u> a casus:Tenure ; casus:isTenureOf <actor/putin> ;
            casus:isTenureIn <office/president> ; casus:start <date/2018-05-08> .
          """);
      day("2018-05-08", "2018-05-08", "2018-05-08");
      statement("2020-12-17", "2020-12-17", "2020-12-17");
      assertThat(certainties()).containsExactly("certainty/possible");
    }

    @Test
    void unknownStartIsNotCertain() {
      given(
          """
          <tenure/u> a casus:Tenure ; casus:isTenureOf <actor/putin> ;
            casus:isTenureIn <office/chair> ; casus:end <date/2011> .
          """);
      day("2011", "2011-01-01", "2011-12-31");
      statement("2010-12-17", "2010-12-17", "2010-12-17");
      assertThat(certainties()).doesNotContain("certainty/certain");
    }

    @Test
    void statementThatStraddlesTheStartIsPossible() {
      statement("2012-05", "2012-05-01", "2012-05-31");
      assertThat(certainties()).containsExactly("certainty/possible");
    }

    @Test
    void possibleCapacityGivesNoShortCut() {
      statement("2012-05", "2012-05-01", "2012-05-31");
      assertThat(
              concluded("officials")
                  .find(Node.ANY, Casus.SPEAKS_OFFICIALLY_FOR, Node.ANY)
                  .hasNext())
          .isFalse();
    }

    @Test
    void statementThatStraddlesTheEndIsPossible() {
      statement("2018", "2018-01-01", "2018-12-31");
      assertThat(certainties()).containsExactly("certainty/possible");
    }

    @Test
    void impreciseStartOfTheTenureIsPossibleWithinItAndCertainAfterIt() {
      given(
          """
          <tenure/u> a casus:Tenure ; casus:isTenureOf <actor/putin> ;
            casus:isTenureIn <office/president> ;
            casus:start <date/2019> ; casus:end <date/open> .
          """);
      day("2019", "2019-01-01", "2019-12-31");
      statement("2019-06-01", "2019-06-01", "2019-06-01");
      assertThat(certainties()).containsExactly("certainty/possible");
    }

    @Test
    void impreciseEndOfTheTenureIsPossibleWithinIt() {
      given(
          """
          <tenure/u> a casus:Tenure ; casus:isTenureOf <actor/putin> ;
            casus:isTenureIn <office/president> ;
            casus:start <date/2019-01-01> ; casus:end <date/2020> .
          """);
      day("2019-01-01", "2019-01-01", "2019-01-01");
      day("2020", "2020-01-01", "2020-12-31");
      statement("2020-06-01", "2020-06-01", "2020-06-01");
      assertThat(certainties()).containsExactly("certainty/possible");
    }

    @Test
    void twoOfficesGiveTwoCapacities() {
      given(
          """
          <tenure/u> a casus:Tenure ; casus:isTenureOf <actor/putin> ;
            casus:isTenureIn <office/chair> ;
            casus:start <date/2012-05-07> ; casus:end <date/2018-05-07> .
          """);
      statement("2014-03-18", "2014-03-18", "2014-03-18");
      assertThatGraph(concluded("officials"))
          .hasAtLeast(
              """
              <capacity/s--t> casus:onBehalfOf <actor/russia> .
              <capacity/s--u> casus:onBehalfOf <actor/armenia> .
              """);
    }
  }

  @Nested
  class Institutions {

    @BeforeEach
    void actors() {
      given(
          """
          <actor/csto> a casus:MilitaryAlliance ; rdfs:label "CSTO"@en .
          <actor/officials> a casus:Collective ; rdfs:label "CSTO officials"@en ;
            casus:isOrganOf <actor/csto> .
          <actor/russia> a casus:State ; rdfs:label "Russia"@en .
          <actor/government> a casus:StateInstitution ; rdfs:label "Government"@en ;
            casus:isOrganOf <actor/russia> .
          <actor/ministry> a casus:StateInstitution ; rdfs:label "Ministry"@en ;
            casus:isOrganOf <actor/government> .
          <actor/media> a casus:MediaOutlet ; rdfs:label "Newspaper"@en .
          """);
    }

    @Test
    void stateSpeaksForItself() {
      undated("russia");
      assertThatGraph(concluded("officials"))
          .hasExactly(
              """
              <capacity/s--russia--russia> a casus:OfficialCapacity ;
                rdfs:label "Russia speaking for itself"@en ;
                casus:isCapacityOf <statement/s> ;
                casus:isCapacityOfSpeaker <actor/russia> ;
                casus:onBehalfOf <actor/russia> ;
                casus:capacityBasis <capacity-basis/institution> ;
                casus:certainty <certainty/certain> .
              <statement/s> casus:speaksOfficiallyFor <actor/russia> .
              """);
    }

    @Test
    void groupOfOfficialsOfAnOrganisation() {
      undated("officials");
      assertThatGraph(concluded("officials"))
          .hasExactly(
              """
              <capacity/s--officials--csto> a casus:OfficialCapacity ;
                rdfs:label "CSTO officials speaking for CSTO"@en ;
                casus:isCapacityOf <statement/s> ;
                casus:isCapacityOfSpeaker <actor/officials> ;
                casus:onBehalfOf <actor/csto> ;
                casus:capacityBasis <capacity-basis/collective> ;
                casus:certainty <certainty/certain> .
              <statement/s> casus:speaksOfficiallyFor <actor/csto> .
              """);
    }

    @Test
    void organOfAnOrganSpeaksForTheStateOnly() {
      undated("ministry");
      assertThatGraph(concluded("officials"))
          .hasAtLeast("<statement/s> casus:speaksOfficiallyFor <actor/russia> .");
      assertThat(
              concluded("officials")
                  .find(Node.ANY, Casus.ON_BEHALF_OF, thing("actor/government"))
                  .hasNext())
          .isFalse();
    }

    @Test
    void mediaOutletIsNoOrgan() {
      undated("media");
      assertThat(concluded("officials").isEmpty()).isTrue();
    }

    @Test
    void groupThatIsNobodysOrgan() {
      given("<actor/crowd> a casus:Collective ; rdfs:label \"Crowd\"@en .");
      undated("crowd");
      assertThat(concluded("officials").isEmpty()).isTrue();
    }

    private void undated(String speaker) {
      given("<statement/s> a casus:Statement ; casus:hasSpeaker <actor/%s> .".formatted(speaker));
    }
  }

  @Nested
  class AsReported {

    @BeforeEach
    void actors() {
      given(
          """
          <actor/gul> a casus:Person ; rdfs:label "Gül"@en .
          <actor/sarkozy> a casus:Person ; rdfs:label "Sarkozy"@en .
          <actor/turkey> a casus:State ; rdfs:label "Turkey"@en .
          <office/president> a casus:Office ; rdfs:label "President of Turkey"@en ;
            casus:isOfficeOf <actor/turkey> .
          """);
    }

    @Test
    void undatedStatementOfASpeakerIntroducedByAnOffice() {
      given(
          """
          <statement/s> a casus:Statement ; casus:hasSpeaker <actor/gul> ;
            casus:spokenAs <office/president> .
          """);
      assertThatGraph(concluded("officials"))
          .hasExactly(
              """
              <capacity/s--gul--president> a casus:OfficialCapacity ;
                rdfs:label "Gül speaking as President of Turkey (as reported)"@en ;
                casus:isCapacityOf <statement/s> ;
                casus:isCapacityOfSpeaker <actor/gul> ;
                casus:onBehalfOf <actor/turkey> ;
                casus:inOffice <office/president> ;
                casus:capacityBasis <capacity-basis/as-reported> ;
                casus:certainty <certainty/possible> .
              """);
    }

    @Test
    void tenureOnTheDayMakesItSuperfluous() {
      given(
          """
          <tenure/t> casus:isTenureOf <actor/gul> ; casus:isTenureIn <office/president> ;
            casus:start <date/2007-08-28> ; casus:end <date/2014-08-28> .
          """);
      day("2007-08-28", "2007-08-28", "2007-08-28");
      day("2014-08-28", "2014-08-28", "2014-08-28");
      statement("2010-01-01", "2010-01-01", "2010-01-01", "gul");
      given("<statement/s> casus:spokenAs <office/president> .");
      assertThat(bases()).containsExactly("capacity-basis/tenure");
    }

    @Test
    void ofSeveralSpeakersTheOneWhoEverHeldTheOffice() {
      given(
          """
          <tenure/t> casus:isTenureOf <actor/gul> ; casus:isTenureIn <office/president> .
          <statement/s> a casus:Statement ; casus:hasSpeaker <actor/gul>, <actor/sarkozy> ;
            casus:spokenAs <office/president> .
          """);
      assertThatGraph(concluded("officials"))
          .hasAtLeast("<capacity/s--gul--president> casus:onBehalfOf <actor/turkey> .");
      assertThat(
              concluded("officials")
                  .find(Node.ANY, Casus.IS_CAPACITY_OF_SPEAKER, thing("actor/sarkozy"))
                  .hasNext())
          .isFalse();
    }

    @Test
    void ofSeveralSpeakersNobodyWhoEverHeldTheOffice() {
      given(
          """
          <statement/s> a casus:Statement ; casus:hasSpeaker <actor/gul>, <actor/sarkozy> ;
            casus:spokenAs <office/president> .
          """);
      assertThat(concluded("officials").isEmpty()).isTrue();
    }

    @Test
    void speakerWhoIsNotIntroducedByAnOffice() {
      given("<statement/s> a casus:Statement ; casus:hasSpeaker <actor/gul> .");
      assertThat(concluded("officials").isEmpty()).isTrue();
    }
  }

  @Nested
  class OwlEntailment {

    @Test
    void broaderClassesAndProperties() {
      given("<actor/russia> a casus:State . <event/battle> casus:isSubEventOf <event/war> .");
      assertThatGraph(concluded("owl"))
          .hasAtLeast("<actor/russia> a casus:Actor, prov:Agent . <event/battle> a casus:Event .");
    }

    @Test
    void containmentIsTransitive() {
      given(
          """
          <place/a> casus:isPartOf <place/b> .
          <place/b> casus:isPartOf <place/c> .
          """);
      assertThatGraph(concluded("owl")).hasAtLeast("<place/a> casus:isWithin <place/c> .");
      assertThat(
              concluded("owl").find(thing("place/a"), Casus.IS_PART_OF, thing("place/c")).hasNext())
          .isFalse();
    }

    @Test
    void siblingsAreNotWithinEachOther() {
      given(
          """
          <place/a> casus:isPartOf <place/c> .
          <place/b> casus:isPartOf <place/c> .
          """);
      assertThat(concluded("owl").find(thing("place/a"), Node.ANY, thing("place/b")).hasNext())
          .isFalse();
    }

    @Test
    void termsAndLiteralsGetNoConclusions() {
      given("<claim/c> casus:gist \"Gist.\"@en .");
      assertThat(concluded("owl").find().toList())
          .allMatch(triple -> triple.getSubject().getURI().startsWith(Iris.THINGS));
    }

    @Test
    void derivedRecordsGetTheirBroaderClassesToo() {
      given(
          """
          <actor/russia> a casus:State ; rdfs:label "Russia"@en .
          <statement/s> casus:hasSpeaker <actor/russia> .
          """);
      assertThatGraph(concluded("owl")).hasAtLeast("<capacity/s--russia--russia> a prov:Entity .");
    }
  }

  @Test
  void secondRunAddsNothing() {
    given(
        """
        <actor/russia> a casus:State ; rdfs:label "Russia"@en .
        <actor/putin> a casus:Person ; rdfs:label "Putin"@en .
        <office/president> rdfs:label "President"@en ; casus:isOfficeOf <actor/russia> .
        <statement/s> a casus:Statement ; casus:hasSpeaker <actor/russia>, <actor/putin> .
        <statement/t> a casus:Statement ; casus:hasSpeaker <actor/putin> ;
          casus:spokenAs <office/president> .
        <citation/c> cito:hasCitingEntity <source/a> ; cito:hasCitedEntity <source/b> .
        <name/n> casus:isNameOf <actor/russia> ; rdfs:label "Россия"@ru .
        <place/a> casus:isPartOf <place/b> .
        """);
    long added = rules().apply(UnionDataset.of(dataset()));
    assertThat(added).isPositive();
    long size = dataset().stream().count();
    assertThat(rules().apply(UnionDataset.of(dataset()))).isZero();
    assertThat(dataset().stream().count()).isEqualTo(size);
  }

  @Test
  void conclusionsDoNotRepeatPremises() {
    given(
        """
        <citation/c> cito:hasCitingEntity <source/a> ; cito:hasCitedEntity <source/b> .
        <source/a> cito:cites <source/b> .
        """);
    assertThat(concluded("citations").isEmpty()).isTrue();
  }

  @Test
  void conclusionsAreSortedIntoTheGraphsOfTheirRules() {
    given("<actor/russia> a casus:State ; rdfs:label \"Russia\"@en .");
    Graph before = GraphFactory.createDefaultGraph();
    dataset().getGraph(Iris.graph("reference")).find().forEach(before::add);
    rules().apply(UnionDataset.of(dataset()));
    assertThat(dataset().getGraph(Iris.graph("reference")).isIsomorphicWith(before)).isTrue();
    Set<String> graphs = new TreeSet<>();
    dataset().listGraphNodes().forEachRemaining(graph -> graphs.add(Iris.graphName(graph)));
    assertThat(graphs).containsExactly("inferred/owl", "ontology", "reference");
  }

  @Test
  void everyCapacityTellsItsRuleAndItsPremises() {
    given(
        """
        <actor/russia> a casus:State ; rdfs:label "Russia"@en .
        <actor/putin> a casus:Person ; rdfs:label "Putin"@en .
        <office/president> rdfs:label "President"@en ; casus:isOfficeOf <actor/russia> .
        <statement/s> casus:hasSpeaker <actor/russia> .
        <statement/t> casus:hasSpeaker <actor/putin> ; casus:spokenAs <office/president> .
        """);
    Graph officials = concluded("officials");
    Graph derivations = dataset().getGraph(Iris.graph("inferred/derivations"));
    Set<Node> known = new TreeSet<>(Comparator.comparing(Node::getURI));
    rules().headers().forEach(header -> known.add(Iris.thing("rule", header.name())));
    List<Node> capacities =
        officials
            .find(Node.ANY, Casus.IS_CAPACITY_OF, Node.ANY)
            .mapWith(triple -> triple.getSubject())
            .toList();
    assertThat(capacities).hasSize(2);
    for (Node capacity : capacities) {
      Node derivation =
          derivations
              .find(capacity, Prov.WAS_GENERATED_BY, Node.ANY)
              .mapWith(triple -> triple.getObject())
              .next();
      assertThat(
              derivations
                  .find(derivation, Casus.DERIVED_BY, Node.ANY)
                  .mapWith(triple -> triple.getObject())
                  .toList())
          .singleElement()
          .satisfies(rule -> assertThat(known).contains(rule));
      assertThat(
              derivations
                  .find(derivation, Prov.USED, Node.ANY)
                  .mapWith(triple -> triple.getObject())
                  .toList())
          .hasSizeGreaterThanOrEqualTo(2)
          .allMatch(
              premise -> dataset().contains(Iris.graph("reference"), premise, Node.ANY, Node.ANY));
    }
  }

  private void day(String name, String first, String last) {
    given(
        """
        <date/%s> casus:firstDay "%s"^^xsd:date ; casus:lastDay "%s"^^xsd:date .
        """
            .formatted(name, first, last));
  }

  private void statement(String date, String first, String last) {
    statement(date, first, last, "putin");
  }

  private void statement(String date, String first, String last, String speaker) {
    day(date, first, last);
    given(
        """
        <statement/s> a casus:Statement ; casus:hasSpeaker <actor/%s> ; casus:date <date/%s> .
        """
            .formatted(speaker, date));
  }

  private Set<String> certainties() {
    return objects(Casus.CERTAINTY);
  }

  private Set<String> bases() {
    return objects(Casus.CAPACITY_BASIS);
  }

  private Set<String> objects(Node property) {
    Set<String> found = new TreeSet<>();
    concluded("officials")
        .find(Node.ANY, property, Node.ANY)
        .forEach(triple -> found.add(triple.getObject().getURI().substring(Iris.THINGS.length())));
    return found;
  }
}
