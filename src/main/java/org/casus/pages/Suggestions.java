package org.casus.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.casus.explanation.Named;
import org.casus.explanation.SimilarNames;
import org.casus.http.Refusal;
import org.casus.http.ServedBuild;

/** What may be meant by an IRI about which nothing is known. */
final class Suggestions {
  private static final int NOT_FOUND = 404;

  private Suggestions() {}

  /** The names of the build of a request, which are read once. */
  static SimilarNames of(HttpServletRequest request) {
    return ServedBuild.of(request)
        .once(SimilarNames.class, build -> SimilarNames.of(build.dataset()));
  }

  static Refusal refusal(HttpServletRequest request, String iri) {
    return refusal(iri, of(request).to(iri));
  }

  static Refusal refusal(String iri, List<Named> similar) {
    String names =
        similar.stream()
            .map(name -> name.iri() + " (" + name.label() + ")")
            .collect(Collectors.joining(", "));
    return new Refusal(
        NOT_FOUND,
        "Nothing is known about "
            + iri
            + (names.isEmpty() ? "." : "; perhaps one of these is meant: " + names));
  }
}
