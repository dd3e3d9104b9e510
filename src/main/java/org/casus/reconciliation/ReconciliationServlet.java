package org.casus.reconciliation;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.casus.http.Evaluator;
import org.casus.http.JsonBody;
import org.casus.http.Offer;
import org.casus.http.Offer.Representation;
import org.casus.http.ReadServlet;
import org.casus.http.Refusal;
import org.casus.http.ServedBuild;
import org.casus.http.Templates;
import org.jspecify.annotations.Nullable;

/**
 * The reconciliation service, below {@value Manifest#PATH}. Version 0.2 asks at that address itself
 * with forms, the draft of 1.0 at addresses below it with JSON; both share suggestions, proposals
 * and previews. JSONP, which 0.2 leaves to the service, is not offered: every answer may be read
 * from other origins.
 */
public final class ReconciliationServlet extends ReadServlet {
  private static final long serialVersionUID = 1L;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int UNSUPPORTED_TYPE = 415;
  private static final int SEE_OTHER = 303;
  private static final int USUAL_SUGGESTIONS = 10;
  private static final int MOST_SUGGESTIONS = 100;

  private static final String JSON = "application/json";
  private static final String HTML = "text/html";
  private static final Offer VERSIONS =
      Offer.of(
          new Representation("json", JSON),
          new Representation("json", "application/reconciliation.v1+json"));

