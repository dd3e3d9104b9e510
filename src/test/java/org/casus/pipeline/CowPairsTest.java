package org.casus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.casus.dataset.Dataset;
import org.casus.graph.UnionDataset;
import org.casus.iri.Iris;
import org.casus.vocab.Casus;
import org.casus.vocab.Prov;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who owes whom, who is allied with whom and who stands between two sides, derived a second time
 * from the published files by plain loops over their rows: no importer, no RDF and no rule takes
 * part. The sets must be the same down to the row of the file and the day.
 */
class CowPairsTest {

  /** The last day of which the alliances of COW tell. */
  private static final LocalDate COW_UNTIL = LocalDate.of(2012, 12, 31);

  /** Before all days of the files, of which the first is in 1386. */
  private static final LocalDate DAY_ZERO = LocalDate.of(1300, 1, 1);

  private static final Map<String, String> COW_FLAGS =
      Map.of(
          "defense", "defence",
          "neutrality", "neutrality",
          "nonaggression", "non-aggression",
          "entente", "consultation");

  private static final Map<String, String> ATOP_FLAGS =
      Map.of(
          "defense", "defence",
          "offense", "offence",
          "neutral", "neutrality",
          "nonagg", "non-aggression",
          "consul", "consultation");

  /** The place of a row that records of data sets name. */
  private static final Pattern ROW =
      Pattern.compile("(?:alliance \\d+, member|war \\d+, ccode) \\d+(?:, phase \\d)?, row (\\d+)");

  @TempDir private static Path directory;
  private static Graph cow;
  private static Graph atop;

  @BeforeAll
  static void derive() throws IOException {
    PublishedWorlds published = PublishedWorlds.read(directory);
    List<Quad> conclusions =
        ImportedWorlds.infer(published.imported(), published.curated(), published.rules());
    cow = world("cow", published.imported(), published.curated(), conclusions);
    atop = world("atop", published.imported(), published.curated(), conclusions);
  }

  /** What follows from a data set, the data set, the states and the dates. */
  private static Graph world(
      String name, DatasetGraph imported, UnionDataset curated, List<Quad> conclusions) {
    Graph world = ImportedWorlds.background(curated);
    for (Dataset each : ImportedWorlds.WORLDS.get(name)) {
      imported.getGraph(Iris.graph(each.graph())).find().forEach(world::add);
    }
    conclusions.stream()
        .filter(quad -> Iris.graphName(quad.getGraph()).startsWith("inferred/" + name + "/"))
        .map(Quad::asTriple)
        .forEach(world::add);
    return world;
  }

  @Test
  void bondsOfCow() {
    SortedSet<String> expected = new TreeSet<>();
    Map<String, List<Days>> spells = new LinkedHashMap<>();
    for (List<Row> alliance : alliances(PublishedWorlds.COW, "version4id")) {
      for (Row debtor : alliance) {
        for (Row creditor : alliance) {
          if (debtor.is("ccode", creditor) || Days.shared(alliance, debtor, creditor).isEmpty()) {
            continue;
          }
          for (String kind : debtor.owed(COW_FLAGS)) {
            String bond =
                "alliance %s, row %d: %s owes %s %s"
                    .formatted(
                        debtor.cell("version4id"),
                        debtor.line,
                        debtor.cell("ccode"),
                        creditor.cell("ccode"),
                        kind);
            spells
                .computeIfAbsent(bond, any -> new ArrayList<>())
                .add(Days.shared(alliance, debtor, creditor));
          }
        }
      }
    }
    spells.forEach(
        (bond, days) -> Days.unbroken(days).forEach(run -> expected.add(bond + ", " + run)));

    SortedSet<String> derived = new TreeSet<>();
    for (Node bond : instances(cow, Casus.BOND)) {
      Node provision = object(cow, bond, Casus.term("underProvision"));
      derived.add(
          "alliance %s, row %s: %s owes %s %s, %s"
              .formatted(
                  text(cow, object(cow, provision, Casus.IS_PROVISION_OF), Casus.COW_ALLIANCE_ID),
                  row(cow, provision),
                  state(cow, object(cow, bond, Casus.term("obligor"))),
                  state(cow, object(cow, bond, Casus.term("obligee"))),
                  code(object(cow, bond, Casus.term("obligation"))),
                  period(bond)));
    }

    assertSame(derived, expected);
  }

