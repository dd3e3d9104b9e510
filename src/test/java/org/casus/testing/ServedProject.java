package org.casus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.casus.dataset.Imports;
import org.casus.federation.AllowedServices;
import org.casus.pipeline.Build;
import org.casus.pipeline.Progress;
import org.casus.problem.Problems;
import org.casus.server.CasusServer;
import org.casus.server.ServerOptions;
import org.casus.store.DatasetDirectory;

/** The dataset of the project, built once for all tests, behind a server on a free port. */
public final class ServedProject implements AutoCloseable {

  private static final class Database {
    private static final Path DIRECTORY = build();

    private static Path build() {
      Path directory = Path.of("target", "served-project-" + ProcessHandle.current().pid());
      Problems problems = new Problems();
      new Build(
              ProjectCopy.original(),
              Imports.at(directory),
              DatasetDirectory.at(directory),
              "0.0.0-test",
              Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC))
          .run(problems, Progress.SILENT);
      assertThat(problems.errors()).as("errors in the data").isZero();
      return directory;
    }
  }

  private final CasusServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private ServedProject(CasusServer server) {
    this.server = server;
  }

  public static ServedProject start() {
    return new ServedProject(
        CasusServer.start(
            new ServerOptions(
                0, true, Database.DIRECTORY, Path.of("fuseki-config", "public.ttl"))));
  }

  /** With a part for operators, whose queries may ask other servers. */
  public static ServedProject start(Path passwords, AllowedServices services) {
    return new ServedProject(
        CasusServer.start(
            new ServerOptions(
                0,
                true,
                Database.DIRECTORY,
                Path.of("fuseki-config", "public.ttl"),
                Optional.of(passwords),
                false,
                services)));
  }

  /** An address, from a path with its query string. */
  public String address(String path) {
    return "http://localhost:" + server.port() + path;
  }

  public HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return follow(address(path), headers);
  }

  /** Asks a whole address, such as one from a link. */
  public HttpResponse<String> follow(String address, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
    return client.send(
        (headers.length == 0 ? request : request.headers(headers)).build(),
        BodyHandlers.ofString());
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.close();
  }
}