  /** As the server's own, except that others may show the page within theirs; it has no scripts. */
  private static final String PREVIEW_POLICY =
      "default-src 'none'; style-src 'self' 'unsafe-inline'; frame-ancestors *; base-uri 'none';"
          + " form-action 'none'";

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (path(request)) {
      case "" -> root(request, response);
      case Manifest.SUGGEST + "entity" -> suggest(request, response, Suggestions::entities);
      case Manifest.SUGGEST + "type" -> suggest(request, response, Suggestions::types);
      case Manifest.SUGGEST + "property" -> suggest(request, response, Suggestions::properties);
      case Manifest.FLYOUT + "entity" -> flyout(request, response, this::entityFlyout);
      case Manifest.FLYOUT + "type" -> flyout(request, response, this::typeFlyout);
      case Manifest.FLYOUT + "property" -> flyout(request, response, this::propertyFlyout);
      case Manifest.PROPOSE -> propose(request, response);
      case Manifest.PREVIEW -> preview(request, response);
      case Manifest.VIEW -> view(request, response);
      case Manifest.DOCUMENTATION -> documentation(request, response);
      case "/match", "/extend" -> {
        response.setHeader("Allow", "POST, OPTIONS");
        throw new Refusal(NOT_ALLOWED, "Send the question here as JSON with POST.");
      }
      default -> throw nothingHere(request);
    }
  }

  @Override
  protected boolean takesLongQuestions() {
    return true;
  }

  @Override
  protected void answerLong(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (path(request)) {
      case "" -> {
        if (!asked(request, response)) {
          throw new Refusal(
              UNSUPPORTED_TYPE,
              "Send a form (application/x-www-form-urlencoded) with \"queries\" or \"extend\", or"
                  + " JSON to "
                  + Manifest.PATH
                  + "/match or "
                  + Manifest.PATH
                  + "/extend.");
        }
      }
      case "/match" -> {
        String type = mediaType(request, response);
        List<Query> queries = VersionDraft.read(SentJson.read("body", JsonBody.of(request)));
        write(
            response,
            type,
            inTurn(
                request,
                authority -> {
                  Matcher matcher = new Matcher(authority);
                  return VersionDraft.results(queries.stream().map(matcher::match).toList());
                }));
      }
      case "/extend" -> {
        String type = mediaType(request, response);
        Extension extension = Extension.read(SentJson.read("body", JsonBody.of(request)));
        write(
            response,
            type,
            inTurn(request, authority -> VersionDraft.extended(extension, authority)));
      }
      default -> {
        response.setHeader("Allow", "GET, HEAD, OPTIONS");
        throw new Refusal(NOT_ALLOWED, "Only GET and HEAD are answered here.");
      }
    }
  }

  /** The path below that of the service; the service itself has the empty one. */
  private static String path(HttpServletRequest request) {
    @Nullable String path = request.getPathInfo();
    return path == null || path.equals("/") ? "" : path;
  }

  private static Refusal nothingHere(HttpServletRequest request) {
    return new Refusal(
        NOT_FOUND,
        "There is nothing at "
            + request.getRequestURI()
            + "; "
            + Manifest.PATH
            + " tells what the service has.");
  }

  private static void root(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (asked(request, response)) {
      return;
    }
    if (request.getParameter("callback") != null) {
      throw new Refusal(
          BAD_REQUEST,
          "JSONP is not offered: leave \"callback\" out, answers may be read from every origin.");
    }
    String type = mediaType(request, response);
    ServedBuild build = ServedBuild.of(request);
    Manifest manifest =
        new Manifest(server(request), Authority.of(build), build.info().programVersion());
    write(response, type, type.equals(JSON) ? manifest.version02() : manifest.draft());
  }

  /** Answers what version 0.2 asks with parameters; false if there are none. */
  private static boolean asked(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    @Nullable String queries = request.getParameter("queries");
    @Nullable String extend = request.getParameter("extend");
    if (queries != null) {
      Map<String, Query> batch = Version02.read(SentJson.read("queries", queries));
      write(
          response,
          JSON,
          inTurn(
              request,
              authority -> {
                Matcher matcher = new Matcher(authority);
                Map<String, List<Candidate>> answers = new LinkedHashMap<>();
                batch.forEach((key, query) -> answers.put(key, matcher.match(query)));
                return Version02.results(answers);
              }));
      return true;
    }
    if (extend != null) {
      Extension extension = Extension.read(SentJson.read("extend", extend));
      write(response, JSON, inTurn(request, authority -> Version02.extended(extension, authority)));
      return true;
    }
    return false;
  }

  /** Chooses the version by {@code Accept}: plain JSON is 0.2 where the two differ. */
  private static String mediaType(HttpServletRequest request, HttpServletResponse response) {
    response.addHeader("Vary", "Accept");
    return VERSIONS.choose(request).mediaType();
  }

  @FunctionalInterface
  private interface Answer {
    JsonObject from(Authority authority);
  }

  @FunctionalInterface
  private interface Suggesting {
    JsonObject from(Suggestions suggestions, String prefix, Suggestions.Part part);
  }

  @FunctionalInterface
  private interface Flyout {
    String of(String id, Authority authority);
  }

  private static JsonObject inTurn(HttpServletRequest request, Answer answer) {
    AtomicReference<JsonObject> made = new AtomicReference<>(new JsonObject());
    Authority authority = Authority.of(ServedBuild.of(request));
    Evaluator.of(request).inTurn(() -> made.set(answer.from(authority)));
    return made.get();
  }

  private static void suggest(
      HttpServletRequest request, HttpServletResponse response, Suggesting suggesting)
      throws IOException {
    String prefix = parameter(request, "prefix");
    // 0.2 calls it cursor, the draft offset.
    int offset = number(request, "offset", number(request, "cursor", 0));
    Suggestions.Part part =
        new Suggestions.Part(
            offset, Math.min(number(request, "limit", USUAL_SUGGESTIONS), MOST_SUGGESTIONS));
    write(
        response,
        JSON,
        inTurn(request, authority -> suggesting.from(new Suggestions(authority), prefix, part)));
  }

  private static void propose(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String type = parameter(request, "type");
    int limit = number(request, "limit", Property.ALL.size());
    Suggestions suggestions = new Suggestions(Authority.of(ServedBuild.of(request)));
    JsonObject proposal = new JsonObject();
    proposal.add(
        "properties",
        Json.array(new Suggestions.Part(0, limit).of(suggestions.proposed(type)), Json::property));
    proposal.addProperty("type", type);
    proposal.addProperty("limit", limit);
    write(response, JSON, proposal);
  }

  private static void preview(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Content-Security-Policy", PREVIEW_POLICY);
    Authority authority = Authority.of(ServedBuild.of(request));
    Entity entity = entity(request, authority);
    write(
        response,
        HTML,
        Templates.render("preview", EntityPage.values(server(request), entity, authority)));
  }

  private static void view(HttpServletRequest request, HttpServletResponse response) {
    Entity entity = entity(request, Authority.of(ServedBuild.of(request)));
    response.setStatus(SEE_OTHER);
    response.setHeader("Location", server(request) + entity.page());
  }

  private static void documentation(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Authority authority = Authority.of(ServedBuild.of(request));
    write(
        response,
        HTML,
        Templates.render(
            "reconciliation",
            Map.of(
                "address",
                server(request) + Manifest.PATH,
                "batch",
                Batches.QUERIES,
                "types",
                authority.usedTypes().stream()
                    .map(
                        type ->
                            Map.of(
                                "id", type.id(), "name", type.name(), "words", type.description()))
                    .toList(),
                "properties",
                Property.ALL.stream()
                    .map(
                        property ->
                            Map.of(
                                "id",
                                property.id(),
                                "name",
                                property.name(),
                                "words",
                                property.description(),
                                "types",
                                String.join(", ", property.types())))
                    .toList())));
  }

  private static void flyout(
      HttpServletRequest request, HttpServletResponse response, Flyout flyout) throws IOException {
    String id = parameter(request, "id");
    JsonObject object = new JsonObject();
    object.addProperty("id", id);
    object.addProperty("html", flyout.of(id, Authority.of(ServedBuild.of(request))));
    write(response, JSON, object);
  }

  private String entityFlyout(String id, Authority authority) {
    Entity entity = authority.identified(id).orElseThrow(() -> unknown("entity", id));
    return flyout(entity.name(), entity.description());
  }

  private String typeFlyout(String id, Authority authority) {
    EntityType type = authority.types().find(id).orElseThrow(() -> unknown("type", id));
    return flyout(type.name(), type.description());
  }

  private String propertyFlyout(String id, Authority authority) {
    Property property = Property.find(id).orElseThrow(() -> unknown("property", id));
    return flyout(property.name(), property.description());
  }

  private static String flyout(String name, String description) {
    return Templates.render("flyout", Map.of("name", name, "description", description));
  }

  private static Entity entity(HttpServletRequest request, Authority authority) {
    String id = parameter(request, "id");
    return authority.identified(id).orElseThrow(() -> unknown("entity", id));
  }

  private static Refusal unknown(String kind, String id) {
    return new Refusal(NOT_FOUND, "There is no " + kind + " \"" + id + "\".");
  }

  /** The address of this server as the client knows it, without a path. */
  private static String server(HttpServletRequest request) {
    String address = request.getRequestURL().toString();
    return address.substring(0, address.length() - request.getRequestURI().length());
  }

  private static String parameter(HttpServletRequest request, String name) {
    @Nullable String value = request.getParameter(name);
    if (value == null) {
      throw new Refusal(BAD_REQUEST, "The parameter \"" + name + "\" is missing.");
    }
    return value;
  }

  private static int number(HttpServletRequest request, String name, int otherwise) {
    @Nullable String value = request.getParameter(name);
    if (value == null || value.isEmpty()) {
      return otherwise;
    }
    if (!value.matches("[0-9]{1,9}")) {
      throw new Refusal(
          BAD_REQUEST, "%s is a whole number, and not \"%s\".".formatted(name, value));
    }
    return Integer.parseInt(value);
  }

  private static void write(HttpServletResponse response, String mediaType, JsonElement body)
      throws IOException {
    write(response, mediaType, body.toString());
  }
}
