package org.casus.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.query.CatalogueException.Fault;

/**
 * All questions, by name. Loading checks every file completely: a catalogue that exists is free of
 * faults that can be seen without data.
 */
public final class Catalogue {
  static final String QUERY = ".rq";
  static final String EXPECTED = ".expected.csv";

  private final List<CatalogueQuery> queries;

  private Catalogue(List<CatalogueQuery> queries) {
    this.queries = List.copyOf(queries);
  }

  /**
   * Reads the {@code .rq} files of a directory, without those of its subdirectories.
   *
   * @throws CatalogueException with the faults of all files
   */
  public static Catalogue load(Path directory) {
    List<Path> files = files(directory);
    List<CatalogueQuery> queries = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (name.endsWith(QUERY)) {
        QueryFile source = new QueryFile(file);
        source.read().ifPresent(queries::add);
        faults.addAll(source.faults());
      } else if (name.endsWith(EXPECTED) && !files.contains(queryOf(file))) {
        faults.add(new Fault(file, 0, "there is no " + queryOf(file).getFileName() + " beside it"));
      }
    }
    if (queries.isEmpty() && faults.isEmpty()) {
      faults.add(new Fault(directory, 0, "there is no .rq file here"));
    }
    if (!faults.isEmpty()) {
      throw new CatalogueException(faults);
    }
    return new Catalogue(queries);
  }

  private static Path queryOf(Path expected) {
    String name = expected.getFileName().toString();
    return expected.resolveSibling(name.substring(0, name.length() - EXPECTED.length()) + QUERY);
  }

  private static List<Path> files(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted(Comparator.comparing(file -> file.getFileName().toString())).toList();
    } catch (IOException fault) {
      throw new CatalogueException(
          List.of(new Fault(directory, 0, "cannot read this directory of queries: " + fault)));
    }
  }

  /** In the order of their names. */
  public List<CatalogueQuery> queries() {
    return queries;
  }

  /** The query with this name. */
  public Optional<CatalogueQuery> find(String name) {
    return queries.stream().filter(query -> query.name().equals(name)).findFirst();
  }

  /**
   * The query with this name, which somebody asked for.
   *
   * @throws QueryUsageException when there is none; the message lists the names that exist
   */
  public CatalogueQuery require(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new QueryUsageException(
                    List.of(
                        "There is no query "
                            + name
                            + "; there are: "
                            + queries.stream()
                                .map(CatalogueQuery::name)
                                .collect(Collectors.joining(", ")))));
  }
}
