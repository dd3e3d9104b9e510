package org.casus.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.casus.http.Refusal;
import org.casus.query.BoundQuery;
import org.casus.query.CatalogueQuery;
import org.casus.query.Federation;
import org.casus.query.Parameter;
import org.casus.query.ParameterType;
import org.casus.query.ResultTable;
import org.jspecify.annotations.Nullable;

/** The page of a question: what it asks, a form for its parameters, and the answer. */
final class QuestionPage {

  /**
   * An input of the form.
   *
   * @param type of the HTML input; {@code select} for a closed list
   * @param options what may be chosen or, with a list of things, is suggested
   */
  public record Input(
      String name, String type, String value, String description, List<Option> options) {}

  /** One value that may be chosen. */
  public record Option(String value, String label) {}

  /** A cell of the answer; without an address where it leads nowhere. */
  public record Cell(String text, String address, String language) {}

  /** A word and where it leads. */
  public record Link(String text, String address) {}

  private final Questions questions;
  private final CatalogueQuery query;

  QuestionPage(Questions questions, CatalogueQuery query) {
    this.questions = questions;
    this.query = query;
  }

  /** The page with one page of the answer. */
  Body answered(BoundQuery bound, ResultTable answer, Page page) {
    int total = answer.rows().size();
    ResultTable shown = answer.page(page.offset(), page.most());
    Map<String, Object> values = values(bound.values(), "");
    values.put("columns", query.columns());
    values.put("rows", shown.rows().stream().map(QuestionPage::cells).toList());
    values.put("total", total);
    values.put("from", shown.rows().isEmpty() ? 0 : page.offset() + 1);
    values.put("to", shown.rows().isEmpty() ? 0 : page.offset() + shown.rows().size());
    values.put("pages", pages(page, total, path("html"), bound.values()));
    values.put("downloads", downloads(bound));
    values.put("permalink", Addresses.of(path("html"), bound.values()));
    values.put("sparql", bound.sparql());
    values.put("endpoint", Addresses.of("/casus/sparql", Map.of("query", bound.sparql())));
    return Body.page("question", values);
  }

  /**
   * The page of a question that goes beyond the data of this server: its text for others to run.
   */
  Body told(BoundQuery bound) {
    Map<String, Object> values = values(bound.values(), "");
    Federation beyond = query.federation().orElseThrow();
    values.put("columns", query.columns());
    values.put("elsewhere", query.farSide().orElse(""));
    values.put("sparql", bound.sparql());
    values.put(
        "editor",
        beyond.runsThere()
            ? beyond.service().page() + "#" + Addresses.encoded(bound.sparql())
            : "");
    return Body.page("federated", values);
  }

  /** The page with the form as it was filled in, and why there is no answer. */
  Body refused(Map<String, String> asked, Refusal refusal) {
    return Body.page("question", values(asked, refusal.sentence()));
  }

  private Map<String, Object> values(Map<String, String> asked, String problem) {
    Map<String, Object> values = new HashMap<>();
    values.put("name", query.name());
    values.put("title", query.title());
    values.put("question", query.question());
    values.put("why", query.why());
    values.put("path", path("html"));
    values.put("problem", problem);
    values.put("inputs", query.parameters().stream().map(each -> input(each, asked)).toList());
    return values;
  }

  private String path(String ending) {
    return ApiServlet.PATH + query.name() + "." + ending;
  }

  private Input input(Parameter parameter, Map<String, String> asked) {
    String value =
        Optional.ofNullable(asked.get(parameter.name())).or(parameter::defaultValue).orElse("");
    if (!parameter.values().isEmpty()) {
      List<Option> options =
          parameter.values().stream().map(each -> new Option(each, each)).toList();
      return new Input(parameter.name(), "select", value, parameter.description(), options);
    }
    List<Option> suggested = new ArrayList<>();
    parameter.words().forEach(word -> suggested.add(new Option(word, word)));
    questions.things(parameter).forEach((slug, label) -> suggested.add(new Option(slug, label)));
    return new Input(
        parameter.name(), type(parameter.type()), value, parameter.description(), suggested);
  }

  private static String type(ParameterType type) {
    return switch (type) {
      case DATE -> "date";
      case INTEGER -> "number";
      case IRI -> "url";
      case STRING, SLUG -> "text";
    };
  }

  private static List<Cell> cells(List<@Nullable Node> row) {
    List<Cell> cells = new ArrayList<>();
    for (@Nullable Node node : row) {
      cells.add(cell(node));
    }
    return cells;
  }

  private static Cell cell(@Nullable Node node) {
    if (node == null) {
      return new Cell("", "", "");
    }
    if (node.isURI()) {
      String iri = node.getURI();
      return new Cell(Kinds.shortened(iri), Kinds.link(iri).orElse(""), "");
    }
    return node.isLiteral()
        ? new Cell(node.getLiteralLexicalForm(), "", node.getLiteralLanguage())
        : new Cell("_:" + node.getBlankNodeLabel(), "", "");
  }

  private List<Link> downloads(BoundQuery bound) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("csv", "CSV");
    words.put("tsv", "TSV");
    words.put("json", "JSON");
    words.put("xml", "XML");
    return words.entrySet().stream()
        .map(
            entry -> new Link(entry.getValue(), Addresses.of(path(entry.getKey()), bound.values())))
        .toList();
  }

  /** Links to the other pages; none when all is on one. */
  static List<Link> pages(Page page, int total, String path, Map<String, String> parameters) {
    List<Link> links = new ArrayList<>();
    if (page.offset() > 0 || page.next(total).isPresent()) {
      page.previous()
          .ifPresent(
              previous -> {
                links.add(new Link("First", page.first().address(path, parameters)));
                links.add(new Link("Previous", previous.address(path, parameters)));
              });
      page.next(total)
          .ifPresent(
              next -> {
                links.add(new Link("Next", next.address(path, parameters)));
                links.add(new Link("Last", page.last(total).address(path, parameters)));
              });
    }
    return links;
  }
}
