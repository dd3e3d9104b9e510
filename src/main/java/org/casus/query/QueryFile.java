package org.casus.query;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.sparql.util.FmtUtils;
import org.casus.query.CatalogueException.Fault;

/** Reads the text of one query file and collects everything that is wrong with it. */
final class QueryFile {
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private final Path file;
  private final String name;
  private final String text;
  private final boolean hasExpectedRows;
  private final List<Fault> faults = new ArrayList<>();

  /**
   * @param file what faults call it
   * @param hasExpectedRows whether its answer to the defaults is known, so that there must be some
   */
  QueryFile(Path file, String name, String text, boolean hasExpectedRows) {
    this.file = file;
    this.name = name;
    this.text = text;
    this.hasExpectedRows = hasExpectedRows;
  }

  /** Sorted by line; complete after {@link #read}. */
  List<Fault> faults() {
    return faults.stream().sorted(Comparator.comparingInt(Fault::line)).toList();
  }

  /** The query, when the file is without fault. */
  Optional<CatalogueQuery> read() {
    if (!Slugs.PATTERN.matcher(name).matches()) {
      fault(0, "a query file is named in lower-case letters, digits and hyphens");
    }
    if (CatalogueQuery.RESERVED.contains(name)) {
      fault(0, "a query needs another name than " + name + ": the web API has a page there");
    }
    Header header = Header.read(text.lines().toList(), this::fault);
    String title = header.title();
    String question = header.question();
    String why = header.why();
    List<String> keywords = header.keywords();
    List<String> datasets = header.datasets();
    Optional<Federation> federation = header.federation();
    List<ResultColumn> columns = header.columns();
    List<Parameter> parameters = header.parameters();
    checkNames(parameters, header);
    Optional<Query> query = parse();
    if (query.isEmpty()) {
      return Optional.empty();
    }
    Set<Var> variables = parameters.stream().map(Parameter::variable).collect(Collectors.toSet());
    Query open = Defaults.without(query.get(), variables);
    checkForm(query.get(), columns, header);
    checkParameters(open, parameters, columns, header);
    checkDefaults(Defaults.of(query.get(), variables), parameters, header);
    ServiceClauses.faults(open, federation, parameters).forEach(text -> fault(0, text));
    if (!faults.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new CatalogueQuery(
            name,
            title,
            question,
            why,
            parameters,
            columns,
            keywords,
            datasets,
            federation,
            text,
            open));
  }

  void fault(int line, String fault) {
    faults.add(new Fault(file, line, fault));
  }

  /** Strict SPARQL 1.1: what is accepted here works in other stores too. */
  private Optional<Query> parse() {
    try {
      return Optional.of(QueryFactory.create(text, Syntax.syntaxSPARQL_11));
    } catch (QueryParseException fault) {
      String message =
          fault.getMessage().lines().map(String::strip).collect(Collectors.joining(" "));
      fault(Math.max(fault.getLine(), 0), "is not SPARQL 1.1: " + message);
    } catch (QueryException fault) {
      fault(0, "is not SPARQL 1.1: " + fault.getMessage());
    }
    return Optional.empty();
  }

  private void checkForm(Query query, List<ResultColumn> columns, Header header) {
    if (!query.isSelectType()) {
      fault(0, "must be a SELECT query");
      return;
    }
    if (!query.hasOrderBy()) {
      fault(0, "must have an ORDER BY, so that its answer is the same each time");
    }
    if (query.isQueryResultStar()) {
      fault(0, "must name its columns instead of SELECT *");
      return;
    }
    List<String> named = columns.stream().map(ResultColumn::name).toList();
    if (!named.equals(query.getResultVars())) {
      fault(
          header.line("columns"),
          "\"columns\" must be the variables of SELECT in their order: "
              + String.join(", ", query.getResultVars())
              + "; found "
              + String.join(", ", named));
    }
  }

  private void checkNames(List<Parameter> parameters, Header header) {
    Set<String> seen = new HashSet<>();
    for (Parameter parameter : parameters) {
      if (!VARIABLE.matcher(parameter.name()).matches()) {
        fault(
            header.line(parameter),
            "parameter \"" + parameter.name() + "\" must be named like a variable, without ?");
      }
      if (Parameter.RESERVED.contains(parameter.name())) {
        fault(
            header.line(parameter),
            "parameter "
                + parameter.name()
                + " needs another name: the web API uses this one for pages of an answer");
      }
      if (!seen.add(parameter.name())) {
        fault(header.line(parameter), "parameter " + parameter.name() + " is there twice");
      }
      if (parameter.defaultValue().isEmpty() && hasExpectedRows) {
        fault(
            header.line(parameter),
            "parameter " + parameter.name() + " needs a default, since there are expected rows");
      }
    }
  }

  private void checkParameters(
      Query query, List<Parameter> parameters, List<ResultColumn> columns, Header header) {
    for (Parameter parameter : parameters) {
      int line = header.line(parameter);
      if (columns.stream().anyMatch(column -> column.name().equals(parameter.name()))) {
        fault(line, "parameter " + parameter.name() + " must not be a column as well");
        continue;
      }
      try {
        if (replaced(query, parameter).equals(query)) {
          fault(line, "parameter " + parameter.name() + " does not occur in the query");
        }
      } catch (QueryException refused) {
        fault(
            line,
            "parameter %s cannot be given a value, because the query assigns one (%s)"
                .formatted(parameter.name(), refused.getMessage()));
      }
    }
  }

  private void checkDefaults(
      Map<Var, Set<Node>> blocks, List<Parameter> parameters, Header header) {
    for (Parameter parameter : parameters) {
      Set<Node> found = blocks.getOrDefault(parameter.variable(), Set.of());
      Set<Node> expected =
          parameter.defaultValue().map(parameter::term).map(Set::of).orElse(Set.of());
      if (!found.equals(expected)) {
        String there = found.isEmpty() ? "none" : block(parameter, found);
        fault(
            header.line(parameter),
            expected.isEmpty()
                ? "parameter %s has no default, so the query must not give it one; found %s"
                    .formatted(parameter.name(), there)
                : "parameter %s must have its default in the query, %s in each SELECT that speaks of it, so that the file asks the same as it stands; found %s"
                    .formatted(parameter.name(), block(parameter, expected), there));
      }
    }
  }

  private static String block(Parameter parameter, Set<Node> values) {
    return values.stream()
        .map(FmtUtils::stringForNode)
        .sorted()
        .collect(Collectors.joining(" ", "VALUES ?" + parameter.name() + " { ", " }"));
  }

  /** Does to the query what a value for the parameter will do to it. */
  private static Query replaced(Query query, Parameter parameter) {
    return QueryTransformOps.replaceVars(
        query, Map.of(parameter.variable(), NodeFactory.createURI("urn:x:sample")));
  }
}
