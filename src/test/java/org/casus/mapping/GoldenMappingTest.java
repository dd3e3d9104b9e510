package org.casus.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casus.testing.GraphAssert.assertThatGraph;

import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.casus.iri.Iris;
import org.casus.ontology.Ontology;
import org.casus.problem.Problems;
import org.casus.source.CuratedData;
import org.casus.source.DataDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small tables in, the whole of their graphs out. */
class GoldenMappingTest {

  private static final Ontology ONTOLOGY = Ontology.read(Path.of("ontology"), new Problems());

  private static final String WORK =
      """
      <date/2021-05>
        a casus:CalendarDate ;
        rdfs:label "2021-05"@en ;
        casus:edtf "2021-05" ;
        casus:firstDay "2021-05-01"^^xsd:date ;
        casus:lastDay "2021-05-31"^^xsd:date ;
        casus:precision <date-precision/month> ;
        casus:value "2021-05"^^xsd:gYearMonth .
      <source/doe-2021>
        a casus:ResearchArticle ;
        rdfs:label "Doe and Roe 2021"@en ;
        dcterms:issued <date/2021-05> ;
        dcterms:language "en" ;
        dcterms:publisher "Press" ;
        dcterms:title "On War" ;
        bibo:doi "10.1000/7" ;
        bibo:issue "2" ;
        bibo:pages "1–20" ;
        bibo:volume "7" ;
        skos:editorialNote "Read twice."@en ;
        foaf:page <https://example.org/on-war> ;
        casus:accessStatus <access-status/consulted> ;
        casus:authorText "Doe, Jane", "Roe, Richard" ;
        casus:containerTitle "Journal of Cases" ;
        casus:editorText "House of Editors" ;
        casus:placeOfPublication "London" .
      """;

  @TempDir private Path directory;
  private DataDirectory data;

  @BeforeEach
  void fill() {
    data =
        DataDirectory.in(directory)
            .file(
                "bibliography.bib",
                """
                @article{doe-2021,
                  author = {Doe, Jane and Roe, Richard},
                  editor = {{House of Editors}},
                  title = {On War},
                  journal = {Journal of Cases},
                  publisher = {Press},
                  address = {London},
                  date = {2021-05},
                  volume = {7},
                  number = {2},
                  pages = {1–20},
                  doi = {10.1000/7},
                  url = {https://example.org/on-war},
                  langid = {en},
                  casuskind = {research-article},
                  access = {consulted},
                  shorttitle = {Doe and Roe 2021},
                  note = {Read twice.}
                }
                """);
  }

  @Test
  void work() {
    assertThatGraph(graph("reference")).hasExactly(WORK);
  }

  @Test
  void linksToWikidata() {
    data.rows(
            "actors/actors.csv",
            """
            russia,state,Russia,,,,,verified,doe-2021,p 1,,
            """)
        .rows(
            "links/wikidata-links.csv",
            """
            actor-russia,actor/russia,same-as,Q159,verified,high,Paired with the name.,2021-05,doe-2021,p 1,doe-2021,A remark.
            actor-russia-not-q1,actor/russia,,Q1,rejected,,Another thing.,2021-05,doe-2021,p 1,,
            term-person,casus:Person,exact-match,Q5,single,low,Paired once.,2021-05,doe-2021,p 1,,
            """);
    assertThatGraph(graph("wikidata"))
        .hasExactly(
            """
            <actor/russia> owl:sameAs <http://www.wikidata.org/entity/Q159> .
            <link/actor-russia>
              a casus:WikidataLink ;
              rdfs:label "Russia on Wikidata: Q159"@en ;
              dcterms:source <source/doe-2021> ;
              skos:editorialNote "A remark."@en ;
              casus:checkedOn <date/2021-05> ;
              casus:corroboratedBy <source/doe-2021> ;
              casus:isLinkOf <actor/russia> ;
              casus:linkConfidence <link-confidence/high> ;
              casus:linkEvidence "Paired with the name."@en ;
              casus:linkRelation <link-relation/same-as> ;
              casus:linkStatus <link-status/verified> ;
              casus:locator "p 1" ;
              casus:pointsToItem <http://www.wikidata.org/entity/Q159> .
            <link/actor-russia-not-q1>
              a casus:WikidataLink ;
              rdfs:label "Russia on Wikidata: rejected Q1"@en ;
              dcterms:source <source/doe-2021> ;
              casus:checkedOn <date/2021-05> ;
              casus:isLinkOf <actor/russia> ;
              casus:linkEvidence "Another thing."@en ;
              casus:linkStatus <link-status/rejected> ;
              casus:locator "p 1" ;
              casus:pointsToItem <http://www.wikidata.org/entity/Q1> .
            <link/term-person>
              a casus:WikidataLink ;
              rdfs:label "person on Wikidata: Q5"@en ;
              dcterms:source <source/doe-2021> ;
              casus:checkedOn <date/2021-05> ;
              casus:isLinkOf casus:Person ;
              casus:linkConfidence <link-confidence/low> ;
              casus:linkEvidence "Paired once."@en ;
              casus:linkRelation <link-relation/exact-match> ;
              casus:linkStatus <link-status/single> ;
              casus:locator "p 1" ;
              casus:pointsToItem <http://www.wikidata.org/entity/Q5> .
            """);
  }

