package org.casus.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDFS;
import org.casus.explanation.Explainer;
import org.casus.explanation.Named;
import org.casus.http.Evaluator;
import org.casus.http.Refusal;
import org.casus.http.ServedBuild;
import org.casus.iri.Iris;
import org.casus.query.BoundQuery;
import org.casus.query.Catalogue;
import org.casus.query.CatalogueException;
import org.casus.query.CatalogueQuery;
import org.casus.query.Parameter;
import org.casus.query.QueryUsageException;
import org.casus.query.ResultTable;
import org.casus.vocab.Casus;
import org.jspecify.annotations.Nullable;

/** The questions of one build and their answers. */
final class Questions {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int UNAVAILABLE = 503;

  /** Cells of all answers that are kept, so that the pages of one are cut and not asked anew. */
  private static final long MOST_CELLS = 300_000;

  private record Asked(String name, Map<String, String> values) {}

  private final DatasetGraph dataset;
  private final List<CatalogueQuery> queries;
  private final List<CatalogueQuery> federated;
  private final Map<String, List<CatalogueQuery>> themes;
  private final Map<String, SortedMap<String, String>> things;
  private final Cache<Asked, ResultTable> answers =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CELLS)
          .weigher(
              (Asked asked, ResultTable answer) ->
                  1 + answer.rows().size() * answer.columns().size())
          .build();

  private Questions(ServedBuild build) {
    this.dataset = build.dataset();
    Optional<Catalogue> catalogue = read(dataset);
    this.queries = catalogue.map(Catalogue::queries).orElse(List.of());
    this.federated = catalogue.map(Catalogue::federated).orElse(List.of());
    List<CatalogueQuery> all = Stream.concat(queries.stream(), federated.stream()).toList();
    this.themes = Themes.of(all);
    this.things = Txn.calculateRead(dataset, () -> things(dataset, all));
  }

  /** Those of the build of a request. */
  static Questions of(HttpServletRequest request) {
    return ServedBuild.of(request).once(Questions.class, Questions::new);
  }

  private static Optional<Catalogue> read(DatasetGraph dataset) {
    boolean some =
        Txn.calculateRead(
            dataset, () -> dataset.contains(Node.ANY, Node.ANY, Casus.QUERY_TEXT, Node.ANY));
    try {
      return some ? Optional.of(Catalogue.read(dataset)) : Optional.empty();
    } catch (CatalogueException notUnderstood) {
      throw new Refusal(
          UNAVAILABLE,
          "The questions of this build are not such as this version of Casus understands: build it"
              + " anew with ./casus build.");
    }
  }

  private static Map<String, SortedMap<String, String>> things(
      DatasetGraph dataset, List<CatalogueQuery> queries) {
    Map<String, SortedMap<String, String>> things = new HashMap<>();
    queries.stream()
        .flatMap(query -> query.parameters().stream())
        .flatMap(parameter -> parameter.kind().stream())
        .forEach(kind -> things.put(kind, new TreeMap<>()));
    dataset
        .find(Node.ANY, Node.ANY, RDFS.label.asNode(), Node.ANY)
        .forEachRemaining(
            quad -> {
              String iri = quad.getSubject().isURI() ? quad.getSubject().getURI() : "";
              Optional<String> kind = Kinds.of(iri);
              if (kind.isPresent() && things.containsKey(kind.get())) {
                things
                    .get(kind.get())
                    .merge(
                        iri.substring(Iris.THINGS.length() + kind.get().length() + 1),
                        quad.getObject().getLiteralLexicalForm(),
                        (one, other) -> one.compareTo(other) < 0 ? one : other);
              }
            });
    return things;
  }

  /** Those that this server answers, in the order of their names. */
  List<CatalogueQuery> all() {
    return queries;
  }

  /** All by theme, the largest theme first, with those that go beyond the data of this server. */
  Map<String, List<CatalogueQuery>> themes() {
    return themes;
  }

  /** The theme of a question. */
  String theme(CatalogueQuery query) {
    return themes.entrySet().stream()
        .filter(entry -> entry.getValue().contains(query))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  /** The things that a parameter may name: short names and labels. */
  SortedMap<String, String> things(Parameter parameter) {
    return parameter
        .kind()
        .map(kind -> things.getOrDefault(kind, new TreeMap<>()))
        .orElseGet(TreeMap::new);
  }

  /** Why a question cannot be asked of this build or of this part of the server, if it cannot. */
  Optional<String> obstacle(CatalogueQuery query) {
    return query.farSide().or(() -> query.missingDatasets(dataset));
  }

  /**
   * The question with a name.
   *
   * @throws Refusal 404 with names that have a word in common
   */
  CatalogueQuery require(String name) {
    return Stream.concat(queries.stream(), federated.stream())
        .filter(query -> query.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private Refusal unknown(String name) {
    List<String> words = List.of(name.split("-"));
    String similar =
        queries.stream()
            .map(CatalogueQuery::name)
            .filter(
                other ->
                    Stream.of(other.split("-")).anyMatch(w -> w.length() > 3 && words.contains(w)))
            .collect(Collectors.joining(", "));
    return new Refusal(
        NOT_FOUND,
        "There is no question "
            + name
            + (similar.isEmpty() ? "" : "; perhaps one of these: " + similar)
            + ". /api/ lists all.");
  }

  /**
   * Gives a question its values.
   *
   * @throws Refusal 400 when a value is wrong, with what is right; 409 when the question asks data
   *     sets that this build lacks, or goes beyond its data
   */
  BoundQuery bind(CatalogueQuery query, Map<String, String> values) {
    obstacle(query)
        .ifPresent(
            sentence -> {
              throw new Refusal(CONFLICT, sentence);
            });
    return text(query, values);
  }

  /**
   * The same for a question of which the text is wanted, and no answer.
   *
   * @throws Refusal 400 when a value is wrong, with what is right
   */
  BoundQuery text(CatalogueQuery query, Map<String, String> values) {
    try {
      BoundQuery bound = query.bind(values);
      Explainer explainer = new Explainer(dataset);
      bound.requireThings(
          dataset, name -> explainer.similar(name).stream().map(Named::reference).toList());
      return bound;
    } catch (QueryUsageException mistakes) {
      throw new Refusal(BAD_REQUEST, String.valueOf(mistakes.getMessage()));
    }
  }

  /**
   * The whole answer. It is kept for a while, as long as there is room.
   *
   * @throws Refusal when a limit is met
   */
  ResultTable answer(BoundQuery query, HttpServletRequest request) {
    Asked asked = new Asked(query.query().name(), query.values());
    @Nullable ResultTable kept = answers.getIfPresent(asked);
    if (kept != null) {
      return kept;
    }
    Evaluator evaluator = Evaluator.of(request);
    ResultTable answer =
        Txn.calculateRead(
            dataset,
            () ->
                evaluator.evaluate(
                    request,
                    () -> query.execution(dataset).build(),
                    execution -> query.table(evaluator.all(execution.select()).iterator())));
    answers.put(asked, answer);
    return answer;
  }
}
