package org.casus.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.casus.query.CatalogueException.Fault;

/**
 * All questions, by name. Every text is checked completely: a catalogue that exists is free of
 * faults that can be seen without data.
 */
public final class Catalogue {
  static final String QUERY = ".rq";

  /** Directory of the questions that go beyond the data of Casus, in that of the others. */
  public static final String FEDERATED = "federated";

  private final List<CatalogueQuery> queries;
  private final List<CatalogueQuery> federated;
  private final SortedMap<String, String> prefixes;

  private Catalogue(List<CatalogueQuery> all, SortedMap<String, String> prefixes) {
    this.queries = all.stream().filter(query -> query.federation().isEmpty()).toList();
    this.federated = all.stream().filter(query -> query.federation().isPresent()).toList();
    this.prefixes = prefixes;
  }

  /**
   * Reads the {@code .rq} files of a directory, and those of its subdirectory {@link #FEDERATED}.
   *
   * @throws CatalogueException with the faults of all files
   */
  public static Catalogue load(Path directory) {
    Reading reading = new Reading();
    load(directory, false, reading);
    Path beyond = directory.resolve(FEDERATED);
    if (Files.isDirectory(beyond)) {
      load(beyond, true, reading);
    }
    return reading.catalogue(new Fault(directory, 0, "there is no .rq file here"));
  }

  private static void load(Path directory, boolean federated, Reading reading) {
    List<Path> files = files(directory);
    for (Path file : files) {
      String fileName = file.getFileName().toString();
      if (fileName.endsWith(QUERY)) {
        String name = without(QUERY, fileName);
        boolean hasExpectedRows = files.contains(ExpectedRows.file(directory, name));
        try {
          reading.read(
              new QueryFile(file, name, Files.readString(file), hasExpectedRows), federated);
        } catch (IOException fault) {
          reading.faults.add(new Fault(file, 0, "cannot be read as UTF-8 text: " + fault));
        }
      } else if (fileName.endsWith(ExpectedRows.SUFFIX)) {
        Path query = file.resolveSibling(without(ExpectedRows.SUFFIX, fileName) + QUERY);
        if (!files.contains(query)) {
          reading.faults.add(
              new Fault(file, 0, "there is no " + query.getFileName() + " beside it"));
        } else if (federated) {
          reading.faults.add(
              new Fault(file, 0, "what a server of others tells is not known beforehand"));
        }
      }
    }
  }

  private static String without(String suffix, String fileName) {
    return fileName.substring(0, fileName.length() - suffix.length());
  }

  private static List<Path> files(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted(Comparator.comparing(file -> file.getFileName().toString())).toList();
    } catch (IOException fault) {
      throw new CatalogueException(
          List.of(new Fault(directory, 0, "cannot read this directory of queries: " + fault)));
    }
  }

  /**
   * Reads texts of queries, each with its header.
   *
   * @param texts names to texts
   * @throws CatalogueException with the faults of all texts; a text is called {@code NAME.rq}
   */
  public static Catalogue of(Map<String, String> texts) {
    Reading reading = new Reading();
    new TreeMap<>(texts)
        .forEach(
            (name, text) -> reading.read(new QueryFile(Path.of(name + QUERY), name, text, false)));
    return reading.catalogue(new Fault(Path.of("."), 0, "there is no query"));
  }

  /**
   * Reads the questions that a build of the dataset brings along, so that dataset and questions fit
   * each other.
   *
   * @throws CatalogueException when the dataset has no questions, or not such as this version of
   *     Casus understands
   */
  public static Catalogue read(DatasetGraph dataset) {
    return of(CatalogueTriples.texts(dataset));
  }

  /**
   * Writes the questions into the graph {@code catalogue}, for {@link #read} and for SPARQL editors
   * that offer examples.
   */
  public void write(DatasetGraph dataset) {
    CatalogueTriples.write(this, dataset);
  }

  /** Those that the data of Casus answer, in the order of their names. */
  public List<CatalogueQuery> queries() {
    return queries;
  }

  /** Those that combine Casus with a server of others, in the order of their names. */
  public List<CatalogueQuery> federated() {
    return federated;
  }

  private Stream<CatalogueQuery> all() {
    return Stream.concat(queries.stream(), federated.stream());
  }

  /** The prefixes that the queries declare, with their namespaces; each prefix has only one. */
  public SortedMap<String, String> prefixes() {
    return prefixes;
  }

  /** The query with this name. */
  public Optional<CatalogueQuery> find(String name) {
    return all().filter(query -> query.name().equals(name)).findFirst();
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
                            + all()
                                .map(CatalogueQuery::name)
                                .sorted()
                                .collect(Collectors.joining(", ")))));
  }

  /** Gathers queries and faults. */
  private static final class Reading {
    private final List<CatalogueQuery> queries = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final SortedMap<String, String> prefixes = new TreeMap<>();

    /**
     * @param federated whether it stands among those that go beyond the data of Casus
     */
    void read(QueryFile file, boolean federated) {
      file.read()
          .ifPresent(
              query -> {
                if (query.federation().isPresent() != federated) {
                  file.fault(
                      0,
                      federated
                          ? "needs \"asks\" or \"runs-at\" in its header to stand here"
                          : "belongs into the directory " + FEDERATED);
                }
                if (queries.stream().anyMatch(other -> other.name().equals(query.name()))) {
                  file.fault(0, "there is another query of this name");
                }
                add(file, query);
              });
      faults.addAll(file.faults());
    }

    void read(QueryFile file) {
      file.read().ifPresent(query -> add(file, query));
      faults.addAll(file.faults());
    }

    private void add(QueryFile file, CatalogueQuery query) {
      queries.add(query);
      declare(file, query.query().getPrefixMapping().getNsPrefixMap());
    }

    /** A prefix means the same in all queries, so that they can be put together. */
    private void declare(QueryFile file, Map<String, String> declared) {
      declared.forEach(
          (prefix, namespace) -> {
            String known = prefixes.putIfAbsent(prefix, namespace);
            if (known != null && !known.equals(namespace)) {
              file.fault(
                  0,
                  "prefix %s: stands for <%s>, and in another query for <%s>"
                      .formatted(prefix, namespace, known));
            }
          });
    }

    Catalogue catalogue(Fault nothingThere) {
      if (queries.isEmpty() && faults.isEmpty()) {
        faults.add(nothingThere);
      }
      if (!faults.isEmpty()) {
        throw new CatalogueException(faults);
      }
      queries.sort(Comparator.comparing(CatalogueQuery::name));
      return new Catalogue(queries, prefixes);
    }
  }
}