  @Test
  void actors() {
    data.rows(
            "actors/actors.csv",
            """
            csto,international-organisation,CSTO,,,,,verified,doe-2021,p 1,,
            kremlin,state-institution,Kremlin,Seat of the president.,russia,,,verified,doe-2021,p 1,,
            russia,state,Russia,,,RUS,365,verified,doe-2021,p 1;p 2,doe-2021,A remark.
            vladimir-putin,person,Vladimir Putin,,,,,single,doe-2021,p 3,,
            """)
        .rows(
            "actors/actor-names.csv",
            """
            russia-ru,russia,Россия,ru,russia;vladimir-putin,official,verified,doe-2021,p 1,,
            russia-rus,russia,RUS,,,abbreviation,verified,doe-2021,p 1,,
            """)
        .rows(
            "actors/offices.csv",
            """
            president-of-russia,President of Russia,russia,kremlin,verified,doe-2021,p 1,,
            """)
        .rows(
            "actors/tenures.csv",
            """
            putin-1,vladimir-putin,president-of-russia,1999-12-31,2000-05-07,true,verified,doe-2021,p 1,,
            putin-2,vladimir-putin,president-of-russia,2012-05-07,..,false,verified,doe-2021,p 1,,
            """)
        .rows(
            "actors/memberships.csv",
            """
            russia-csto,russia,csto,founding-member,2002-10,,verified,doe-2021,p 1,,
            """);
    assertThatGraph(graph("reference"))
        .hasExactly(
            WORK
                + """
                <actor/csto>
                  a casus:InternationalOrganisation ;
                  rdfs:label "CSTO"@en ;
                  dcterms:source <source/doe-2021> ;
                  casus:factStatus <fact-status/verified> ;
                  casus:locator "p 1" .
                <actor/kremlin>
                  a casus:StateInstitution ;
                  rdfs:label "Kremlin"@en ;
                  dcterms:description "Seat of the president."@en ;
                  dcterms:source <source/doe-2021> ;
                  casus:factStatus <fact-status/verified> ;
                  casus:isOrganOf <actor/russia> ;
                  casus:locator "p 1" .
                <actor/russia>
                  a casus:State ;
                  rdfs:label "Russia"@en ;
                  dcterms:source <source/doe-2021> ;
                  skos:editorialNote "A remark."@en ;
                  casus:corroboratedBy <source/doe-2021> ;
                  casus:cowCode 365 ;
                  casus:factStatus <fact-status/verified> ;
                  casus:isoCode "RUS" ;
                  casus:locator "p 2", "p 1" .
                <actor/vladimir-putin>
                  a casus:Person ;
                  rdfs:label "Vladimir Putin"@en ;
                  dcterms:source <source/doe-2021> ;
                  casus:factStatus <fact-status/single> ;
                  casus:locator "p 3" .
                <date/1999-12-31>
                  a casus:CalendarDate ;
                  rdfs:label "1999-12-31"@en ;
                  casus:edtf "1999-12-31" ;
                  casus:firstDay "1999-12-31"^^xsd:date ;
                  casus:lastDay "1999-12-31"^^xsd:date ;
                  casus:precision <date-precision/day> ;
                  casus:value "1999-12-31"^^xsd:date .
                <date/2000-05-07>
                  a casus:CalendarDate ;
                  rdfs:label "2000-05-07"@en ;
                  casus:edtf "2000-05-07" ;
                  casus:firstDay "2000-05-07"^^xsd:date ;
                  casus:lastDay "2000-05-07"^^xsd:date ;
                  casus:precision <date-precision/day> ;
                  casus:value "2000-05-07"^^xsd:date .
                <date/2002-10>
                  a casus:CalendarDate ;
                  rdfs:label "2002-10"@en ;
                  casus:edtf "2002-10" ;
                  casus:firstDay "2002-10-01"^^xsd:date ;
                  casus:lastDay "2002-10-31"^^xsd:date ;
                  casus:precision <date-precision/month> ;
                  casus:value "2002-10"^^xsd:gYearMonth .
                <date/2012-05-07>
                  a casus:CalendarDate ;
                  rdfs:label "2012-05-07"@en ;
                  casus:edtf "2012-05-07" ;
                  casus:firstDay "2012-05-07"^^xsd:date ;
                  casus:lastDay "2012-05-07"^^xsd:date ;
                  casus:precision <date-precision/day> ;
                  casus:value "2012-05-07"^^xsd:date .
                <date/open>
                  a casus:CalendarDate ;
                  rdfs:label "still going on"@en ;
                  casus:edtf ".." ;
                  casus:precision <date-precision/open> .
                <membership/russia-csto>
                  a casus:Membership ;
                  rdfs:label "Russia in CSTO as founding-member, 2002-10 to unknown"@en ;
                  dcterms:source <source/doe-2021> ;
                  casus:factStatus <fact-status/verified> ;
                  casus:isMembershipIn <actor/csto> ;
                  casus:isMembershipOf <actor/russia> ;
                  casus:locator "p 1" ;
                  casus:membershipRole <membership-role/founding-member> ;
                  casus:start <date/2002-10> .
                <name/russia-ru>
                  a casus:EntityName ;
                  rdfs:label "Россия"@ru ;
                  dcterms:language "ru" ;
                  dcterms:source <source/doe-2021> ;
                  casus:factStatus <fact-status/verified> ;
                  casus:isNameOf <actor/russia> ;
                  casus:isUsedBy <actor/vladimir-putin>, <actor/russia> ;
                  casus:locator "p 1" ;
                  casus:nameKind <name-kind/official> .
                <name/russia-rus>
                  a casus:EntityName ;
                  rdfs:label "RUS" ;
                  dcterms:source <source/doe-2021> ;
                  casus:factStatus <fact-status/verified> ;
                  casus:isNameOf <actor/russia> ;
                  casus:locator "p 1" ;
                  casus:nameKind <name-kind/abbreviation> .
                <office/president-of-russia>
                  a casus:Office ;
                  rdfs:label "President of Russia"@en ;
                  dcterms:source <source/doe-2021> ;
                  casus:factStatus <fact-status/verified> ;
                  casus:isOfficeIn <actor/kremlin> ;
                  casus:isOfficeOf <actor/russia> ;
                  casus:locator "p 1" .
                <tenure/putin-1>
                  a casus:Tenure ;
                  rdfs:label "Vladimir Putin, acting President of Russia, 1999-12-31 to 2000-05-07"@en ;
                  dcterms:source <source/doe-2021> ;
                  casus:end <date/2000-05-07> ;
                  casus:factStatus <fact-status/verified> ;
                  casus:isActing true ;
                  casus:isTenureIn <office/president-of-russia> ;
                  casus:isTenureOf <actor/vladimir-putin> ;
                  casus:locator "p 1" ;
                  casus:start <date/1999-12-31> .
                <tenure/putin-2>
                  a casus:Tenure ;
                  rdfs:label "Vladimir Putin, President of Russia, 2012-05-07 to still going on"@en ;
                  dcterms:source <source/doe-2021> ;
                  casus:end <date/open> ;
                  casus:factStatus <fact-status/verified> ;
                  casus:isActing false ;
                  casus:isTenureIn <office/president-of-russia> ;
                  casus:isTenureOf <actor/vladimir-putin> ;
                  casus:locator "p 1" ;
                  casus:start <date/2012-05-07> .
                """);
  }

