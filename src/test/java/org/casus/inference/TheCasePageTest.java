package org.casus.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The page on the case tells what follows from the data: each table between {@code <!-- data NAME
 * -->} and {@code <!-- /data -->} has the rows of the query of that name, and every record and
 * passage that the page names is there.
 */
class TheCasePageTest {

  private static final Path PAGE = Path.of("src/site/markdown/the-case.md");
  private static final Pattern TABLE =
      Pattern.compile("<!-- data ([a-z-]+) -->\n(.*?)<!-- /data -->", Pattern.DOTALL);
  private static final Pattern RECORD = Pattern.compile("`([a-z-]+/[a-z0-9-]+)`");
  private static final Pattern CITATION =
      Pattern.compile("\\(((?:abushov-babayev|soghomonyan)-[0-9]{4}), ([^)]+)\\)");

  private static final String ON_THE_FIRST_DAY =
      """
      OPTIONAL { ?record casus:start/casus:firstDay ?first }
      OPTIONAL { ?record casus:start/casus:lastDay ?start }
      OPTIONAL { ?record casus:end ?end }
      OPTIONAL { ?record casus:end/casus:lastDay ?last }
      OPTIONAL { ?record casus:end/casus:firstDay ?lastCertain }
      OPTIONAL { ?record casus:attestedUntil ?attested }
      BIND("2020-09-27"^^xsd:date AS ?day)
      FILTER(!BOUND(?first) || ?first <= ?day)
      FILTER(!BOUND(?last) || ?last >= ?day)
      BIND(IF(BOUND(?attested) && ?attested < ?day, "not-covered",
        IF(BOUND(?start) && ?start <= ?day && BOUND(?end)
          && (!BOUND(?lastCertain) || ?lastCertain >= ?day), "certain", "possible")) AS ?inForce)
      """;

  private static final Map<String, String> QUERIES = new TreeMap<>();

  static {
    QUERIES.put(
        "duties",
        """
        SELECT ?one ?other ?agreement ?inForce ?attested ?record
        WHERE {
          VALUES ?one { <actor/russia> <actor/turkey> }
          VALUES ?other { <actor/armenia> <actor/azerbaijan> }
          ?record casus:obligation <provision-kind/defence> ;
            casus:obligor ?one ; casus:obligee ?other ;
            casus:underProvision/casus:isProvisionOf ?agreement .
          %s
        }
        ORDER BY ?one ?other ?inForce ?agreement
        """
            .formatted(ON_THE_FIRST_DAY));
    QUERIES.put(
        "scope",
        """
        SELECT ?agreement ?inside ?around ?scope ?finding ?record
        WHERE {
          ?record casus:raisedBy <event/strikes-in-armenia-2020> ;
            casus:atPlace <place/armenia-territory> ;
            casus:obligor <actor/russia> ; casus:obligee <actor/armenia> ;
            casus:underProvision ?provision ;
            casus:scopeFinding ?scope ; casus:finding ?finding .
          ?provision casus:isProvisionOf ?agreement .
          ?one casus:raisedBy <event/offensive-2020> ; casus:atPlace <place/nagorno-karabakh> ;
            casus:obligor <actor/russia> ; casus:underProvision ?provision ;
            casus:scopeFinding ?inside .
          ?other casus:raisedBy <event/offensive-2020> ;
            casus:atPlace <place/surrounding-districts> ;
            casus:obligor <actor/russia> ; casus:underProvision ?provision ;
            casus:scopeFinding ?around .
        }
        ORDER BY ?agreement
        """);
    QUERIES.put(
        "others",
        """
        SELECT ?one ?agreement ?certainty ?finding ?record
        WHERE {
          ?record casus:raisedBy <event/strikes-in-armenia-2020> ; casus:obligor ?one ;
            casus:underProvision/casus:isProvisionOf ?agreement ;
            casus:certainty ?certainty ; casus:finding ?finding .
          FILTER(?one != <actor/russia>)
          FILTER(?finding NOT IN (
            <casus-foederis-finding/undetermined>, <casus-foederis-finding/not-obliged>))
        }
        ORDER BY ?one ?agreement
        """);
    QUERIES.put(
        "ties",
        """
        SELECT ?one ?other ?kind ?basis ?inForce ?record
        WHERE {
          VALUES ?one { <actor/russia> <actor/turkey> }
          VALUES ?other { <actor/armenia> <actor/azerbaijan> }
          VALUES ?kind {
            <alignment-kind/alliance> <alignment-kind/brotherhood> <alignment-kind/partnership>
          }
          ?record casus:isDyadicRelationOf ?one ; casus:isDyadicRelationTowards ?other ;
            casus:relationKind ?kind ; casus:relationBasis ?basis .
          %s
        }
        ORDER BY ?one ?other ?kind ?basis ?inForce ?record
        """
            .formatted(ON_THE_FIRST_DAY));
    QUERIES.put(
        "cross-pressure",
        """
        SELECT DISTINCT ?conflict ?under ?start ?end ?attested ?record
        WHERE {
          VALUES ?conflict { <event/april-war-2016> <event/war-2020> }
          ?record casus:pressureIn ?conflict ; casus:underPressure ?under ;
            casus:pressureFrom <actor/armenia> , <actor/azerbaijan> ;
            casus:start ?start ; casus:end ?end .
          OPTIONAL { ?record casus:attestedUntil ?attested }
        }
        ORDER BY ?conflict ?under
        """);
    QUERIES.put(
        "parties",
        """
        SELECT ?party ?start ?end ?record
        WHERE {
          VALUES ?party { <actor/azerbaijan> <actor/georgia> <actor/uzbekistan> }
          ?record casus:underProvision <provision/collective-security-treaty-defence> ;
            casus:obligor ?party ; casus:obligee <actor/russia> ;
            casus:start ?start ; casus:end ?end .
        }
        ORDER BY ?party ?start
        """);
    QUERIES.put(
        "stages",
        """
        SELECT ?perspective ?entitled ?stages ?weights ?certainty
          (COUNT(?placement) AS ?number) (MIN(STRAFTER(STR(?placement), "/id/")) AS ?record)
        WHERE {
          {
            SELECT ?placement
              (MIN(STRAFTER(STR(?stage), "justice-stage/")) AS ?nearest)
              (MAX(STRAFTER(STR(?stage), "justice-stage/")) AS ?farthest)
              (MIN(STRAFTER(STR(?weight), "expected-weight/")) AS ?much)
              (MAX(STRAFTER(STR(?weight), "expected-weight/")) AS ?little)
            WHERE { ?placement casus:justiceStage ?stage ; casus:expectedWeight ?weight }
            GROUP BY ?placement
          }
          ?placement casus:fromPerspectiveOf ?perspective ; casus:isPlacementFor ?entitled ;
            casus:certainty ?certainty .
          BIND(IF(?nearest = ?farthest, ?nearest, CONCAT(?nearest, ",", ?farthest)) AS ?stages)
          BIND(IF(?much = ?little, ?much, CONCAT(?much, ",", ?little)) AS ?weights)
        }
        GROUP BY ?perspective ?entitled ?stages ?weights ?certainty
        ORDER BY ?perspective ?entitled ?certainty
        """);
  }

