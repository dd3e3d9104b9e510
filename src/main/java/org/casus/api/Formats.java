package org.casus.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casus.http.Offer;
import org.casus.http.Offer.Representation;
import org.casus.http.Refusal;
import org.casus.query.ResultRendering;
import org.casus.query.ResultTable;

/** In which formats answers are given, and which one a client wants. */
final class Formats {
  static final String HTML = "text/html";
  static final String JSON = "application/json";
  private static final int NOT_FOUND = 404;

  /** Programs that name no format, as R and pandas do, get CSV. */
  static final Offer ROWS =
      Offer.of(
          new Representation("csv", ResultRendering.CSV.mediaType()),
          new Representation("tsv", ResultRendering.TSV.mediaType()),
          new Representation("json", ResultRendering.JSON.mediaType()),
          new Representation("json", JSON),
          new Representation("xml", ResultRendering.XML.mediaType()),
          new Representation("html", HTML));

  private Formats() {}

  /**
   * The format of rows that the ending of the address names or, without one, that the client
   * accepts.
   *
   * @throws Refusal 404 for an unknown ending, 406 when the client accepts none
   */
  static Representation choose(
      HttpServletRequest request, HttpServletResponse response, Optional<String> ending) {
    if (ending.isEmpty()) {
      response.addHeader("Vary", "Accept");
      return ROWS.choose(request);
    }
    return ROWS.withEnding(ending.get())
        .orElseThrow(
            () ->
                new Refusal(
                    NOT_FOUND,
                    "There is no ." + ending.get() + " here; there are " + endings() + "."));
  }

  private static String endings() {
    return ROWS.representations().stream()
        .map(each -> "." + each.ending())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  static boolean isPage(Representation format) {
    return format.mediaType().equals(HTML);
  }

  /** Rows in a format that is no page. */
  static Body rows(ResultTable rows, Representation format) {
    ResultRendering rendering = ResultRendering.of(format.ending()).orElseThrow();
    return new Body(format.mediaType(), rendering.render(rows));
  }
}
