package org.casus.api;

import static org.casus.api.Json.array;
import static org.casus.api.Json.object;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JsonObject;
import org.casus.http.Offer;
import org.casus.http.Offer.Representation;
import org.casus.query.CatalogueQuery;
import org.casus.query.Parameter;

/** All questions: {@code /api/}. */
final class QuestionList {
  private static final Offer OFFER =
      Offer.of(new Representation("json", Formats.JSON), new Representation("html", Formats.HTML));

  /** A theme with its questions. */
  public record Theme(String name, List<Entry> questions) {}

  /**
   * A question.
   *
   * @param obstacle why it cannot be asked of this build; empty when it can
   */
  public record Entry(String address, String question, String obstacle) {}

  private QuestionList() {}

  static Body body(HttpServletRequest request, HttpServletResponse response) {
    response.addHeader("Vary", "Accept");
    Questions questions = Questions.of(request);
    return Formats.isPage(OFFER.choose(request))
        ? Body.page("questions", Map.of("themes", themes(questions)))
        : new Body(Formats.JSON, json(questions, Addresses.site(request)) + "\n");
  }

  /** For pages. */
  static List<Theme> themes(Questions questions) {
    List<Theme> themes = new ArrayList<>();
    questions
        .themes()
        .forEach(
            (name, queries) ->
                themes.add(
                    new Theme(
                        name, queries.stream().map(query -> entry(questions, query)).toList())));
    return themes;
  }

  private static Entry entry(Questions questions, CatalogueQuery query) {
    return new Entry(
        ApiServlet.PATH + query.name() + ".html",
        query.question(),
        questions.obstacle(query).orElse(""));
  }

  private static JsonObject json(Questions questions, String site) {
    return object(
        "questions", questions.all().stream().map(query -> json(questions, query, site)).toList());
  }

  private static JsonObject json(Questions questions, CatalogueQuery query, String site) {
    JsonObject json =
        object(
            "name",
            query.name(),
            "address",
            site + ApiServlet.PATH + query.name(),
            "title",
            query.title(),
            "question",
            query.question(),
            "why",
            query.why(),
            "theme",
            questions.theme(query),
            "keywords",
            query.keywords(),
            "parameters",
            query.parameters().stream().map(QuestionList::json).toList(),
            "columns",
            query.columns().stream()
                .map(each -> object("name", each.name(), "description", each.description()))
                .toList());
    questions.obstacle(query).ifPresent(sentence -> json.put("obstacle", sentence));
    return json;
  }

  private static JsonObject json(Parameter parameter) {
    JsonObject json =
        object(
            "name",
            parameter.name(),
            "type",
            parameter.type().word(),
            "description",
            parameter.description());
    parameter.kind().ifPresent(kind -> json.put("kind", kind));
    parameter.defaultValue().ifPresent(value -> json.put("default", value));
    if (!parameter.values().isEmpty()) {
      json.put("values", array(parameter.values()));
    }
    if (!parameter.words().isEmpty()) {
      json.put("words", array(parameter.words()));
    }
    return json;
  }
}
