package org.casus.fidelity;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.casus.source.CuratedData;
import org.casus.source.WrittenRow;

/** Which article cites which work where, as the table of citations says. */
final class CitedWorks {

  private record Entry(
      String article, String work, List<String> citedAt, List<String> referenceLocators) {}

  private final List<Entry> entries;

  CitedWorks(CuratedData data) {
    this.entries = data.writtenRows("citations/citations.csv").map(CitedWorks::entry).toList();
  }

  private static Entry entry(WrittenRow row) {
    return new Entry(
        row.source(), row.text("cited").orElse(""), row.locators(), row.list("reference"));
  }

  /** Whether the work is cited in one of the passages, or one of them is its reference entry. */
  boolean isCited(String article, String work, Collection<String> locators) {
    return entries(article, work)
        .anyMatch(
            entry ->
                !Collections.disjoint(entry.citedAt, locators)
                    || !Collections.disjoint(entry.referenceLocators, locators));
  }

  /** Where the article has the work: its citations and its reference entry. */
  Set<String> places(String article, String work) {
    Set<String> places = new LinkedHashSet<>();
    entries(article, work)
        .forEach(
            entry -> {
              places.addAll(entry.citedAt);
              places.addAll(entry.referenceLocators);
            });
    return places;
  }

  /** The reference entries of works. */
  Set<String> references(String article, Collection<String> works) {
    Set<String> references = new TreeSet<>();
    works.forEach(
        work ->
            entries(article, work).forEach(entry -> references.addAll(entry.referenceLocators)));
    return references;
  }

  /** The works whose reference entries are among the passages. */
  Set<String> worksAt(String article, Collection<String> locators) {
    Set<String> works = new TreeSet<>();
    entries.stream()
        .filter(entry -> entry.article.equals(article))
        .filter(entry -> !Collections.disjoint(entry.referenceLocators, locators))
        .forEach(entry -> works.add(entry.work));
    return works;
  }

  private Stream<Entry> entries(String article, String work) {
    return entries.stream()
        .filter(entry -> entry.article.equals(article) && entry.work.equals(work));
  }
}
