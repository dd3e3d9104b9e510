package org.casus.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.casus.model.Attestation;
import org.casus.model.EdtfDate;
import org.casus.model.Period;

/**
 * One row whose cells have passed the contract of the table, for the loader to take its values
 * from. Asking for a column that the metadata does not have is a bug of the loader and fails at
 * once. Remembers which columns were asked for and how, so that a test can hold the loaders to the
 * metadata.
 */
final class Cells {

  private final TableMetadata metadata;
  private final Map<String, String> values;
  private final Map<String, String> asked = new TreeMap<>();

  Cells(TableMetadata metadata, Map<String, String> values) {
    this.metadata = metadata;
    this.values = values;
  }

  String text(String column) {
    return value(column, "text").orElseThrow(() -> new IllegalStateException("empty: " + column));
  }

  Optional<String> optional(String column) {
    return value(column, "optional");
  }

  List<String> list(String column) {
    return value(column, "list").map(cell -> List.of(cell.split(";"))).orElse(List.of());
  }

  Optional<Integer> integer(String column) {
    return value(column, "integer").map(Integer::valueOf);
  }

  boolean flag(String column) {
    return value(column, "flag").map(Boolean::valueOf).orElseThrow();
  }

  Optional<EdtfDate> date(String column) {
    return value(column, "date").map(EdtfDate::parse);
  }

  Period period(String start, String end) {
    return new Period(date(start), date(end));
  }

  /** The columns that say what a fact rests on, with its status. */
  Attestation factAttestation() {
    return new Attestation(
        text("source"),
        list("locator"),
        Optional.of(text("status")),
        list("corroborated_by"),
        optional("note"));
  }

  /** The columns that say where an article reports the record. */
  Attestation articleAttestation() {
    return new Attestation(
        text("source"), list("locator"), Optional.empty(), List.of(), optional("note"));
  }

  /** The columns that say in which works a link is found; the status of a link is its own. */
  Attestation linkAttestation() {
    return new Attestation(
        text("source"),
        list("locator"),
        Optional.empty(),
        list("corroborated_by"),
        optional("note"));
  }

  /** Where an article reports the record, for tables without a column for remarks. */
  Attestation articleAttestationWithoutNote() {
    return attestation(text("source"), list("locator"));
  }

  /** What a passage of an article is known by: the article and one locator. */
  Attestation passageAttestation() {
    return attestation(text("source"), List.of(text("locator")));
  }

  private static Attestation attestation(String source, List<String> locators) {
    return new Attestation(source, locators, Optional.empty(), List.of(), Optional.empty());
  }

  Set<String> askedColumns() {
    return asked.keySet();
  }

  /** How the column was asked for: the name of the method of this class. */
  Optional<String> askedAs(String column) {
    return Optional.ofNullable(asked.get(column));
  }

  private Optional<String> value(String column, String as) {
    if (metadata.column(column).isEmpty()) {
      throw new IllegalStateException(
          "The loader of "
              + metadata.table()
              + " asks for a column “"
              + column
              + "” that its metadata lacks");
    }
    asked.put(column, as);
    return Optional.ofNullable(values.get(column)).filter(value -> !value.isEmpty());
  }
}
