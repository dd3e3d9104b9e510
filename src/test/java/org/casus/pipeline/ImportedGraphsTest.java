package org.casus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casus.testing.GraphAssert.assertThatGraph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.casus.dataset.Dataset;
import org.casus.dataset.Imports;
import org.casus.iri.Iris;
import org.casus.mapping.GraphMapping;
import org.casus.mapping.MappedData;
import org.casus.ontology.Ontology;
import org.casus.problem.Location;
import org.casus.problem.Problems;
import org.casus.source.CuratedData;
import org.casus.testing.ImportedText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an import puts into its graph, and how the catalogue describes it. */
class ImportedGraphsTest {

  private static final String STATES =
      """
      stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version
      UKG,200,United Kingdom,1816,1,1,2016,12,31,2016
      """;

  private static final String ALLIANCES =
      """
      version4id,ccode,state_name,all_st_day,all_st_month,all_st_year,all_end_day,all_end_month,\
      all_end_year,ss_type,mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,\
      mem_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente,version
      7,200,"United Kingdom",1,2,1900,,,,"Type I: Defense Pact",1,2,1900,,,,0,1,1,0,0,0,4.1
      """;

  @TempDir private Path directory;
  private Imports imports;
  private MappedData mapped;

  @BeforeEach
  void map() throws IOException {
    imports = Imports.at(directory.resolve("db"));
    ImportedText.add(imports, Dataset.COW_STATES, directory.resolve("states2016.csv"), STATES);
    ImportedText.add(imports, Dataset.COW_ALLIANCES, directory.resolve("alliances.csv"), ALLIANCES);
    Problems problems = new Problems();
    CuratedData nothing = new CuratedData(List.of(), List.of());
    Ontology ontology = Ontology.read(Path.of("ontology"), problems);
    mapped =
        GraphMapping.map(
            nothing,
            imports.read(nothing, problems).stream()
                .flatMap(content -> content.rows().stream())
                .toList(),
            ontology);
    assertThat(problems.errors()).isZero();
    CatalogueGraph.writeImports(mapped.dataset(), imports);
  }

  private Graph graph(String name) {
    DatasetGraph dataset = mapped.dataset();
    return dataset.getGraph(Iris.graph(name));
  }

  @Test
  void states() {
    assertThatGraph(graph("dataset/cow-states-2016"))
        .hasExactly(
            """
            <https://w3id.org/casus/id/actor/cow-200> a casus:State ;
              rdfs:label "United Kingdom"@en ;
              casus:cowCode 200 ;
              dcterms:source <https://w3id.org/casus/id/source/cow-states-2016> ;
              casus:locator "ccode 200" ;
              casus:factStatus <https://w3id.org/casus/id/fact-status/single> .
            <https://w3id.org/casus/id/system-membership/cow-200-1816> a casus:SystemMembership ;
              rdfs:label "United Kingdom in the interstate system, [..1816-01-01] to still going on"@en ;
              casus:isSystemMembershipOf <https://w3id.org/casus/id/actor/cow-200> ;
              casus:start <https://w3id.org/casus/id/date/%5B..1816-01-01%5D> ;
              casus:end <https://w3id.org/casus/id/date/open> ;
              dcterms:source <https://w3id.org/casus/id/source/cow-states-2016> ;
              casus:locator "ccode 200, row 2" ;
              casus:factStatus <https://w3id.org/casus/id/fact-status/single> .
            """);
  }

  @Test
  void alliances() {
    assertThatGraph(graph("dataset/cow-alliances-4.1"))
        .hasExactly(
            """
            <https://w3id.org/casus/id/agreement/cow-7> a casus:Treaty ;
              rdfs:label "COW alliance 7: Type I: Defense Pact, 1900"@en ;
              casus:start <https://w3id.org/casus/id/date/1900-02-01> ;
              casus:end <https://w3id.org/casus/id/date/open> ;
              casus:cowAllianceId 7 ;
              dcterms:source <https://w3id.org/casus/id/source/cow-alliances-4-1> ;
              casus:locator "alliance 7" ;
              casus:factStatus <https://w3id.org/casus/id/fact-status/single> .
            <https://w3id.org/casus/id/participation/cow-7-200-1900> a casus:Participation ;
              rdfs:label "United Kingdom as party of COW alliance 7: Type I: Defense Pact, 1900, 1900-02-01 to still going on"@en ;
              casus:isParticipationIn <https://w3id.org/casus/id/agreement/cow-7> ;
              casus:isParticipationOf <https://w3id.org/casus/id/actor/cow-200> ;
              casus:participationRole <https://w3id.org/casus/id/participation-role/party> ;
              casus:start <https://w3id.org/casus/id/date/1900-02-01> ;
              casus:end <https://w3id.org/casus/id/date/open> ;
              dcterms:source <https://w3id.org/casus/id/source/cow-alliances-4-1> ;
              casus:locator "alliance 7, member 200, row 2" ;
              casus:factStatus <https://w3id.org/casus/id/fact-status/single> .
            <https://w3id.org/casus/id/provision/cow-7-200-1900-defence> a casus:Provision ;
              rdfs:label "COW alliance 7: Type I: Defense Pact, 1900: United Kingdom is obliged to support the other members actively in defence when they are …"@en ;
              casus:isProvisionOf <https://w3id.org/casus/id/agreement/cow-7> ;
              casus:provisionKind <https://w3id.org/casus/id/provision-kind/defence> ;
              casus:gist "United Kingdom is obliged to support the other members actively in defence when they are attacked."@en ;
              casus:owedBy <https://w3id.org/casus/id/actor/cow-200> ;
              casus:condition "armed attack on a party"@en ;
              casus:scopeKind <https://w3id.org/casus/id/scope-kind/unstated> ;
              casus:start <https://w3id.org/casus/id/date/1900-02-01> ;
              casus:end <https://w3id.org/casus/id/date/open> ;
              dcterms:source <https://w3id.org/casus/id/source/cow-alliances-4-1> ;
              casus:locator "alliance 7, member 200, row 2" ;
              casus:factStatus <https://w3id.org/casus/id/fact-status/single> .
            """);
  }

  @Test
  void aRecordNamesTheRowOfTheImportedFile() {
    assertThat(mapped.origins())
        .containsEntry(
            Iris.thing("participation", "cow-7-200-1900"),
            Location.row("imports/cow-alliances-4.1/alliances.csv", 2));
  }

  @Test
  void theCatalogueTellsWhatEachGraphIs() {
    assertThatGraph(graph("catalogue"))
        .hasAtLeast(
            """
            <https://w3id.org/casus/graph/dataset/cow-alliances-4.1> a casus:NamedGraph ;
              rdfs:label "Correlates of War: Formal Alliances, version 4.1, by member"@en ;
              dcterms:source <https://w3id.org/casus/id/source/cow-alliances-4-1> ;
              owl:versionInfo "4.1" ;
              dcterms:temporal "../2012-12-31" ;
              dcterms:bibliographicCitation "Gibler, Douglas M. (2009): International Military Alliances, 1648-2008. CQ Press."@en ;
              prov:wasDerivedFrom <https://w3id.org/casus/id/file/imports%2Fcow-alliances-4.1%2Falliances.csv> .
            <https://w3id.org/casus/id/file/imports%2Fcow-alliances-4.1%2Falliances.csv> a casus:SourceFile ;
              rdfs:label "imports/cow-alliances-4.1/alliances.csv"@en ;
              casus:sha256 "HASH" .
            """
                .replace("HASH", Project.sha256(directory.resolve("alliances.csv"))));
  }
}
