package org.casus.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casus.model.EdtfDate;
import org.casus.model.Hypothesis;
import org.casus.model.Labelled;
import org.casus.model.Period;
import org.casus.model.TableRow;
import org.casus.model.Work;
import org.casus.source.CuratedData;
import org.casus.source.GraphRows;

/**
 * The labels that records have of their own, from which those of the other records are composed;
 * for a hypothesis, which others are about and which has none, its gist.
 */
final class Labels {

  private static final int LONGEST_EXCERPT = 90;

  private final Map<String, String> labels = new HashMap<>();

  Labels(CuratedData data, List<GraphRows> imported) {
    for (var work : data.works()) {
      put("source", work.value());
    }
    for (var table : data.tables()) {
      for (var row : table.rows()) {
        own(row.value()).ifPresent(label -> put(table.metadata().kind(), row.value().id(), label));
      }
    }
    for (var rows : imported) {
      for (var row : rows.rows()) {
        own(row.value()).ifPresent(label -> put(rows.kind(), row.value().id(), label));
      }
    }
  }

  private void put(String kind, Work work) {
    put(kind, work.key(), work.shortTitle());
  }

  private void put(String kind, String slug, String label) {
    labels.put(kind + "/" + slug, label);
  }

  private static Optional<String> own(TableRow row) {
    if (row instanceof Labelled labelled) {
      return Optional.of(labelled.label());
    } else if (row instanceof Hypothesis hypothesis) {
      return Optional.of(excerpt(hypothesis.gist()));
    }
    return Optional.empty();
  }

  /** The label of a record, or its slug if the record did not pass and so was left out. */
  String of(String kind, String slug) {
    return labels.getOrDefault(kind + "/" + slug, slug);
  }

  String all(String kind, List<String> slugs) {
    return slugs.stream().map(slug -> of(kind, slug)).collect(Collectors.joining(", "));
  }

  /** The labels of records of any kind, each given as kind/slug. */
  String allRecords(List<String> records) {
    return records.stream()
        .map(record -> labels.getOrDefault(record, record.substring(record.indexOf('/') + 1)))
        .collect(Collectors.joining(", "));
  }

  /** A code as words of a sentence. */
  static String words(String code) {
    return code.replace('-', ' ');
  }

  static String period(Period period) {
    return end(period.start()) + " to " + end(period.end());
  }

  private static String end(Optional<EdtfDate> date) {
    return date.map(day -> day.equals(EdtfDate.OPEN) ? "still going on" : day.text())
        .orElse("unknown");
  }

  /** The beginning of a gist, cut at a word. */
  static String excerpt(String gist) {
    if (gist.length() <= LONGEST_EXCERPT) {
      return gist.endsWith(".") ? gist.substring(0, gist.length() - 1) : gist;
    }
    int blank = gist.lastIndexOf(' ', LONGEST_EXCERPT);
    return gist.substring(0, blank < 0 ? LONGEST_EXCERPT : blank) + " …";
  }
}
