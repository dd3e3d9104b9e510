package org.casus.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.casus.graph.UnionDataset;
import org.casus.iri.Iris;
import org.casus.problem.Location;
import org.casus.problem.Problem;
import org.casus.problem.Problems;
import org.casus.problem.Rule;
import org.casus.problem.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Queries whose every row accuses something. All return the same five variables, so that one writer
 * serves all; severity and reasons stand in the header.
 */
final class ViolationChecks {

  private static final String SUFFIX = "-violation.rq";
  private static final List<String> VARIABLES =
      List.of("focus", "graph", "found", "expected", "cure");
  private static final Pattern SEVERITY = Pattern.compile("(?m)^# Severity: (error|warning)$");

  private static final Pattern WHEN = Pattern.compile("(?m)^# When: (.*)$");

  /** When a check makes sense. */
  enum When {
    /** Always. */
    AT_ONCE(""),
    /** It asks what is not there, which a row that could not be read might tell. */
    ALL_READ("all rows were read"),
    /** It asks for what the rules conclude as well. */
    INFERRED("after inference");

    private final String words;

    When(String words) {
      this.words = words;
    }

    private static When of(String text) {
      Matcher line = WHEN.matcher(text);
      String told = line.find() ? line.group(1) : "";
      return Stream.of(values())
          .filter(when -> when.words.equals(told))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "its line “# When: %s” says neither “%s” nor “%s”"
                          .formatted(told, ALL_READ.words, INFERRED.words)));
    }
  }

  private record Check(String name, Severity severity, When when, Query query) {}

  private final List<Check> checks;

  private ViolationChecks(List<Check> checks) {
    this.checks = checks;
  }

  static ViolationChecks read(Path directory, Problems problems) {
    List<Check> checks = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(any -> any.toString().endsWith(".rq")).sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        try {
          checks.add(check(name, Files.readString(file)));
        } catch (QueryException | IllegalArgumentException e) {
          problems.error(
              Rule.CHECK_MALFORMED,
              Location.file("ontology/checks/" + name),
              "",
              "a violation query, yet: " + e.getMessage(),
              "Mend it after the example of another check");
        }
      }
      return new ViolationChecks(List.copyOf(checks));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Check check(String name, String text) {
    Matcher severity = SEVERITY.matcher(text);
    Query query = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
    if (!name.endsWith(SUFFIX) || !severity.find() || !query.getResultVars().equals(VARIABLES)) {
      throw new IllegalArgumentException(
          "it is not called *"
              + SUFFIX
              + ", has no line “# Severity: error|warning” or does not select ?"
              + String.join(" ?", VARIABLES));
    }
    return new Check(
        name.substring(0, name.length() - SUFFIX.length()),
        severity.group(1).equals("error") ? Severity.ERROR : Severity.WARNING,
        When.of(text),
        query);
  }

  int size() {
    return checks.size();
  }

  void validate(
      UnionDataset dataset, Map<Node, Location> origins, Set<When> now, Problems problems) {
    checks.parallelStream()
        .filter(check -> now.contains(check.when()))
        .flatMap(check -> run(check, dataset, origins).stream())
        .collect(Collectors.toList())
        .forEach(problems::add);
  }

  private static List<Problem> run(Check check, UnionDataset dataset, Map<Node, Location> origins) {
    List<Problem> found = new ArrayList<>();
    try (QueryExec execution = QueryExec.dataset(dataset.queried()).query(check.query()).build()) {
      RowSet rows = execution.select();
      while (rows.hasNext()) {
        found.add(problem(check, rows.next(), dataset.named(), origins));
      }
    }
    return found;
  }

  private static Problem problem(
      Check check, Binding row, DatasetGraph dataset, Map<Node, Location> origins) {
    Node focus = row.get("focus");
    Node graph = row.get("graph");
    Location origin = origins.get(focus);
    Location location =
        graph == null
            ? ShapeValidation.location(dataset, focus, origin)
            : Location.node(Iris.graphName(graph), Nodes.text(focus), origin);
    return new Problem(
        check.name(),
        check.severity(),
        location,
        text(row.get("found")),
        text(row.get("expected")),
        text(row.get("cure")));
  }

  private static String text(@Nullable Node node) {
    return node == null ? "" : Nodes.text(node);
  }
}
