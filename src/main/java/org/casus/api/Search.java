package org.casus.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shared.PrefixMapping;
import org.casus.http.Evaluator;
import org.casus.http.Offer.Representation;
import org.casus.http.QueryParameters;
import org.casus.http.Refusal;
import org.casus.query.ResultColumn;
import org.casus.query.ResultTable;
import org.casus.store.TextSearch;
import org.casus.store.TextSearch.Finding;
import org.casus.store.TextSearch.Part;
import org.jspecify.annotations.Nullable;

/** Search: {@code /api/search?q=...}. */
final class Search {
  static final String TEXT = "q";
  static final String KIND = "kind";

  /** Characters that are read. */
  static final int LONGEST = 200;

  /** Findings when no number is asked for, and at most. */
  static final int USUAL = 100;

  static final int MOST = 1000;

  static final List<ResultColumn> COLUMNS =
      List.of(
          new ResultColumn("thing", "What was found."),
          new ResultColumn("label", "Its label."),
          new ResultColumn("kind", "Its kind, as it stands in its IRI; term for the ontology."),
          new ResultColumn("text", "The text that fits best."),
          new ResultColumn("property", "The property whose value the text is."),
          new ResultColumn(
              "match",
              "all: all words or other names of the same things; similar: words like them, since"
                  + " nothing has all words; some: some of the words, since nothing has more."),
          new ResultColumn(
              "score",
              "The higher, the better. What has the words for its name comes first all the same."));

  private static final int ON_A_PAGE = 20;
  private static final int BAD_REQUEST = 400;

  /**
   * What was found, for the page.
   *
   * @param label the parts of the label
   * @param parts those of the text; none where it is the label
   */
  public record Found(
      String address, String kind, String language, List<Part> label, List<Part> parts) {}

  private Search() {}

  static Body body(
      HttpServletRequest request, HttpServletResponse response, Representation format) {
    if (Formats.isPage(format)) {
      return page(request, response);
    }
    Asked asked = Asked.of(request, USUAL);
    TextSearch.Result found = asked.search(request);
    asked.page().describe(request, response, asked.parameters(), found.total());
    return Formats.rows(table(found, SearchIndex.of(request)), format);
  }

  private static Body page(HttpServletRequest request, HttpServletResponse response) {
    Map<String, Object> values = new HashMap<>();
    values.put("kinds", SearchIndex.of(request).kinds());
    values.put("text", "");
    values.put("kind", "");
    values.put("problem", "");
    values.put("asked", false);
    if (request.getQueryString() != null) {
      try {
        Map<String, String> parameters = QueryParameters.of(request);
        values.put("text", parameters.getOrDefault(TEXT, ""));
        values.put("kind", parameters.getOrDefault(KIND, ""));
        show(Asked.of(request, ON_A_PAGE), request, response, values);
      } catch (Refusal refusal) {
        response.setStatus(refusal.status());
        values.put("problem", refusal.sentence());
      }
    }
    return Body.page("search", values);
  }

  private static void show(
      Asked asked,
      HttpServletRequest request,
      HttpServletResponse response,
      Map<String, Object> values) {
    TextSearch.Result found = asked.search(request);
    Page page = asked.page();
    page.describe(request, response, asked.parameters(), found.total());
    SearchIndex index = SearchIndex.of(request);
    Map<String, Node> labels = labels(found, index);
    values.put("asked", true);
    values.put("match", word(found.closeness()));
    values.put("otherNames", String.join(", ", found.otherNames()));
    values.put("total", found.total());
    values.put("from", found.findings().isEmpty() ? 0 : page.offset() + 1);
    values.put("to", page.offset() + found.findings().size());
    values.put("pages", QuestionPage.pages(page, found.total(), path("html"), asked.parameters()));
    values.put(
        "downloads",
        List.of(
            new QuestionPage.Link("CSV", asked.download("csv")),
            new QuestionPage.Link("JSON", asked.download("json"))));
    values.put("found", found.findings().stream().map(finding -> found(finding, labels)).toList());
  }