  @Test
  void everyBondOfCowRestsOnTheTwoRows() {
    SortedSet<String> expected = new TreeSet<>();
    for (List<Row> alliance : alliances(PublishedWorlds.COW, "version4id")) {
      for (Row debtor : alliance) {
        for (Row creditor : alliance) {
          if (!debtor.is("ccode", creditor) && !Days.shared(alliance, debtor, creditor).isEmpty()) {
            debtor
                .owed(COW_FLAGS)
                .forEach(
                    kind ->
                        expected.add("%d to %d: %s".formatted(debtor.line, creditor.line, kind)));
          }
        }
      }
    }

    SortedSet<String> derived = new TreeSet<>();
    for (Node bond : instances(cow, Casus.BOND)) {
      String ofProvision = row(cow, object(cow, bond, Casus.term("underProvision")));
      for (Node derivation : objects(cow, bond, Prov.WAS_GENERATED_BY)) {
        for (String creditor : rowsOfParts(cow, derivation, ofProvision)) {
          derived.add(
              "%s to %s: %s"
                  .formatted(
                      ofProvision, creditor, code(object(cow, bond, Casus.term("obligation")))));
        }
      }
    }

    assertSame(derived, expected);
  }

  @Test
  void alliesOfCow() {
    SortedSet<String> expected = new TreeSet<>();
    defencePacts()
        .forEach(
            (pair, days) -> Days.unbroken(days).forEach(run -> expected.add(pair + ", " + run)));

    SortedSet<String> derived = new TreeSet<>();
    for (Node relation : instances(cow, Casus.term("DyadicRelation"))) {
      assertThat(code(object(cow, relation, Casus.term("relationBasis")))).isEqualTo("treaty");
      assertThat(code(object(cow, relation, Casus.term("relationKind")))).isEqualTo("alliance");
      derived.add(
          "%s and %s, %s"
              .formatted(
                  state(cow, object(cow, relation, Casus.term("isDyadicRelationOf"))),
                  state(cow, object(cow, relation, Casus.term("isDyadicRelationTowards"))),
                  period(relation)));
    }

    assertSame(derived, expected);
    assertThat(expected.stream().map(CowPairsTest::turnedAround))
        .as("the other direction of each pair")
        .isSubsetOf(expected);
  }

  /** From when to when one of two states, or each, owed the other defence. */
  private static Map<String, List<Days>> defencePacts() {
    Map<String, List<Days>> spells = new LinkedHashMap<>();
    for (List<Row> alliance : alliances(PublishedWorlds.COW, "version4id")) {
      for (Row one : alliance) {
        for (Row other : alliance) {
          Days days = Days.shared(alliance, one, other);
          boolean defence = one.flag("defense") || other.flag("defense");
          if (!one.is("ccode", other) && defence && !days.isEmpty()) {
            spells
                .computeIfAbsent(
                    one.cell("ccode") + " and " + other.cell("ccode"), any -> new ArrayList<>())
                .add(days);
          }
        }
      }
    }
    return spells;
  }

