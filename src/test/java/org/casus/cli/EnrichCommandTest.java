package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.riot.RDFDataMgr;
import org.casus.testing.FarSide;
import org.casus.testing.FarSide.Fault;
import org.casus.wikidata.WikidataSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Status, standard output and standard error of {@code casus enrich}. */
class EnrichCommandTest {

  private static final String ITEMS = "src/test/resources/wikidata/items.ttl";

  @TempDir private Path directory;

  @Test
  void what_is_fetched_is_told_listed_and_taken_away() {
    Outcome fetched = casus("enrich", "--file", ITEMS, "--date", "2022-08-01");

    assertThat(fetched.status()).as(fetched.toString()).isZero();
    assertThat(fetched.out())
        .matches(
            "\\d+ items, \\d+ triples[.] The next [.]/casus build puts them into the graph"
                + " dataset/wikidata-2022-08-01[.]\\R");
    assertThat(fetched.err())
        .contains("Q613051 was merged into Q999000002; correct the link and fetch again.");
    assertThat(casus("import", "--list").out()).startsWith("wikidata-2022-08-01, ");
    assertThat(casus("enrich", "--remove").out()).contains("was removed");
    assertThat(casus("enrich", "--remove").out()).contains("Nothing was fetched");
  }

  @Test
  void a_far_side_that_fails_leaves_what_was_fetched_before() throws IOException {
    casus("enrich", "--file", ITEMS, "--date", "2022-08-01");
    Path database = directory.resolve("db");
    var before = WikidataSnapshot.at(database).orElseThrow().files();
    try (FarSide farSide = FarSide.with(RDFDataMgr.loadGraph(Path.of(ITEMS).toUri().toString()))) {
      String[] command = {
        "enrich", "--endpoint", farSide.endpoint().toString(), "--attempts", "1", "--rate", "1000"
      };
      farSide.goesWrong(Fault.NONE, Fault.NONE, Fault.BROKEN_JSON);

      Outcome failed = casus(command);

      assertThat(failed.status()).as(failed.toString()).isEqualTo(3);
      assertThat(failed.err()).contains("could not be asked: its answer is broken");
      assertThat(failed.out()).isEmpty();
      assertThat(WikidataSnapshot.at(database).orElseThrow().files()).isEqualTo(before);

      Outcome again = casus(command);

      assertThat(again.status()).as(again.toString()).isZero();
      assertThat(again.err()).contains("2 answers are those of a run that was interrupted");
      assertThat(WikidataSnapshot.at(database).orElseThrow().day()).isNotEqualTo("2022-08-01");
    }
  }

  @Test
  void nothing_at_all_is_no_snapshot() throws IOException {
    Path empty = Files.writeString(directory.resolve("empty.ttl"), "");

    Outcome outcome = casus("enrich", "--file", empty.toString());

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err()).contains("Nothing is said of any item");
    assertThat(WikidataSnapshot.at(directory.resolve("db"))).isEmpty();
  }

  @Test
  void wrong_usage_is_told_before_anything_is_asked() {
    assertThat(casus("enrich").status()).isEqualTo(2);
    assertThat(casus("enrich").err()).contains("--endpoint URL or --file FILE");
    Outcome dated =
        casus("enrich", "--endpoint", "http://localhost:1/sparql", "--date", "2022-08-01");
    assertThat(dated.status()).isEqualTo(2);
    assertThat(dated.err()).contains("--date goes with --file");
    assertThat(casus("enrich", "--file", ITEMS, "--endpoint", "http://localhost:1/x").err())
        .contains("Name one place to ask");
  }

  private record Outcome(int status, String out, String err) {}

  private Outcome casus(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--database");
    all.add(directory.resolve("db").toString());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        CasusCommand.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    return new Outcome(status, out.toString(), err.toString());
  }
}
