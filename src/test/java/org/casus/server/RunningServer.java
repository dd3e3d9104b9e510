package org.casus.server;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.casus.store.BuildInfo;
import org.casus.store.DatasetDirectory;
import org.casus.store.NewBuild;
import org.casus.store.TextFields;

/** A server on a free port of this machine, over a dataset that a test wrote. */
final class RunningServer implements AutoCloseable {
  static final Path CONFIG = Path.of("fuseki-config", "public.ttl");
  private static final String LABEL = "http://www.w3.org/2000/01/rdf-schema#label";

  private final CasusServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private RunningServer(CasusServer server) {
    this.server = server;
  }

  /** Publishes a build and serves it. */
  static RunningServer over(Path database, String trig) {
    return over(database, trig, CONFIG, Optional.empty());
  }

  /** The same over quads. */
  static RunningServer over(Path database, List<Quad> quads) {
    publish(database, quads, "test");
    return new RunningServer(
        CasusServer.start(new ServerOptions(0, true, database, CONFIG, Optional.empty(), false)));
  }

  /** The same behind a proxy that tells the address that clients use. */
  static RunningServer behindProxy(Path database, String trig) {
    publish(database, trig);
    return new RunningServer(
        CasusServer.start(new ServerOptions(0, true, database, CONFIG, Optional.empty(), true)));
  }

  static RunningServer over(Path database, String trig, Path config, Optional<Path> operators) {
    publish(database, trig);
    return new RunningServer(
        CasusServer.start(new ServerOptions(0, true, database, config, operators, false)));
  }

  /** Publishes another build in the same place. */
  static String publish(Path database, String trig) {
    return publish(database, quads(trig), "sha256:" + trig.hashCode());
  }

  private static String publish(Path database, List<Quad> quads, String hash) {
    try (NewBuild build = DatasetDirectory.at(database).begin()) {
      build.load(quads, new TextFields(List.of(new TextFields.Field("label", LABEL))));
      build.publish(new BuildInfo(build.id(), hash, "0.1.0", "2026-11-22T00:00:00Z"));
      return build.id();
    }
  }

  private static List<Quad> quads(String trig) {
    DatasetGraph dataset = DatasetFactory.create().asDatasetGraph();
    RDFParser.create().fromString(trig).lang(Lang.TRIG).parse(dataset);
    List<Quad> quads = new ArrayList<>();
    dataset.find().forEachRemaining(quads::add);
    return quads;
  }

  String buildId() {
    return server.build().buildId();
  }

  int port() {
    return server.port();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  HttpResponse<String> query(String query) throws IOException, InterruptedException {
    return send(request(path(query)).header("Accept", "text/csv"));
  }

  static String path(String query) {
    return "/casus/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  /** A connection for requests that no client library would send. */
  Socket connect() throws IOException {
    return new Socket("localhost", server.port());
  }

  @Override
  public void close() {
    server.close();
  }
}