  /**
   * Who was bound to both sides of a war: the days on which two states fought each other and a
   * third, which has no row in the war, was bound to each.
   */
  @Test
  void crossPressureInTheWarsOfCow() {
    Map<String, List<Days>> pacts = defencePacts();
    Set<String> states = new TreeSet<>();
    pacts.keySet().forEach(pair -> states.add(pair.substring(0, pair.indexOf(' '))));
    Map<String, List<Days>> spells = new LinkedHashMap<>();
    SortedSet<String> expectedRows = new TreeSet<>();
    for (List<Row> war : alliances(PublishedWorlds.WARS, "WarNum")) {
      for (Row one : war) {
        for (Row other : war) {
          if (!one.cell("Side").equals("1") || one.is("Side", other) || one.is("ccode", other)) {
            continue;
          }
          for (String third : states) {
            if (war.stream().anyMatch(row -> row.cell("ccode").equals(third))) {
              continue;
            }
            List<Days> days =
                Days.common(
                    Days.common(one.fought(), other.fought()),
                    Days.common(
                        pacts.getOrDefault(third + " and " + one.cell("ccode"), List.of()),
                        pacts.getOrDefault(third + " and " + other.cell("ccode"), List.of())));
            if (!days.isEmpty()) {
              String predicament = "war " + one.cell("WarNum") + ", " + third;
              spells.computeIfAbsent(predicament, any -> new ArrayList<>()).addAll(days);
              expectedRows.add(
                  "%s between row %d and row %d".formatted(predicament, one.line, other.line));
            }
          }
        }
      }
    }
    SortedSet<String> expected = new TreeSet<>();
    spells.forEach(
        (predicament, days) ->
            Days.unbroken(days).forEach(run -> expected.add(predicament + ", " + run)));

    SortedSet<String> derived = new TreeSet<>();
    SortedSet<String> derivedRows = new TreeSet<>();
    for (Node pressure : instances(cow, Casus.term("CrossPressure"))) {
      String war =
          code(object(cow, pressure, Casus.term("pressureIn"))).substring("cow-war-".length());
      String predicament =
          "war " + war + ", " + state(cow, object(cow, pressure, Casus.term("underPressure")));
      derived.add(predicament + ", " + period(pressure));
      for (Node derivation : objects(cow, pressure, Prov.WAS_GENERATED_BY)) {
        Map<String, String> rows = new TreeMap<>();
        for (Node premise : objects(cow, derivation, Prov.USED)) {
          if (cow.contains(premise, Casus.SIDE, Node.ANY)) {
            rows.put(text(cow, premise, Casus.SIDE), row(cow, premise));
          }
        }
        derivedRows.add(
            "%s between row %s and row %s".formatted(predicament, rows.get("1"), rows.get("2")));
      }
    }

    assertSame(derived, expected, 50);
    assertSame(derivedRows, expectedRows, 50);
  }

  /**
   * Who owes whom what, by which two rows: members of one phase, as far as the alliance was in
   * force.
   */
  @Test
  void everyBondOfAtopRestsOnTheTwoRows() {
    Map<String, Row> allianceRows = new HashMap<>();
    rows(PublishedWorlds.ATOP_ALLIANCES).forEach(row -> allianceRows.put(row.cell("atopid"), row));
    SortedSet<String> expected = new TreeSet<>();
    for (List<Row> alliance : alliances(PublishedWorlds.ATOP_MEMBERS, "atopid")) {
      Row inForce = allianceRows.get(alliance.get(0).cell("atopid"));
      for (Row debtor : alliance) {
        for (Row creditor : alliance) {
          if (debtor.is("member", creditor) || !debtor.is("phase", creditor)) {
            continue;
          }
          LocalDate start =
              latest(
                  latest(debtor.atopStart(), creditor.atopStart()),
                  inForce.first("begyr", "begmo", "begday"));
          LocalDate end =
              earliest(
                  earliest(debtor.atopEnd(), creditor.atopEnd()),
                  inForce.last("endyr", "endmo", "endday"));
          if (!start.isAfter(end)) {
            for (String kind : debtor.owed(ATOP_FLAGS)) {
              expected.add(
                  "%s: %s owes %s %s, row %d to row %d"
                      .formatted(
                          debtor.cell("atopid"),
                          debtor.cell("member"),
                          creditor.cell("member"),
                          kind,
                          debtor.line,
                          creditor.line));
            }
          }
        }
      }
    }

    SortedSet<String> derived = new TreeSet<>();
    for (Node bond : instances(atop, Casus.BOND)) {
      Node provision = object(atop, bond, Casus.term("underProvision"));
      String obligation =
          "%s: %s owes %s %s"
              .formatted(
                  text(atop, object(atop, provision, Casus.IS_PROVISION_OF), Casus.ATOP_ID),
                  state(atop, object(atop, bond, Casus.term("obligor"))),
                  state(atop, object(atop, bond, Casus.term("obligee"))),
                  code(object(atop, bond, Casus.term("obligation"))));
      for (Node derivation : objects(atop, bond, Prov.WAS_GENERATED_BY)) {
        for (String creditor : rowsOfParts(atop, derivation, row(atop, provision))) {
          derived.add("%s, row %s to row %s".formatted(obligation, row(atop, provision), creditor));
        }
      }
    }

    assertSame(derived, expected);
  }

