package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnflushedAnswersTest {
  @TempDir static Path temp;
  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.over(temp.resolve("db"), "");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/csv",
        "text/tab-separated-values",
        "application/sparql-results+json",
        "application/sparql-results+xml"
      })
  void answer_of_many_rows_goes_out_in_few_chunks(String type) throws IOException {
    RawConnection.Answer answer = post(type, "SELECT * { " + rows("row", 400) + " }");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).contains("row 1 of many", "row 400 of many");
    assertThat(answer.chunks()).isLessThan(10);
  }

  /** The other half: the server does not wait with everything until the end. */
  @Test
  void large_answer_goes_out_in_pieces() throws IOException {
    RawConnection.Answer answer =
        post("text/csv", "SELECT * { " + rows("row", 400) + rows("other", 400) + " }");
    assertThat(answer.text().lines().filter(line -> line.contains("of many"))).hasSize(400 * 400);
    assertThat(answer.chunks()).isGreaterThan(100);
  }

  private static String rows(String variable, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj("\"row %d of many\""::formatted)
        .collect(Collectors.joining(" ", "VALUES ?" + variable + " { ", " }"));
  }

  private static RawConnection.Answer post(String type, String query) throws IOException {
    String body = "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    try (RawConnection connection = new RawConnection(server.port())) {
      String request =
          """
          POST /casus/sparql HTTP/1.1\r
          Host: localhost\r
          Accept: %s\r
          Content-Type: application/x-www-form-urlencoded\r
          Content-Length: %d\r
          \r
          %s"""
              .formatted(type, body.length(), body);
      connection.send(request.getBytes(StandardCharsets.UTF_8));
      return connection.answer(false);
    }
  }
}
