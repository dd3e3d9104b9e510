package org.casus.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.casus.http.Offer.Representation;
import org.casus.http.QueryParameters;
import org.casus.http.Refusal;
import org.casus.query.BoundQuery;
import org.casus.query.CatalogueQuery;
import org.casus.query.Federation;
import org.casus.query.ResultTable;

/** Answers a question: {@code /api/NAME}. */
final class Question {
  /** Rows on a page for people, who may ask for another number. */
  private static final OptionalInt ON_A_PAGE = OptionalInt.of(100);

  private Question() {}

  /**
   * The answer as rows or as a page. A page also shows what is wrong with the request, beside the
   * form in which it can be mended.
   *
   * @throws Refusal when there is no answer
   */
  static Body body(
      String name,
      HttpServletRequest request,
      HttpServletResponse response,
      Representation format) {
    Questions questions = Questions.of(request);
    CatalogueQuery query = questions.require(name);
    if (Formats.isPage(format)) {
      return page(questions, query, request, response);
    }
    Map<String, String> asked = QueryParameters.of(request);
    Page page = Page.of(asked, OptionalInt.empty(), Page.HIGHEST);
    BoundQuery bound = questions.bind(query, Page.without(asked));
    ResultTable answer = questions.answer(bound, request);
    page.describe(request, response, asked, answer.rows().size());
    return Formats.rows(answer.page(page.offset(), page.most()), format);
  }

  private static Body page(
      Questions questions,
      CatalogueQuery query,
      HttpServletRequest request,
      HttpServletResponse response) {
    QuestionPage shown = new QuestionPage(questions, query);
    Map<String, String> asked = Map.of();
    try {
      asked = QueryParameters.of(request);
      if (query.federation().isPresent()) {
        return federated(questions, query, asked, request);
      }
      Page page = Page.of(asked, ON_A_PAGE, Page.HIGHEST);
      BoundQuery bound = questions.bind(query, Page.without(asked));
      ResultTable answer = questions.answer(bound, request);
      page.describe(request, response, asked, answer.rows().size());
      return shown.answered(bound, answer, page);
    } catch (Refusal refusal) {
      response.setStatus(refusal.status());
      refusal
          .retryAfter()
          .ifPresent(after -> response.setHeader("Retry-After", Long.toString(after.toSeconds())));
      return shown.refused(asked, refusal);
    }
  }

  /**
   * A page with the text of a question that this server does not answer itself. The address of
   * Casus is that of this server unless another is given.
   */
  private static Body federated(
      Questions questions,
      CatalogueQuery query,
      Map<String, String> asked,
      HttpServletRequest request) {
    Map<String, String> values = new LinkedHashMap<>();
    if (query.federation().filter(Federation::runsThere).isPresent()) {
      values.put(Federation.CASUS, Addresses.site(request) + "/casus/sparql");
    }
    values.putAll(asked);
    return new QuestionPage(questions, query).told(questions.text(query, values));
  }
}
