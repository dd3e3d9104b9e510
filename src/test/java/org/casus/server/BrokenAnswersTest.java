package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import org.casus.http.ErrorAnswer;
import org.casus.http.Refusal;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrokenAnswersTest {
  private static final int ENOUGH_TO_GO_OUT = 200_000;

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  /** Meets an error after as many bytes as the address says. */
  private static final class Failing extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      int bytes = Integer.parseInt(request.getPathInfo().substring(1));
      response.getOutputStream().write(new byte[bytes]);
      ErrorAnswer.write(request, response, new Refusal(503, "The time is up."));
    }
  }

  @BeforeEach
  void start() throws Exception {
    connector.setHost("localhost");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.addFilter(
        new FilterHolder(new BrokenAnswers()), "/*", EnumSet.of(DispatcherType.REQUEST));
    context.addServlet(new ServletHolder(new Failing()), "/*");
    server.setHandler(context);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void errorInTimeIsTold() throws Exception {
    HttpResponse<String> answer = get(10);
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("The time is up.");
  }

  @Test
  void errorThatComesLaterBreaksTheConnection() {
    assertThatThrownBy(() -> get(ENOUGH_TO_GO_OUT)).isInstanceOf(IOException.class);
  }

  private HttpResponse<String> get(int bytes) throws IOException, InterruptedException {
    URI address = URI.create("http://localhost:" + connector.getLocalPort() + "/" + bytes);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