  /**
   * The rows of the two parts in an agreement on which a bond rests, without that of the debtor.
   */
  private static List<String> rowsOfParts(Graph world, Node derivation, String debtor) {
    List<String> rows = new ArrayList<>();
    for (Node premise : objects(world, derivation, Prov.USED)) {
      if (world.contains(premise, Casus.IS_PARTICIPATION_IN, Node.ANY)) {
        rows.add(row(world, premise));
      }
    }
    assertThat(rows).as(derivation.getURI()).hasSize(2).contains(debtor);
    rows.remove(debtor);
    return rows;
  }

  @Test
  void noRecordHasTwoPeriods() {
    for (Graph world : List.of(cow, atop)) {
      for (Node type : List.of(Casus.BOND, Casus.term("DyadicRelation"))) {
        assertThat(instances(world, type))
            .isNotEmpty()
            .allMatch(record -> objects(world, record, Casus.START).size() <= 1)
            .allMatch(record -> objects(world, record, Casus.END).size() <= 1)
            .allMatch(record -> objects(world, record, Casus.ATTESTED_UNTIL).size() <= 1);
      }
    }
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earliest(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static String turnedAround(String pair) {
    return pair.replaceFirst("(\\d+) and (\\d+)", "$2 and $1");
  }

  private static void assertSame(SortedSet<String> derived, SortedSet<String> expected) {
    assertSame(derived, expected, 1000);
  }

  private static void assertSame(
      SortedSet<String> derived, SortedSet<String> expected, int atLeast) {
    assertThat(expected).hasSizeGreaterThan(atLeast);
    SortedSet<String> missing = new TreeSet<>(expected);
    missing.removeAll(derived);
    SortedSet<String> surplus = new TreeSet<>(derived);
    surplus.removeAll(expected);
    assertThat(missing).as("in the rows, but not derived by the rules").isEmpty();
    assertThat(surplus).as("derived by the rules, but not in the rows").isEmpty();
  }

  // What the rules derived

  private static List<Node> instances(Graph graph, Node type) {
    return graph.find(Node.ANY, RDF.type.asNode(), type).mapWith(Triple::getSubject).toList();
  }

  private static List<Node> objects(Graph graph, Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList();
  }

  /** The one value. */
  private static Node object(Graph graph, Node subject, Node property) {
    List<Node> values = objects(graph, subject, property);
    assertThat(values).as(subject + " " + property).hasSize(1);
    return values.get(0);
  }

  private static String text(Graph graph, Node subject, Node property) {
    return object(graph, subject, property).getLiteralLexicalForm();
  }

  private static String code(Node concept) {
    return concept.getURI().substring(concept.getURI().lastIndexOf('/') + 1);
  }

  /** The number of a state; members that only ATOP knows have it in their name. */
  private static String state(Graph graph, Node actor) {
    return graph.contains(actor, Casus.COW_CODE, Node.ANY)
        ? text(graph, actor, Casus.COW_CODE)
        : code(actor).replaceFirst("^atop-", "");
  }

  private static String row(Graph world, Node record) {
    Matcher place = ROW.matcher(text(world, record, Casus.LOCATOR));
    assertThat(place.matches()).as(record.getURI()).isTrue();
    return place.group(1);
  }

  private static String period(Node record) {
    Node start = object(cow, record, Casus.START);
    Node end = object(cow, record, Casus.END);
    String attested =
        cow.contains(record, Casus.ATTESTED_UNTIL, Node.ANY)
            ? text(cow, record, Casus.ATTESTED_UNTIL)
            : "";
    if (end.equals(Iris.thing("date", "open"))) {
      return Days.text(
          text(cow, start, Casus.FIRST_DAY), text(cow, start, Casus.LAST_DAY), "open", attested);
    }
    String lastDay = text(cow, end, Casus.LAST_DAY);
    assertThat(text(cow, end, Casus.FIRST_DAY)).as("precise end").isEqualTo(lastDay);
    return Days.text(
        text(cow, start, Casus.FIRST_DAY), text(cow, start, Casus.LAST_DAY), lastDay, attested);
  }

  // What the rows say

  /**
   * The days on which two members were bound, from the rows of COW: possible days and, among them,
   * certain ones, which begin later where a membership was older than the data. The day after the
   * last of the data stands for an open end.
   */
  private record Days(LocalDate first, LocalDate firstCertain, LocalDate last) {

    private static final LocalDate OPEN = COW_UNTIL.plusDays(1);

    static Days shared(List<Row> alliance, Row one, Row other) {
      LocalDate first = day(alliance.get(0), "all_st");
      LocalDate firstCertain = first;
      LocalDate last =
          alliance.get(0).cell("all_end_year").isEmpty()
              ? openEnd(alliance.stream().anyMatch(row -> row.flag("right_censor")))
              : day(alliance.get(0), "all_end");
      for (Row member : List.of(one, other)) {
        LocalDate entry = day(member, "mem_st");
        firstCertain = latest(firstCertain, entry);
        first = member.flag("left_censor") ? first : latest(first, entry);
        LocalDate exit =
            member.cell("mem_end_year").isEmpty()
                ? openEnd(member.flag("right_censor"))
                : day(member, "mem_end");
        last = earliest(last, exit);
      }
      return new Days(first, firstCertain, last);
    }

    /** No published row leaves its end unknown; a new version that does must be thought about. */
    private static LocalDate openEnd(boolean goesOn) {
      assertThat(goesOn).as("blank end of what still went on").isTrue();
      return OPEN;
    }

    private static LocalDate day(Row row, String column) {
      return LocalDate.of(
          row.number(column + "_year"), row.number(column + "_month"), row.number(column + "_day"));
    }

    boolean isEmpty() {
      return first.isAfter(last);
    }

    /** The days that each of the one spells has in common with each of the others. */
    static List<Days> common(List<Days> some, List<Days> others) {
      List<Days> common = new ArrayList<>();
      for (Days one : some) {
        for (Days other : others) {
          Days days =
              new Days(
                  latest(one.first, other.first),
                  latest(one.firstCertain, other.firstCertain),
                  earliest(one.last, other.last));
          if (!days.isEmpty()) {
            common.add(days);
          }
        }
      }
      return common;
    }

    /** Paints the days on a calendar and reads off where the paint is unbroken. */
    static List<String> unbroken(List<Days> spells) {
      BitSet possible = new BitSet();
      BitSet certain = new BitSet();
      for (Days days : spells) {
        int end = bit(days.last) + 1;
        possible.set(bit(days.first), end);
        if (!days.firstCertain.isAfter(days.last)) {
          certain.set(bit(days.firstCertain), end);
        }
      }
      List<String> runs = new ArrayList<>();
      for (int from = possible.nextSetBit(0); from >= 0; ) {
        int after = possible.nextClearBit(from);
        LocalDate last = DAY_ZERO.plusDays(after - 1L);
        boolean open = last.equals(OPEN);
        runs.add(
            text(
                DAY_ZERO.plusDays(from).toString(),
                DAY_ZERO.plusDays(certain.nextSetBit(from)).toString(),
                open ? "open" : last.toString(),
                open ? COW_UNTIL.toString() : ""));
        from = possible.nextSetBit(after);
      }
      return runs;
    }

    private static int bit(LocalDate day) {
      return Math.toIntExact(ChronoUnit.DAYS.between(DAY_ZERO, day));
    }

    static String text(String first, String firstCertain, String last, String attestedUntil) {
      return "from "
          + first
          + (first.equals(firstCertain) ? "" : " or a day up to " + firstCertain)
          + " to "
          + last
          + (attestedUntil.isEmpty() ? "" : ", attested until " + attestedUntil);
    }
  }

  /** A row of a file, with its line, in which the header is the first. */
  private record Row(int line, Map<String, String> cells) {

    String cell(String column) {
      String cell = cells.get(column);
      if (cell == null) {
        throw new IllegalArgumentException("no column " + column);
      }
      return cell;
    }

    int number(String column) {
      return Integer.parseInt(cell(column));
    }

    boolean flag(String column) {
      return cell(column).equals("1");
    }

    boolean is(String column, Row other) {
      return cell(column).equals(other.cell(column));
    }

    List<String> owed(Map<String, String> flags) {
      return flags.keySet().stream().filter(this::flag).map(flags::get).sorted().toList();
    }

    /** The one or two spells of a state in a war; no published row leaves a part of a date out. */
    List<Days> fought() {
      List<Days> spells = new ArrayList<>();
      for (String spell : List.of("1", "2")) {
        if (!cell("StartYear" + spell).equals("-8")) {
          LocalDate start =
              LocalDate.of(
                  number("StartYear" + spell),
                  number("StartMonth" + spell),
                  number("StartDay" + spell));
          LocalDate end =
              LocalDate.of(
                  number("EndYear" + spell), number("EndMonth" + spell), number("EndDay" + spell));
          spells.add(new Days(start, start, end));
        }
      }
      return spells;
    }

    LocalDate atopStart() {
      return first("yrent", "moent", "dayent");
    }

    LocalDate atopEnd() {
      return last("yrexit", "moexit", "dayexit");
    }

    /** ATOP leaves the day blank where only the month is known. */
    LocalDate first(String year, String month, String day) {
      return LocalDate.of(number(year), number(month), cell(day).isEmpty() ? 1 : number(day));
    }

    /** A year of 0 is an end that had not come. */
    LocalDate last(String year, String month, String day) {
      if (cell(year).equals("0")) {
        return LocalDate.MAX;
      }
      return cell(day).isEmpty()
          ? YearMonth.of(number(year), number(month)).atEndOfMonth()
          : LocalDate.of(number(year), number(month), number(day));
    }
  }

  /** The rows of each alliance. */
  private static Iterable<List<Row>> alliances(Path file, String id) {
    Map<String, List<Row>> alliances = new TreeMap<>();
    for (Row row : rows(file)) {
      alliances.computeIfAbsent(row.cell(id), any -> new ArrayList<>()).add(row);
    }
    return alliances.values();
  }

  private static List<Row> rows(Path file) {
    try {
      List<String> lines =
          Arrays.asList(Files.readString(file, StandardCharsets.UTF_8).split("\r\n|\r|\n"));
      List<String> header = cells(lines.get(0));
      List<Row> rows = new ArrayList<>();
      for (int i = 1; i < lines.size(); i++) {
        List<String> cells = cells(lines.get(i));
        Map<String, String> row = new HashMap<>();
        for (int column = 0; column < header.size(); column++) {
          row.put(header.get(column), cells.get(column));
        }
        rows.add(new Row(i + 1, row));
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A comma within quotation marks is part of the cell; none of the files doubles a mark. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
