package org.casus.wikidata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.casus.remote.Courtesy;
import org.casus.remote.FarSideException;
import org.casus.testing.FarSide;
import org.casus.testing.FarSide.Fault;
import org.casus.vocab.Wikidata;
import org.casus.wikidata.Fixture.Waits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real Fuseki with Wikidata's model, and what can go wrong on the way to it. */
class EndpointSourceTest {

  private static final Query QUESTION =
      WikidataQuery.PLAIN.about(List.of(Wikidata.entity("Q399"), Wikidata.entity("Q612803")));

  @TempDir private Path directory;
  private final Waits waits = new Waits();
  private FarSide farSide;
  private List<Binding> expected;

  @BeforeEach
  void start() {
    farSide = FarSide.with(Fixture.items());
    expected = FileSource.read(Fixture.ITEMS).select(QUESTION);
    assertThat(expected).hasSizeGreaterThan(8);
  }

  @AfterEach
  void stop() {
    farSide.close();
  }

  private AnswerJournal journal() {
    return AnswerJournal.at(directory, Clock.systemUTC());
  }

  private EndpointSource source(Courtesy courtesy) {
    return new EndpointSource(farSide.endpoint(), courtesy, waits, journal());
  }

  private EndpointSource source() {
    return source(Fixture.COURTESY);
  }

  @Test
  void an_endpoint_gives_what_the_file_gives() {
    assertThat(source().select(QUESTION)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(farSide.userAgents()).containsExactly("Casus/test (tests@example.org)");
  }

  @ParameterizedTest
  @EnumSource(names = {"TOO_MANY_REQUESTS", "SERVER_ERROR", "BROKEN_JSON", "WEB_PAGE", "CUT"})
  void what_goes_wrong_once_is_asked_again(Fault fault) {
    farSide.goesWrong(fault);

    assertThat(source().select(QUESTION)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(farSide.requests()).isEqualTo(2);
    assertThat(waits.beforeAskingAgain())
        .containsExactly(Duration.ofSeconds(fault == Fault.TOO_MANY_REQUESTS ? 7 : 2));
  }

  @Test
  void a_slow_answer_is_not_waited_for_for_ever() {
    farSide.goesWrong(Fault.SLOW);
    Courtesy hasty =
        new Courtesy(
            "x",
            Duration.ZERO,
            60,
            Duration.ofSeconds(1),
            Duration.ofDays(1_000_000_000_000L),
            Duration.ofSeconds(1));

    assertThat(source(hasty).select(QUESTION)).hasSameSizeAs(expected);
    assertThat(farSide.requests()).isGreaterThan(1);
  }

  @Test
  void waits_grow_and_attempts_end() {
    farSide.goesWrong(
        Fault.SERVER_ERROR, Fault.SERVER_ERROR, Fault.SERVER_ERROR, Fault.SERVER_ERROR);

    assertThatThrownBy(() -> source().select(QUESTION))
        .isInstanceOf(FarSideException.class)
        .hasMessage(
            farSide.endpoint()
                + " could not be asked: it answers with the HTTP status 500 (“Something broke”), 4"
                + " times. Run the command again later; what was answered is kept for a day.");
    assertThat(waits.beforeAskingAgain())
        .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
  }

  @ParameterizedTest
  @EnumSource(names = {"BROKEN_JSON", "WEB_PAGE", "CUT"})
  void an_answer_that_cannot_be_used_is_never_no_answer(Fault fault) {
    farSide.goesWrong(fault, fault, fault, fault);

    assertThatThrownBy(() -> source().select(QUESTION))
        .isInstanceOf(FarSideException.class)
        .hasMessageContaining(fault == Fault.CUT ? "the connection broke" : "its answer is broken");
    farSide.recovers();
    assertThat(source().select(QUESTION)).hasSameSizeAs(expected);
    assertThat(farSide.requests()).as("nothing of it was kept").isEqualTo(5);
  }

  @Test
  void a_server_that_asks_for_a_long_wait_is_left_alone() {
    farSide.goesWrong(Fault.TOO_MANY_REQUESTS_FOR_LONG);

    assertThatThrownBy(() -> source().select(QUESTION))
        .isInstanceOf(FarSideException.class)
        .hasMessageContaining("asks to be left alone for 60 minutes");
    assertThat(farSide.requests()).isEqualTo(1);
    assertThat(waits.beforeAskingAgain()).isEmpty();
  }

  @Test
  void a_refused_request_is_not_sent_again() {
    farSide.goesWrong(Fault.BAD_REQUEST);

    assertThatThrownBy(() -> source().select(QUESTION))
        .isInstanceOf(FarSideException.class)
        .hasMessageContaining("refuses the request with the HTTP status 400 (“Malformed query”)");
    assertThat(farSide.requests()).isEqualTo(1);
  }

  @Test
  void requests_keep_their_distance() {
    Courtesy slow =
        new Courtesy(
            "x",
            Duration.ofMinutes(1),
            1,
            Duration.ofSeconds(2),
            Duration.ofMinutes(5),
            Duration.ofSeconds(30));
    EndpointSource source = source(slow);
    source.select(QUESTION);
    source.select(WikidataQuery.PLAIN.about(List.of(Wikidata.entity("Q649"))));

    assertThat(waits.all()).hasSize(1);
    assertThat(waits.all().get(0)).isBetween(Duration.ofSeconds(25), Duration.ofMinutes(1));
  }

  @Test
  void nobody_there_is_told() {
    URI nobody = URI.create(farSide.endpoint().toString());
    farSide.close();

    assertThatThrownBy(
            () -> new EndpointSource(nobody, Fixture.COURTESY, waits, journal()).select(QUESTION))
        .isInstanceOf(FarSideException.class)
        .hasMessageContaining("no connection could be made, 4 times");
  }

  @Test
  void what_was_answered_is_not_asked_again_until_the_run_is_done() {
    source().select(QUESTION);
    AnswerJournal journal = journal();
    EndpointSource again = new EndpointSource(farSide.endpoint(), Fixture.COURTESY, waits, journal);

    assertThat(again.select(QUESTION)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(journal.reused()).isEqualTo(1);
    assertThat(farSide.requests()).isEqualTo(1);

    journal.clear();
    again.select(QUESTION);
    assertThat(farSide.requests()).isEqualTo(2);
  }

  @Test
  void what_was_answered_two_days_ago_is_forgotten() {
    source().select(QUESTION);

    AnswerJournal later =
        AnswerJournal.at(directory, Clock.offset(Clock.systemUTC(), Duration.ofDays(2)));
    new EndpointSource(farSide.endpoint(), Fixture.COURTESY, waits, later).select(QUESTION);

    assertThat(later.reused()).isZero();
    assertThat(farSide.requests()).isEqualTo(2);
  }
}