  private static String page;
  private static final Map<String, List<String>> TABLES = new TreeMap<>();

  @BeforeAll
  static void read() throws IOException {
    page = Files.readString(PAGE);
    Matcher matcher = TABLE.matcher(page);
    while (matcher.find()) {
      TABLES.put(
          matcher.group(1), matcher.group(2).lines().skip(2).map(TheCasePageTest::cells).toList());
    }
  }

  static Stream<String> tables() {
    return QUERIES.keySet().stream();
  }

  @Test
  void everyTableHasItsQuery() {
    assertThat(TABLES.keySet()).isEqualTo(QUERIES.keySet());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void tableHasTheRowsOfTheData(String table) {
    assertThat(TABLES.get(table))
        .containsExactlyElementsOf(
            ConclusionsOfTheProject.original().rows(QUERIES.get(table)).stream()
                .map(TheCasePageTest::withoutKinds)
                .toList());
  }

  @Test
  void everyRecordThatThePageNamesIsThere() {
    SortedSet<String> named = new TreeSet<>();
    Matcher matcher = RECORD.matcher(page);
    while (matcher.find()) {
      named.add(matcher.group(1));
    }
    List<String> all =
        ConclusionsOfTheProject.original()
            .rows("SELECT DISTINCT ?thing { ?thing a ?class . FILTER(isIRI(?thing)) }");
    assertThat(named).isNotEmpty().isSubsetOf(all);
  }

  @Test
  void everyPassageThatThePageCitesIsThere() {
    SortedSet<String> cited = new TreeSet<>();
    Matcher matcher = CITATION.matcher(page);
    while (matcher.find()) {
      for (String locator : matcher.group(2).split(";")) {
        cited.add("source/" + matcher.group(1) + " " + locator.strip());
      }
    }
    List<String> passages =
        ConclusionsOfTheProject.original()
            .rows(
                """
                SELECT ?article ?locator
                WHERE { ?passage a casus:Passage ; dcterms:source ?article ; casus:locator ?locator }
                """);
    assertThat(cited).isNotEmpty().isSubsetOf(passages);
  }

  /** The cells of a row of the page, as a row of a query has them. */
  private static String cells(String line) {
    List<String> cells = new ArrayList<>();
    for (String cell : line.strip().replaceAll("^\\||\\|$", "").split("\\|")) {
      String text = cell.strip().replace("`", "").replace(", ", ",");
      cells.add(text.isEmpty() ? "-" : text);
    }
    return String.join(" ", cells);
  }

  /** The page names the record with its kind, and what the other cells are by its slug alone. */
  private static String withoutKinds(String row) {
    List<String> values = new ArrayList<>(Arrays.asList(row.split(" ")));
    values.replaceAll(value -> value.substring(value.indexOf('/') + 1));
    values.set(values.size() - 1, row.substring(row.lastIndexOf(' ') + 1));
    return String.join(" ", values);
  }
}
