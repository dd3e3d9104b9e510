package org.casus.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.casus.testing.WrittenTables;
import org.junit.jupiter.api.Test;

/** Passages with records, with a reason, and with neither. */
class CoverageReportTest {

  @Test
  void tellsEachPassageInOrderAndCounts() {
    WrittenTables tables = new WrittenTables();
    for (String locator : new String[] {"§1 ¶10", "note 1", "ref 1", "abstract", "§1 ¶2"}) {
      row(tables, CoverageReport.PASSAGES, "passage", "doe-2021", locator);
    }
    row(tables, CoverageReport.PASSAGES, "passage", "roe-2020", "§1 ¶2");
    row(tables, "events/events.csv", "event", "doe-2021", "§1 ¶2;§1 ¶10");
    row(tables, "statements/claims.csv", "claim", "doe-2021", "§1 ¶2");
    row(tables, "statements/claims.csv", "claim", "other", "note 1");
    tables.row(
        "citations/citations.csv",
        "citation",
        "id",
        "c",
        "source",
        "doe-2021",
        "reference",
        "ref 1");
    tables.row(
        CoverageReport.UNCURATED,
        "uncurated",
        "id",
        "u",
        "reason",
        "It thanks a sponsor.",
        "source",
        "doe-2021",
        "locator",
        "note 1");

    assertThat(new CoverageReport(tables.data()).lines())
        .containsExactly(
            "doe-2021 abstract: NO RECORD AND NO REASON",
            "doe-2021 §1 ¶2: 2 records: event/r0, claim/r0",
            "doe-2021 §1 ¶10: 1 record: event/r0",
            "doe-2021 note 1: no record: It thanks a sponsor.",
            "doe-2021 ref 1: 1 record: citation/c",
            "roe-2020 §1 ¶2: NO RECORD AND NO REASON",
            "doe-2021: 5 passages, 3 with records, 1 with a reason why there is none, 1 with"
                + " neither",
            "roe-2020: 1 passages, 0 with records, 0 with a reason why there is none, 1 with"
                + " neither");
  }

  @Test
  void aTableWithoutPassagesIsTold() {
    assertThat(new CoverageReport(new WrittenTables().data()).lines())
        .containsExactly("The table coverage/passages.csv has no rows.");
  }

  private static void row(
      WrittenTables tables, String table, String kind, String source, String locator) {
    long before = tables.data().writtenRows(table).count();
    tables.row(table, kind, "id", "r" + before, "source", source, "locator", locator);
  }
}
