package org.casus.wikidata;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.casus.iri.Iris;
import org.casus.store.ImportDirectory;
import org.casus.store.ImportInfo.ImportedFile;
import org.casus.store.StoredImport;

/**
 * What Wikidata said on one day, kept beside the built datasets as imports are. The day is part of
 * the name of its graph, {@code dataset/wikidata-DATE}, which is mixed with no other. There is one:
 * a new one takes the place of that before.
 */
public final class WikidataSnapshot {

  /** Name of the data set, without the day. */
  public static final String NAME = "wikidata";

  private static final String FILE = "wikidata.nt";

  private final StoredImport stored;

  private WikidataSnapshot(StoredImport stored) {
    this.stored = stored;
  }

  /** The snapshot beside the builds of a database directory, if there is one. */
  public static Optional<WikidataSnapshot> at(Path database) {
    return ImportDirectory.at(database).list().stream()
        .filter(any -> any.info().dataset().equals(NAME))
        .max(Comparator.comparing(any -> any.info().version()))
        .map(WikidataSnapshot::new);
  }

  /**
   * Keeps what was fetched in place of the snapshot before. Killing the program at any moment
   * leaves the one or the other.
   *
   * @param source where it was fetched
   * @param asOf the day of which it tells
   * @param now when it was fetched
   */
  public static WikidataSnapshot store(
      Path database, Enrichment.Fetched fetched, String source, LocalDate asOf, Instant now) {
    String day = asOf.toString();
    StringBuilder text = new StringBuilder();
    text.append("# From ").append(source).append(" on ").append(day).append('\n');
    fetched.lines().forEach(line -> text.append(line).append('\n'));
    ImportDirectory directory = ImportDirectory.at(database);
    StoredImport stored =
        directory.put(
            NAME,
            day,
            Map.of(FILE, text.toString().getBytes(StandardCharsets.UTF_8)),
            Map.of(FILE, (long) fetched.lines().size()),
            now.truncatedTo(ChronoUnit.SECONDS).toString());
    directory.list().stream()
        .filter(any -> any.info().dataset().equals(NAME))
        .filter(any -> !any.info().version().equals(day))
        .forEach(old -> directory.remove(NAME, old.info().version()));
    return new WikidataSnapshot(stored);
  }

  /** Takes the snapshot away; false if there was none. */
  public static boolean remove(Path database) {
    Optional<WikidataSnapshot> snapshot = at(database);
    snapshot.ifPresent(any -> ImportDirectory.at(database).remove(NAME, any.day()));
    return snapshot.isPresent();
  }

  /** The day of which it tells, as ISO 8601 writes days. */
  public String day() {
    return stored.info().version();
  }

  /** How many triples it has. */
  public long size() {
    return stored.info().files().stream().mapToLong(ImportedFile::rows).sum();
  }

  /** Name of its graph, without the namespace. */
  public String graph() {
    return "dataset/" + NAME + "-" + day();
  }

  /** SHA-256 of its file by the path below the database directory. */
  public SortedMap<String, String> files() {
    SortedMap<String, String> hashes = new TreeMap<>();
    stored
        .info()
        .files()
        .forEach(
            file ->
                hashes.put("imports/" + stored.info().key() + "/" + file.name(), file.sha256()));
    return hashes;
  }

  /** Its triples. */
  public List<Triple> triples() {
    List<Triple> triples = new ArrayList<>();
    for (ImportedFile file : stored.info().files()) {
      try {
        RDFParser.source(new ByteArrayInputStream(stored.read(file)))
            .lang(Lang.NTRIPLES)
            .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
            .parse(
                new StreamRDFBase() {
                  @Override
                  public void triple(Triple triple) {
                    triples.add(triple);
                  }
                });
      } catch (RiotException e) {
        throw new WikidataException(
            "The snapshot of Wikidata of "
                + day()
                + " cannot be read: "
                + e.getMessage()
                + ". Fetch it again with ./casus enrich.",
            e);
      }
    }
    return triples;
  }

  /** The node of its graph. */
  public Node graphNode() {
    return Iris.graph(graph());
  }
}
