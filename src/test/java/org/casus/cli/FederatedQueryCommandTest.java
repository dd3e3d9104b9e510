package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.riot.RDFDataMgr;
import org.casus.testing.FarSide;
import org.casus.testing.FarSide.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code casus query} with questions that combine Casus and Wikidata. */
class FederatedQueryCommandTest {
  private static final String PLACES = "places-on-the-map";

  @TempDir private static Path directory;

  @Test
  void wikidataIsAskedWhereItIsAllowedAndItsFailureIsNoAnswer() {
    try (FarSide wikidata =
        FarSide.with(
            RDFDataMgr.loadGraph(
                Path.of("src/test/resources/wikidata/federation.ttl").toUri().toString()))) {
      String[] question = {
        "query",
        "treaties-wikidata-knows",
        "--format",
        "csv",
        "--federate",
        "wikidata=" + wikidata.endpoint()
      };

      Outcome answered = casus(question);
      assertThat(answered.status()).as(answered.toString()).isZero();
      assertThat(answered.out())
          .isEqualToNormalizingNewlines(
              "treaty,signed,agreement,item\n"
                  + "A treaty of two,1997-08-29,,http://www.wikidata.org/entity/Q999000020\n");

      wikidata.goesWrong(Fault.BAD_REQUEST);
      Outcome failed = casus(question);
      assertThat(failed.status()).isEqualTo(3);
      assertThat(failed.out()).isEmpty();
      assertThat(failed.err())
          .contains(wikidata.endpoint() + " refuses the request with the HTTP status 400");
    }
  }

  @Test
  void whatIsNotAllowedIsToldBeforeAnythingIsDone() {
    Outcome none = casus("query", PLACES);
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err()).contains("./casus query " + PLACES + " --federate wikidata --contact");
    assertThat(casus("query", PLACES, "--federate", "wikidata").err())
        .contains("Give --contact", "query.wikidata.org can reach you");
    assertThat(casus("query", PLACES, "--federate", "dbpedia").err())
        .contains("No service is known as “dbpedia”", "Known are: wikidata");
    assertThat(casus("query", PLACES, "--federate", "w=file:///etc/x").err())
        .contains("is no address such as https://query.wikidata.org/sparql");
    assertThat(casus("query", PLACES, "--accept", "--federate", "wikidata", "--contact", "x").err())
        .contains("is not expected by Casus");
    Outcome served = casus("serve", "--federate", "wikidata", "--contact", "x");
    assertThat(served.status()).isEqualTo(2);
    assertThat(served.err()).contains("asked for operators only");
  }

  @Test
  void questionForWikidataIsPrintedWithTheAddressOfCasus() {
    Outcome printed =
        casus(
            "query", "office-holders-quoted", "--param", "casus=https://example.org/casus/sparql");
    assertThat(printed.status()).isZero();
    assertThat(printed.out())
        .startsWith("PREFIX casus:")
        .contains("SERVICE <https://example.org/casus/sparql> {")
        .contains("ps:P39 <http://www.wikidata.org/entity/Q1123764>");
    assertThat(printed.err()).contains("for https://query.wikidata.org/");
    assertThat(casus("query", "office-holders-quoted").err()).contains("needs a value for casus");
    assertThat(casus("query").out())
        .contains("office-holders-quoted", "runs at wikidata", "needs --federate wikidata");
  }

  private record Outcome(int status, String out, String err) {}

  private static Outcome casus(String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.add("--database");
    all.add(directory.resolve("db").toString());
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        CasusCommand.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    return new Outcome(status, out.toString(), err.toString());
  }
}