  @Test
  void places() {
    data.rows(
            "actors/actors.csv",
            """
            azerbaijan,state,Azerbaijan,,,,,verified,doe-2021,p 1,,
            """)
        .rows(
            "places/places.csv",
            """
            karabakh,region,Karabakh,,,,,,verified,doe-2021,p 1,,
            shusha,settlement,Shusha / Shushi,A town.,karabakh,azerbaijan,POINT(46.75 39.76),doe-2021,verified,doe-2021,p 1,,
            """)
        .rows(
            "places/place-names.csv",
            """
            shusha-hy,shusha,Շուշի,hy,,alternative,verified,doe-2021,p 1,,
            """)
        .rows(
            "places/control-periods.csv",
            """
            shusha-az,shusha,azerbaijan,2020-11-08,..,verified,doe-2021,p 1,,
            shusha-az-before,shusha,azerbaijan,,1992-05?,verified,doe-2021,p 1,,
            """);
    assertThatGraph(graph("reference"))
        .hasExactly(
            WORK
                + """
                <actor/azerbaijan>
                  a casus:State ;
                  rdfs:label "Azerbaijan"@en ;
                  dcterms:source <source/doe-2021> ;
                  casus:factStatus <fact-status/verified> ;
                  casus:locator "p 1" .
                <control/shusha-az-before>
                  a casus:ControlPeriod ;
                  rdfs:label "Control of Shusha / Shushi by Azerbaijan, unknown to 1992-05?"@en ;
                  dcterms:source <source/doe-2021> ;
                  casus:end <date/1992-05%3F> ;
                  casus:factStatus <fact-status/verified> ;
                  casus:isControlBy <actor/azerbaijan> ;
                  casus:isControlOf <place/shusha> ;
                  casus:locator "p 1" .
                <control/shusha-az>
                  a casus:ControlPeriod ;
                  rdfs:label "Control of Shusha / Shushi by Azerbaijan, 2020-11-08 to still going on"@en ;
                  dcterms:source <source/doe-2021> ;
                  casus:end <date/open> ;
                  casus:factStatus <fact-status/verified> ;
                  casus:isControlBy <actor/azerbaijan> ;
                  casus:isControlOf <place/shusha> ;
                  casus:locator "p 1" ;
                  casus:start <date/2020-11-08> .
                <date/1992-05%3F>
                  a casus:CalendarDate ;
                  rdfs:label "1992-05?"@en ;
                  casus:edtf "1992-05?" ;
                  casus:firstDay "1992-05-01"^^xsd:date ;
                  casus:isApproximate true ;
                  casus:lastDay "1992-05-31"^^xsd:date ;
                  casus:precision <date-precision/month> ;
                  casus:value "1992-05"^^xsd:gYearMonth .
                <date/2020-11-08>
                  a casus:CalendarDate ;
                  rdfs:label "2020-11-08"@en ;
                  casus:edtf "2020-11-08" ;
                  casus:firstDay "2020-11-08"^^xsd:date ;
                  casus:lastDay "2020-11-08"^^xsd:date ;
                  casus:precision <date-precision/day> ;
                  casus:value "2020-11-08"^^xsd:date .
                <date/open>
                  a casus:CalendarDate ;
                  rdfs:label "still going on"@en ;
                  casus:edtf ".." ;
                  casus:precision <date-precision/open> .
                <name/shusha-hy>
                  a casus:EntityName ;
                  rdfs:label "Շուշի"@hy ;
                  dcterms:language "hy" ;
                  dcterms:source <source/doe-2021> ;
                  casus:factStatus <fact-status/verified> ;
                  casus:isNameOf <place/shusha> ;
                  casus:locator "p 1" ;
                  casus:nameKind <name-kind/alternative> .
                <place/karabakh>
                  a casus:Region ;
                  rdfs:label "Karabakh"@en ;
                  dcterms:source <source/doe-2021> ;
                  casus:factStatus <fact-status/verified> ;
                  casus:locator "p 1" .
                <place/shusha>
                  a casus:Settlement ;
                  rdfs:label "Shusha / Shushi"@en ;
                  dcterms:description "A town."@en ;
                  dcterms:source <source/doe-2021> ;
                  geo:asWKT "POINT(46.75 39.76)"^^geo:wktLiteral ;
                  casus:factStatus <fact-status/verified> ;
                  casus:hasRecognisedSovereign <actor/azerbaijan> ;
                  casus:isPartOf <place/karabakh> ;
                  casus:locator "p 1" ;
                  casus:pointSource <source/doe-2021> .
                """);
  }

