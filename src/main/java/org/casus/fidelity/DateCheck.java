package org.casus.fidelity;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.model.EdtfDate;
import org.casus.problem.Problem;
import org.casus.problem.Rule;
import org.casus.source.Column;
import org.casus.source.CuratedData;
import org.casus.source.WrittenRow;

/**
 * A date stands in a passage that its row names, or in the reference entry of a work that the row
 * cites. Not asked of rows that say that their date comes from elsewhere: by the basis of the date,
 * by further works that attest the record, by a status without any source, or by naming an event or
 * another record that it concerns and that has the date.
 */
final class DateCheck implements RowCheck {

  private static final Set<String> BASES_ELSEWHERE = Set.of("implied", "reference-fact");
  private static final List<String> COLUMNS_OF_RECORDS = List.of("about", "leads_to");
  private static final String BASIS = "date_basis";
  private static final String PRIMARY_SOURCES = "primary_sources";

  private final CitedWorks citedWorks;
  private final Map<String, EdtfDate> issued = new HashMap<>();
  private final Map<String, List<EdtfDate>> datesOfRecords = new HashMap<>();

  DateCheck(CuratedData data, CitedWorks citedWorks) {
    this.citedWorks = citedWorks;
    data.works()
        .forEach(
            work -> work.value().issued().ifPresent(date -> issued.put(work.value().key(), date)));
    data.writtenRows().forEach(row -> datesOfRecords.put(row.name(), dates(row).toList()));
  }

  private static Stream<EdtfDate> dates(WrittenRow row) {
    return columnsOfDates(row).flatMap(column -> row.text(column).stream()).map(EdtfDate::parse);
  }

  private static Stream<String> columnsOfDates(WrittenRow row) {
    return row.metadata().columns().stream()
        .filter(column -> column.type() == Column.Type.DATE)
        .map(Column::name);
  }

  @Override
  public String code() {
    return "date";
  }

  @Override
  public Stream<Problem> check(WrittenRow row, Article article) {
    if (isFromElsewhere(row)) {
      return Stream.empty();
    }
    return columnsOfDates(row).flatMap(column -> check(row, column, article));
  }

  private static boolean isFromElsewhere(WrittenRow row) {
    return row.text(BASIS).filter(BASES_ELSEWHERE::contains).isPresent()
        || row.text("status").filter("memory-only"::equals).isPresent()
        || row.text("corroborated_by").isPresent();
  }

  private Stream<Problem> check(WrittenRow row, String column, Article article) {
    return row.text(column).stream()
        .filter(cell -> !isTold(EdtfDate.parse(cell), row, article))
        .map(
            cell ->
                Problem.error(
                    Rule.DATE_ABSENT,
                    row.cell(column),
                    cell,
                    "a date that stands in "
                        + String.join(", ", row.locators())
                        + " of "
                        + article.key()
                        + " or in a reference cited there",
                    "Name the passage that has it, make it less precise, or say where it comes"
                        + " from"));
  }

  private boolean isTold(EdtfDate date, WrittenRow row, Article article) {
    if (isOfRecordConcerned(date, row)) {
      return true;
    }
    Set<String> works = new LinkedHashSet<>(row.list(PRIMARY_SOURCES));
    works.addAll(citedWorks.worksAt(article.key(), row.locators()));
    if (row.text(BASIS).filter("reference"::equals).isPresent()
        && works.stream().anyMatch(work -> isWithin(work, date))) {
      return true;
    }
    Set<String> locators = new LinkedHashSet<>(row.locators());
    locators.addAll(citedWorks.references(article.key(), works));
    String text = article.at(locators).stream().map(Passage::text).collect(Collectors.joining(" "));
    return EnglishDates.tell(Wording.normalised(text), date);
  }

  private boolean isOfRecordConcerned(EdtfDate date, WrittenRow row) {
    return COLUMNS_OF_RECORDS.stream()
        .flatMap(column -> row.list(column).stream())
        .flatMap(record -> datesOfRecords.getOrDefault(record, List.of()).stream())
        .anyMatch(other -> isWithin(other, date));
  }

  private boolean isWithin(String work, EdtfDate date) {
    return isWithin(issued.getOrDefault(work, EdtfDate.OPEN), date);
  }

  /** Whether all days of the first date are days of the second. */
  private static boolean isWithin(EdtfDate inner, EdtfDate outer) {
    return inner.firstDay().isPresent()
        && outer.firstDay().isPresent()
        && !inner.firstDay().get().isBefore(outer.firstDay().get())
        && !inner.lastDay().orElseThrow().isAfter(outer.lastDay().orElseThrow());
  }
}