  private static Found found(Finding finding, Map<String, Node> labels) {
    @Nullable Node label = labels.get(finding.iri());
    boolean same = finding.text().equals(label);
    String name = label == null ? Kinds.shortened(finding.iri()) : label.getLiteralLexicalForm();
    return new Found(
        Kinds.link(finding.iri()).orElse(""),
        Kinds.of(finding.iri()).orElse(""),
        finding.text().getLiteralLanguage(),
        same ? finding.parts() : List.of(new Part(name, false)),
        same ? List.of() : finding.parts());
  }

  private static Map<String, Node> labels(TextSearch.Result found, SearchIndex index) {
    return index.labels(found.findings().stream().map(Finding::iri).toList());
  }

  private static ResultTable table(TextSearch.Result found, SearchIndex index) {
    Map<String, Node> labels = labels(found, index);
    List<List<@Nullable Node>> rows = new ArrayList<>();
    for (Finding finding : found.findings()) {
      List<@Nullable Node> row = new ArrayList<>();
      row.add(NodeFactory.createURI(finding.iri()));
      row.add(labels.get(finding.iri()));
      row.add(NodeFactory.createLiteralString(Kinds.of(finding.iri()).orElse("")));
      row.add(finding.text());
      row.add(finding.property());
      row.add(NodeFactory.createLiteralString(word(found.closeness())));
      row.add(
          NodeFactory.createLiteralDT(
              new BigDecimal(finding.score()).setScale(3, RoundingMode.HALF_UP).toPlainString(),
              XSDDatatype.XSDdecimal));
      rows.add(row);
    }
    return new ResultTable(
        COLUMNS.stream().map(ResultColumn::name).toList(), rows, PrefixMapping.Factory.create());
  }

  private static String word(TextSearch.Closeness closeness) {
    return switch (closeness) {
      case ALL_WORDS -> "all";
      case SIMILAR_WORDS -> "similar";
      case SOME_WORDS -> "some";
    };
  }

  private static String path(String ending) {
    return ApiServlet.SEARCH + "." + ending;
  }

  /** A request, read and checked. */
  private record Asked(Map<String, String> parameters, String text, String kind, Page page) {
    private static final Set<String> KNOWN = Set.of(TEXT, KIND, Page.LIMIT, Page.OFFSET);

    static Asked of(HttpServletRequest request, int usual) {
      Map<String, String> parameters = QueryParameters.of(request);
      parameters
          .keySet()
          .forEach(
              name ->
                  require(
                      KNOWN.contains(name),
                      "Search has no parameter %s; it takes %s."
                          .formatted(name, String.join(", ", new TreeSet<>(KNOWN)))));
      String text = parameters.getOrDefault(TEXT, "").strip();
      require(!text.isEmpty(), "Say in q what to look for, such as /api/search?q=Shusha.");
      require(
          text.length() <= LONGEST,
          "q has %d characters, and at most %d are read.".formatted(text.length(), LONGEST));
      String kind = parameters.getOrDefault(KIND, "");
      Set<String> kinds = SearchIndex.of(request).kinds();
      require(
          kind.isEmpty() || kinds.contains(kind),
          "kind must be one of %s, not \"%s\".".formatted(String.join(", ", kinds), kind));
      return new Asked(parameters, text, kind, Page.of(parameters, OptionalInt.of(usual), MOST));
    }

    private static void require(boolean right, String sentence) {
      if (!right) {
        throw new Refusal(BAD_REQUEST, sentence);
      }
    }

    TextSearch.Result search(HttpServletRequest request) {
      SearchIndex index = SearchIndex.of(request);
      return Evaluator.of(request).inTurn(() -> index.search(text, kind, page));
    }

    String download(String ending) {
      return Addresses.of(path(ending), new LinkedHashMap<>(Page.without(parameters)));
    }
  }
}
