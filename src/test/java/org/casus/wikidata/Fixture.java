package org.casus.wikidata;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;
import org.casus.ontology.Ontology;
import org.casus.problem.Problems;
import org.casus.remote.Courtesy;
import org.casus.remote.Pause;
import org.casus.source.CuratedData;
import org.casus.source.SourceReader;

/** What the tests of links share: the curated data, the items written by hand, a patient client. */
final class Fixture {

  /** Items in Wikidata's model, written by hand. */
  static final Path ITEMS = Path.of("src/test/resources/wikidata/items.ttl");

  /** Gives up late, waits long: but only on paper, with {@link Waits}. */
  static final Courtesy COURTESY =
      new Courtesy(
          "Casus/test (tests@example.org)",
          Duration.ofMillis(1),
          4,
          Duration.ofSeconds(2),
          Duration.ofMinutes(5),
          Duration.ofSeconds(30));

  private static Ontology ontology;
  private static CuratedData data;

  private Fixture() {}

  static synchronized Ontology ontology() {
    read();
    return ontology;
  }

  static synchronized CuratedData data() {
    read();
    return data;
  }

  private static void read() {
    if (data == null) {
      Problems problems = new Problems();
      ontology = Ontology.read(Path.of("ontology"), problems);
      data = new SourceReader(Path.of("data"), ontology.codeLists()).read(problems);
      if (problems.hasErrors()) {
        throw new IllegalStateException(problems.sorted().toString());
      }
    }
  }

  static Graph items() {
    return RDFDataMgr.loadGraph(ITEMS.toUri().toString());
  }

  static Linker linker(SparqlSource source) {
    return Linker.over(data(), ontology(), source);
  }

  /** Waits by taking notes of how long it was asked to. */
  static final class Waits implements Pause {

    private final List<Duration> taken = new ArrayList<>();

    @Override
    public void take(Duration duration) {
      taken.add(duration);
    }

    /** The waits of a second and more, which are those before asking again. */
    List<Duration> beforeAskingAgain() {
      return taken.stream().filter(wait -> wait.toSeconds() > 0).toList();
    }

    List<Duration> all() {
      return List.copyOf(taken);
    }
  }
}
