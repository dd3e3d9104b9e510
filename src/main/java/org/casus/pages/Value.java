package org.casus.pages;

import java.util.List;

/**
 * A value of a fact as a page shows it.
 *
 * @param form {@code link}, {@code text}, {@code date}, {@code parts} or {@code list}
 * @param link what is shown, and where it leads; the text of a literal
 * @param machine the date for programs (HTML {@code time}); empty for others
 * @param note what qualifies the value: how precise a date is, which datatype a literal has
 * @param why where its reasons are, for a derived triple; empty for others
 * @param parts the facts of a value without a name; the values of a list as those of one fact
 */
record Value(String form, Link link, String machine, String note, String why, List<Fact> parts) {

  static Value link(Link link) {
    return new Value("link", link, "", "", "", List.of());
  }

  static Value text(String text, String lang, String note) {
    return new Value("text", new Link(text, lang, ""), "", note, "", List.of());
  }

  static Value date(DateInWords date, String href) {
    return new Value(
        "date", Link.of(date.words(), href), date.machine(), date.precision(), "", List.of());
  }

  static Value parts(List<Fact> facts) {
    return new Value("parts", Link.of("", ""), "", "", "", facts);
  }

  static Value list(List<Value> values) {
    Link nameless = Link.of("", "");
    return new Value("list", nameless, "", "", "", List.of(new Fact(nameless, values, 0)));
  }

  Value because(String reasons) {
    return new Value(form, link, machine, note, reasons, parts);
  }
}
