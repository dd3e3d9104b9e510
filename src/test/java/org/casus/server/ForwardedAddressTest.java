package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Answers name the address that the client used, as far as it can be known. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ForwardedAddressTest {
  private static final String DATA = "<urn:ex:g> { <urn:ex:s> <urn:ex:p> 1 }";
  private static final String PUBLIC = "<https://casus.example.org/casus/sparql>";

  @TempDir Path temp;

  @Test
  void proxyTellsTheAddress() throws Exception {
    try (RunningServer server = RunningServer.behindProxy(temp, DATA)) {
      assertThat(description(server)).contains(PUBLIC);
    }
  }

  @Test
  void strangersDoNot() throws Exception {
    try (RunningServer server = RunningServer.over(temp, DATA)) {
      assertThat(description(server))
          .doesNotContain(PUBLIC)
          .contains("<http://localhost:" + server.port() + "/casus/sparql>");
    }
  }

  private static String description(RunningServer server) throws Exception {
    return server
        .send(
            server
                .request("/casus/sparql")
                .headers("Accept", "text/turtle", "X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "casus.example.org"))
        .body();
  }
}