  @Test
  void agreementsAndEvents() {
    data.rows(
            "actors/actors.csv",
            """
            csto,military-alliance,CSTO,,,,,verified,doe-2021,p 1,,
            russia,state,Russia,,,,,verified,doe-2021,p 1,,
            """)
        .rows("places/places.csv", "tashkent,settlement,Tashkent,,,,,,verified,doe-2021,p 1,,\n")
        .rows(
            "agreements/agreements.csv",
            """
            older,treaty,Older Treaty,,,,,,,,,,verified,doe-2021,p 1,,
            pact,treaty,Pact,1992-05-15,tashkent,1994-04-20,..,csto,older,older,4220,3,verified,doe-2021,p 1,,
            """)
        .rows(
            "agreements/agreement-names.csv",
            """
            pact-name,pact,Tashkent Pact,en,,alternative,verified,doe-2021,p 1,,
            """)
        .rows(
            "agreements/participations.csv",
            """
            pact-russia,pact,russia,party,1992-05-15,..,verified,doe-2021,p 1,,
            """)
        .rows(
            "agreements/provisions.csv",
            """
            pact-help,pact,defence,The parties help each other.,russia,csto,attack,named-places,tashkent,2,,1999,verified,doe-2021,p 1,,
            """)
        .rows(
            "events/events.csv",
            """
            battle,clash,Battle,2020-10-01,2020-10-02,tashkent,war,Lost.,verified,doe-2021,p 1,,
            war,war,War,2020~,,,,,verified,doe-2021,p 1,,
            """)
        .rows(
            "events/event-names.csv",
            "war-name,war,Great War,en,russia,alternative,verified,doe-2021,p 1,,\n")
        .rows(
            "events/event-participants.csv",
            "war-russia,war,russia,mediator,a,2020-10-01,2020-10-02,verified,doe-2021,p 1,,\n");
    assertThatGraph(graph("reference"))
        .hasExactly(
            WORK
                + """
                <actor/csto>
                  a casus:MilitaryAlliance ;
                  rdfs:label "CSTO"@en ;
                  dcterms:source <source/doe-2021> ;
                  casus:factStatus <fact-status/verified> ;
                  casus:locator "p 1" .
                <actor/russia>
                  a casus:State ;
                  rdfs:label "Russia"@en ;
                  dcterms:source <source/doe-2021> ;
                  casus:factStatus <fact-status/verified> ;
                  casus:locator "p 1" .
                <agreement/older>
                  a casus:Treaty ;
                  rdfs:label "Older Treaty"@en ;
                  dcterms:source <source/doe-2021> ;
                  casus:factStatus <fact-status/verified> ;
                  casus:locator "p 1" .
                <agreement/pact>
                  a casus:Treaty ;
                  rdfs:label "Pact"@en ;
                  dcterms:source <source/doe-2021> ;
                  casus:amends <agreement/older> ;
                  casus:atopId 4220 ;
                  casus:cowAllianceId 3 ;
                  casus:end <date/open> ;
                  casus:factStatus <fact-status/verified> ;
                  casus:founds <actor/csto> ;
                  casus:locator "p 1" ;
                  casus:signed <date/1992-05-15> ;
                  casus:signedAt <place/tashkent> ;
                  casus:start <date/1994-04-20> ;
                  casus:supersedes <agreement/older> .
                <date/1992-05-15>
                  a casus:CalendarDate ;
                  rdfs:label "1992-05-15"@en ;
                  casus:edtf "1992-05-15" ;
                  casus:firstDay "1992-05-15"^^xsd:date ;
                  casus:lastDay "1992-05-15"^^xsd:date ;
                  casus:precision <date-precision/day> ;
                  casus:value "1992-05-15"^^xsd:date .
                <date/1994-04-20>
                  a casus:CalendarDate ;
                  rdfs:label "1994-04-20"@en ;
                  casus:edtf "1994-04-20" ;
                  casus:firstDay "1994-04-20"^^xsd:date ;
                  casus:lastDay "1994-04-20"^^xsd:date ;
                  casus:precision <date-precision/day> ;
                  casus:value "1994-04-20"^^xsd:date .
                <date/1999>
                  a casus:CalendarDate ;
                  rdfs:label "1999"@en ;
                  casus:edtf "1999" ;
                  casus:firstDay "1999-01-01"^^xsd:date ;
                  casus:lastDay "1999-12-31"^^xsd:date ;
                  casus:precision <date-precision/year> ;
                  casus:value "1999"^^xsd:gYear .
                <date/2020-10-01>
                  a casus:CalendarDate ;
                  rdfs:label "2020-10-01"@en ;
                  casus:edtf "2020-10-01" ;
                  casus:firstDay "2020-10-01"^^xsd:date ;
                  casus:lastDay "2020-10-01"^^xsd:date ;
                  casus:precision <date-precision/day> ;
                  casus:value "2020-10-01"^^xsd:date .
                <date/2020-10-02>
                  a casus:CalendarDate ;
                  rdfs:label "2020-10-02"@en ;
                  casus:edtf "2020-10-02" ;
                  casus:firstDay "2020-10-02"^^xsd:date ;
                  casus:lastDay "2020-10-02"^^xsd:date ;
                  casus:precision <date-precision/day> ;
                  casus:value "2020-10-02"^^xsd:date .
                <date/2020~>
                  a casus:CalendarDate ;
                  rdfs:label "2020~"@en ;
                  casus:edtf "2020~" ;
                  casus:firstDay "2020-01-01"^^xsd:date ;
                  casus:isApproximate true ;
                  casus:lastDay "2020-12-31"^^xsd:date ;
                  casus:precision <date-precision/year> ;
                  casus:value "2020"^^xsd:gYear .
                <date/open>
                  a casus:CalendarDate ;
                  rdfs:label "still going on"@en ;
                  casus:edtf ".." ;
                  casus:precision <date-precision/open> .
                <event-participation/war-russia>
                  a casus:EventParticipation ;
                  rdfs:label "Russia as mediator in War, 2020-10-01 to 2020-10-02"@en ;
                  dcterms:source <source/doe-2021> ;
                  casus:end <date/2020-10-02> ;
                  casus:eventRole <event-role/mediator> ;
                  casus:factStatus <fact-status/verified> ;
                  casus:isRoleIn <event/war> ;
                  casus:isRoleOf <actor/russia> ;
                  casus:locator "p 1" ;
                  casus:side "a" ;
                  casus:start <date/2020-10-01> .
                <event/battle>
                  a casus:Clash ;
                  rdfs:label "Battle"@en ;
                  dcterms:source <source/doe-2021> ;
                  casus:end <date/2020-10-02> ;
                  casus:factStatus <fact-status/verified> ;
                  casus:isSubEventOf <event/war> ;
                  casus:locator "p 1" ;
                  casus:outcome "Lost."@en ;
                  casus:start <date/2020-10-01> ;
                  casus:tookPlaceAt <place/tashkent> .
                <event/war>
                  a casus:War ;
                  rdfs:label "War"@en ;
                  dcterms:source <source/doe-2021> ;
                  casus:factStatus <fact-status/verified> ;
                  casus:locator "p 1" ;
                  casus:start <date/2020~> .
                <name/pact-name>
                  a casus:EntityName ;
                  rdfs:label "Tashkent Pact"@en ;
                  dcterms:language "en" ;
                  dcterms:source <source/doe-2021> ;
                  casus:factStatus <fact-status/verified> ;
                  casus:isNameOf <agreement/pact> ;
                  casus:locator "p 1" ;
                  casus:nameKind <name-kind/alternative> .
                <name/war-name>
                  a casus:EntityName ;
                  rdfs:label "Great War"@en ;
                  dcterms:language "en" ;
                  dcterms:source <source/doe-2021> ;
                  casus:factStatus <fact-status/verified> ;
                  casus:isNameOf <event/war> ;
                  casus:isUsedBy <actor/russia> ;
                  casus:locator "p 1" ;
                  casus:nameKind <name-kind/alternative> .
                <participation/pact-russia>
                  a casus:Participation ;
                  rdfs:label "Russia as party of Pact, 1992-05-15 to still going on"@en ;
                  dcterms:source <source/doe-2021> ;
                  casus:end <date/open> ;
                  casus:factStatus <fact-status/verified> ;
                  casus:isParticipationIn <agreement/pact> ;
                  casus:isParticipationOf <actor/russia> ;
                  casus:locator "p 1" ;
                  casus:participationRole <participation-role/party> ;
                  casus:start <date/1992-05-15> .
                <place/tashkent>
                  a casus:Settlement ;
                  rdfs:label "Tashkent"@en ;
                  dcterms:source <source/doe-2021> ;
                  casus:factStatus <fact-status/verified> ;
                  casus:locator "p 1" .
                <provision/pact-help>
                  a casus:Provision ;
                  rdfs:label "Pact: The parties help each other"@en ;
                  dcterms:source <source/doe-2021> ;
                  casus:condition "attack"@en ;
                  casus:end <date/1999> ;
                  casus:factStatus <fact-status/verified> ;
                  casus:gist "The parties help each other."@en ;
                  casus:isProvisionOf <agreement/pact> ;
                  casus:locator "p 1" ;
                  casus:owedBy <actor/russia> ;
                  casus:owedTo <actor/csto> ;
                  casus:provisionKind <provision-kind/defence> ;
                  casus:scopeKind <scope-kind/named-places> ;
                  casus:scopePlace <place/tashkent> ;
                  casus:stage 2 .
                """);
  }

