package org.casus.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;
import org.casus.problem.Location;
import org.casus.problem.Problem;
import org.casus.problem.Problems;
import org.casus.problem.Rule;
import org.casus.problem.Severity;
import org.casus.query.Catalogue;
import org.casus.query.CatalogueException;
import org.casus.query.CatalogueQuery;
import org.casus.query.ExpectedRows;

/** Reads the catalogue and holds the answers to the expected rows; faults become problems. */
final class Questions {

  private static final String ACCEPT = " --accept";

  private Questions() {}

  /** The catalogue, unless a file of it is faulty. */
  static Optional<Catalogue> read(Path directory, Problems problems) {
    try {
      return Optional.of(Catalogue.load(directory));
    } catch (CatalogueException e) {
      e.faults()
          .forEach(
              fault ->
                  problems.error(
                      Rule.QUERY_MALFORMED,
                      Location.row(
                          "queries/"
                              + directory.relativize(fault.file()).toString().replace('\\', '/'),
                          fault.line()),
                      "",
                      "a question as queries/README.md describes it, yet: " + fault.text(),
                      "Mend the file"));
      return Optional.empty();
    }
  }

  /**
   * Asks every question with its defaults and compares the rows.
   *
   * @param directory where the expected rows are
   * @param severity how much a difference weighs
   * @param dataset with the union of the graphs as default graph
   */
  static void check(
      List<CatalogueQuery> queries,
      Path directory,
      DatasetGraph dataset,
      Severity severity,
      Problems problems) {
    queries.parallelStream()
        .forEach(
            query ->
                check(
                    query,
                    ExpectedRows.file(directory, query.name()),
                    dataset,
                    severity,
                    problems));
  }

  private static void check(
      CatalogueQuery query, Path file, DatasetGraph dataset, Severity severity, Problems problems) {
    String expected = "queries/" + file.getFileName();
    if (!Files.exists(file)) {
      problems.add(
          new Problem(
              Rule.FILE_MISSING.name(),
              severity,
              Location.file(expected),
              "",
              "the rows that " + query.name() + " gives with its defaults",
              "Read the answer and save it with ./casus query " + query.name() + ACCEPT));
      return;
    }
    ExpectedRows.Comparison comparison =
        ExpectedRows.read(file).compare(query.bind(Map.of()).execute(dataset));
    comparison
        .describe()
        .lines()
        .forEach(
            line ->
                problems.add(
                    new Problem(
                        Rule.EXPECTED_ROWS_DIFFER.name(),
                        severity,
                        Location.file(expected),
                        line,
                        "the rows of the file and no other",
                        "Correct the data or the query; if the answer is right, save it with"
                            + " ./casus query "
                            + query.name()
                            + ACCEPT)));
  }
}
