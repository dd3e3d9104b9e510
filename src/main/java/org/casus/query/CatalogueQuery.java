package org.casus.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.system.Txn;
import org.casus.iri.Iris;
import org.jspecify.annotations.Nullable;

/**
 * A question with its SPARQL query. Everything that its header promises has been checked when it
 * was loaded.
 *
 * @param name the file name without {@code .rq}: its name on the command line and in the web API
 * @param title a few words
 * @param question the question in words
 * @param why why somebody would ask
 * @param parameters in the order of the header
 * @param columns in the order of the SELECT clause
 * @param keywords for finding it
 * @param datasets the imported data sets that it asks, with their versions, such as {@code
 *     atop-4.01}; none for a question about what is curated
 * @param federation how it goes beyond the data of Casus; empty for a question that they answer
 *     alone
 * @param sparql the text as it was written, header included; {@link Catalogue#of} makes the same
 *     question of it
 * @param query the same, parsed, without the defaults of its parameters; never changed
 */
public record CatalogueQuery(
    String name,
    String title,
    String question,
    String why,
    List<Parameter> parameters,
    List<ResultColumn> columns,
    List<String> keywords,
    List<String> datasets,
    Optional<Federation> federation,
    String sparql,
    Query query) {

  /** What no query is called, since the web API has something else at these addresses. */
  static final Set<String> RESERVED = Set.of("docs", "openapi", "search");

  /** Copies the lists. */
  public CatalogueQuery {
    parameters = List.copyOf(parameters);
    columns = List.copyOf(columns);
    keywords = List.copyOf(keywords);
    datasets = List.copyOf(datasets);
  }

  /**
   * Gives the parameters their values. Values never become part of the query's text: each is one
   * RDF term, put in the place of a variable, so no value can change what the query does.
   *
   * @param values parameter names to values as a person writes them; those left out take their
   *     default
   * @throws QueryUsageException with all mistakes at once
   */
  public BoundQuery bind(Map<String, String> values) {
    List<String> mistakes = new ArrayList<>();
    for (String given : new TreeSet<>(values.keySet())) {
      if (parameters.stream().noneMatch(parameter -> parameter.name().equals(given))) {
        mistakes.add("Query " + name + " has no parameter " + given + "; " + parameterList());
      }
    }
    Map<String, String> used = new LinkedHashMap<>();
    Map<Var, Node> terms = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      Optional<String> value =
          Optional.ofNullable(values.get(parameter.name())).or(parameter::defaultValue);
      if (value.isEmpty()) {
        mistakes.add(
            "Query %s needs a value for %s: %s"
                .formatted(name, parameter.name(), parameter.expectation()));
        continue;
      }
      @Nullable Node term = parameter.term(value.get());
      if (term == null) {
        mistakes.add(
            "Parameter %s of query %s must be %s, not \"%s\""
                .formatted(parameter.name(), name, parameter.expectation(), value.get()));
      } else {
        used.put(parameter.name(), value.get());
        terms.put(parameter.variable(), term);
      }
    }
    if (!mistakes.isEmpty()) {
      throw new QueryUsageException(mistakes);
    }
    return new BoundQuery(this, used, terms);
  }

  /**
   * Why this question cannot be asked of a dataset, with the cure: when it asks data sets that were
   * not imported, it would find nothing, which is not the same as there being nothing.
   */
  public Optional<String> missingDatasets(DatasetGraph dataset) {
    List<String> missing =
        Txn.calculateRead(
            dataset, () -> datasets.stream().filter(name -> !isImported(name, dataset)).toList());
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The question asks data sets that are not imported here: "
                + String.join(", ", missing)
                + ". Import them with ./casus import, or fetch wikidata with ./casus enrich, then build.");
  }

  /** A data set that is named without a version is there in any version. */
  private static boolean isImported(String name, DatasetGraph dataset) {
    String graph = Iris.graph("dataset/" + name).getURI();
    return dataset.containsGraph(Iris.graph("dataset/" + name))
        || Iter.anyMatch(dataset.listGraphNodes(), node -> node.getURI().startsWith(graph + "-"));
  }

  /** Why Casus does not answer this question on its own, with what to do; empty when it does. */
  public Optional<String> farSide() {
    return federation.map(
        beyond -> {
          String service = beyond.service().word();
          return beyond.runsThere()
              ? "The question is run by "
                  + service
                  + ", which asks Casus at the address given as "
                  + Federation.CASUS
                  + ": ./casus query "
                  + name
                  + " --param "
                  + Federation.CASUS
                  + "=URL prints the text for "
                  + beyond.service().page()
                  + "."
              : "The question asks "
                  + service
                  + ", too, which is done for operators only: ./casus query "
                  + name
                  + " --federate "
                  + service
                  + " --contact ME@EXAMPLE.ORG, or its text at /operator/sparql of a server that was"
                  + " started with --federate "
                  + service
                  + ".";
        });
  }

  private String parameterList() {
    return parameters.isEmpty()
        ? "it takes none"
        : "it takes " + parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
  }
}