  @Test
  void whatAnArticleReports() {
    data.rows(
            "actors/actors.csv",
            """
            armenia,state,Armenia,,,,,verified,doe-2021,p 1,,
            vladimir-putin,person,Vladimir Putin,,,,,single,doe-2021,p 3,,
            """)
        .rows("actors/offices.csv", "president,President,armenia,,verified,doe-2021,p 1,,\n")
        .rows("places/places.csv", "sochi,settlement,Sochi,,,,,,verified,doe-2021,p 1,,\n")
        .rows("events/events.csv", "talks,negotiation,Talks,,,,,,verified,doe-2021,p 1,,\n")
        .rows("agreements/agreements.csv", "pact,treaty,Pact,,,,,,,,,,verified,doe-2021,p 1,,\n")
        .rows(
            "statements/claims.csv",
            """
            a,entitlement,The town is theirs.,sochi,armenia,talks,pact,armenia,territory,unstated,,,,,,,,,,,,,doe-2021,p 2,
            b,responsibility,They are to blame.,,,,,,,,armenia,the war,,,,,,,,,,,doe-2021,p 2,
            c,commitment,They will help.,,,,,,,,,,armenia,vladimir-putin,help,,,,,,,,doe-2021,p 2,
            d,causal,One leads to the other.,,,,,,,,,,,,,one,the other,,,,,,doe-2021,p 2,
            e,preventability,It could have been avoided.,,,,,,,,,,,,,,,preventable,talks,land,,,doe-2021,p 2,
            f,evaluative,They did well.,,,,,,,,,,,,,,,,,,armenia,positive,doe-2021,p 2,A remark.
            """)
        .rows(
            "statements/statements.csv",
            """
            said,vladimir-putin,president,armenia,2020-11-17/2020-11-18,stated,interview,sochi,talks,assertive,"He says a good deal more than would ever fit into the ninety characters of a label, at length.",well said,a;b,c,d,doe-2021,,doe-2021,p 2,
            told,armenia;vladimir-putin,,,,undated,unstated,,,directive,Short.,,e,,,,said,doe-2021,p 2,
            """)
        .rows("citations/citations.csv", "cites,doe-2021,ref 1;ref 2,doe-2021,p 2,\n")
        .rows(
            "notes/curatorial-notes.csv",
            "note,misprint,statement/said;source/doe-2021,A slip.,Kept.,doe-2021,p 2\n");
    assertThatGraph(graph("article/doe-2021"))
        .hasExactly(
            """
            <citation/cites>
              a casus:Citation ;
              rdfs:label "Doe and Roe 2021 cites Doe and Roe 2021"@en ;
              dcterms:source <source/doe-2021> ;
              cito:hasCitedEntity <source/doe-2021> ;
              cito:hasCitingEntity <source/doe-2021> ;
              casus:locator "p 2" ;
              casus:referenceLocator "ref 2", "ref 1" .
            <claim/a>
              a casus:EntitlementClaim ;
              rdfs:label "The town is theirs"@en ;
              dcterms:source <source/doe-2021> ;
              casus:aboutActor <actor/armenia> ;
              casus:aboutAgreement <agreement/pact> ;
              casus:aboutEvent <event/talks> ;
              casus:aboutPlace <place/sochi> ;
              casus:entitledActor <actor/armenia> ;
              casus:entitlementGround <entitlement-ground/unstated> ;
              casus:entitlementObject <entitlement-object/territory> ;
              casus:gist "The town is theirs."@en ;
              casus:locator "p 2" .
            <claim/b>
              a casus:ResponsibilityClaim ;
              rdfs:label "They are to blame"@en ;
              dcterms:source <source/doe-2021> ;
              casus:gist "They are to blame."@en ;
              casus:locator "p 2" ;
              casus:responsibleActor <actor/armenia> ;
              casus:responsibleFor "the war"@en .
            <claim/c>
              a casus:CommitmentClaim ;
              rdfs:label "They will help"@en ;
              dcterms:source <source/doe-2021> ;
              casus:beneficiary <actor/vladimir-putin> ;
              casus:committedActor <actor/armenia> ;
              casus:committedConduct "help"@en ;
              casus:gist "They will help."@en ;
              casus:locator "p 2" .
            <claim/d>
              a casus:CausalClaim ;
              rdfs:label "One leads to the other"@en ;
              dcterms:source <source/doe-2021> ;
              casus:gist "One leads to the other."@en ;
              casus:locator "p 2" ;
              casus:statedCause "one"@en ;
              casus:statedEffect "the other"@en .
            <claim/e>
              a casus:PreventabilityClaim ;
              rdfs:label "It could have been avoided"@en ;
              dcterms:source <source/doe-2021> ;
              casus:gist "It could have been avoided."@en ;
              casus:locator "p 2" ;
              casus:preventability <preventability/preventable> ;
              casus:preventionMeans "talks"@en ;
              casus:preventionPrice "land"@en .
            <claim/f>
              a casus:EvaluativeClaim ;
              rdfs:label "They did well"@en ;
              dcterms:source <source/doe-2021> ;
              skos:editorialNote "A remark."@en ;
              casus:evaluatedActor <actor/armenia> ;
              casus:gist "They did well."@en ;
              casus:locator "p 2" ;
              casus:valence <valence/positive> .
            <note/note>
              a casus:CuratorialNote ;
              rdfs:label "A slip"@en ;
              dcterms:source <source/doe-2021> ;
              casus:gist "A slip."@en ;
              casus:isNoteOn <source/doe-2021>, <statement/said> ;
              casus:locator "p 2" ;
              casus:noteKind <note-kind/misprint> ;
              casus:readingTaken "Kept."@en .
            <statement/said>
              a casus:Statement ;
              rdfs:label "Vladimir Putin (2020-11-17/2020-11-18): He says a good deal more than would ever fit into the ninety characters of a label, at …"@en ;
              dcterms:source <source/doe-2021> ;
              casus:asserts <claim/a>, <claim/b> ;
              casus:date <date/2020-11-17%2F2020-11-18> ;
              casus:dateBasis <date-basis/stated> ;
              casus:denies <claim/c> ;
              casus:gist "He says a good deal more than would ever fit into the ninety characters of a label, at length."@en ;
              casus:hasAddressee <actor/armenia> ;
              casus:hasPrimarySource <source/doe-2021> ;
              casus:hasSpeaker <actor/vladimir-putin> ;
              casus:illocutionaryKind <illocutionary-kind/assertive> ;
              casus:locator "p 2" ;
              casus:madeDuring <event/talks> ;
              casus:medium <medium/interview> ;
              casus:qualifies <claim/d> ;
              casus:quote "well said" ;
              casus:spokenAs <office/president> ;
              casus:spokenAt <place/sochi> .
            <statement/told>
              a casus:Statement ;
              rdfs:label "Armenia, Vladimir Putin (undated): Short"@en ;
              dcterms:source <source/doe-2021> ;
              casus:asserts <claim/e> ;
              casus:dateBasis <date-basis/undated> ;
              casus:gist "Short."@en ;
              casus:hasSpeaker <actor/vladimir-putin>, <actor/armenia> ;
              casus:illocutionaryKind <illocutionary-kind/directive> ;
              casus:locator "p 2" ;
              casus:medium <medium/unstated> ;
              casus:relays <statement/said> .
            """);
  }

  @Test
  void longGistWithoutABlankHasALabel() {
    String word = "x".repeat(200);
    data.rows(
        "statements/claims.csv", "long,causal," + word + ",,,,,,,,,,,,,,,,,,,,doe-2021,p 2,\n");
    assertThatGraph(graph("article/doe-2021"))
        .hasAtLeast("<claim/long> casus:gist \"" + word + "\"@en .");
  }

  private Graph graph(String name) {
    Problems problems = new Problems();
    CuratedData read = data.read(problems);
    assertThat(problems.sorted()).isEmpty();
    return GraphMapping.map(read, ONTOLOGY).dataset().getGraph(Iris.graph(name));
  }
}
