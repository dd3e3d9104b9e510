package org.casus.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.fuseki.FusekiException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.query.ARQ;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.SysRIOT;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.stream.StreamManager;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.casus.api.ApiServlet;
import org.casus.api.HomeServlet;
import org.casus.pages.Pages;
import org.casus.query.JsonResults;
import org.casus.reconciliation.ReconciliationServlet;
import org.casus.store.BuildInfo;
import org.casus.store.DatasetDirectory;
import org.casus.store.OpenDataset;
import org.casus.store.StoreException;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.jspecify.annotations.Nullable;

/**
 * A running server. A build that is published while it runs is served within about a second, to
 * requests that begin from then on.
 *
 * <p>{@link #close} lets requests that have begun come to their end, for a few seconds, and gives
 * the build free.
 */
public final class CasusServer implements AutoCloseable {
  /** The path of the dataset; part of the public contract. */
  static final String DATASET = "/casus";

  private static final String SPARQL = DATASET + "/sparql";
  private static final int REQUEST_LIMIT = 1_000_000;

  /** Fuseki sets five megabytes, which are cleared and thrown away with each request. */
  private static final int OUTPUT_BUFFER = 32 * 1024;

  private static final int STOP_TIMEOUT_MS = 5_000;
  private static final int FEWEST_THREADS = 4;
  private static final int MOST_THREADS = 32;

  private final FusekiServer server;
  private final ServedBuilds builds;

  private CasusServer(FusekiServer server, ServedBuilds builds) {
    this.server = server;
    this.builds = builds;
  }

  /**
   * Starts a server and returns when it answers.
   *
   * @throws ServerStartException when the port is taken, the configuration is wrong, or there is no
   *     dataset
   * @throws StoreException when another process has the dataset open, or it cannot be read
   */
  public static CasusServer start(ServerOptions options) {
    if (options.operators().isEmpty() && !options.services().addresses().isEmpty()) {
      throw new ServerStartException(
          "Other servers are asked for operators only: name their password file with"
              + " --operators FILE, or leave --federate out.",
          null);
    }
    Model config = readConfig(options.config());
    if (options.operators().isPresent()) {
      config.add(readConfig(options.config().resolveSibling("operator.ttl")));
    }
    DatasetDirectory directory = DatasetDirectory.at(options.database());
    OpenDataset open =
        directory
            .open()
            .orElseThrow(
                () ->
                    new ServerStartException(
                        "There is no dataset in "
                            + options.database()
                            + ". Run \"casus build\" first, or name another place with"
                            + " --database DIR.",
                        null));
    JsonResults.register();
    ResponseCache cache = new ResponseCache();
    ServedBuilds builds =
        new ServedBuilds(
            directory,
            open,
            build -> {
              secure(build.dataset());
              cache.clear();
            });
    try {
      CasusServer server = new CasusServer(launch(options, config, builds, cache), builds);
      builds.watch();
      return server;
    } catch (RuntimeException fault) {
      builds.close();
      throw fault;
    }
  }

  /**
   * Fails where a server could not listen now, so that nobody waits for a dataset that could not be
   * served. The port may be taken later all the same.
   *
   * @throws ServerStartException as {@link #start} would
   */
  public static void requireFreePort(int port, boolean loopbackOnly) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(
          new InetSocketAddress(loopbackOnly ? InetAddress.getLoopbackAddress() : null, port));
    } catch (IOException fault) {
      throw portUnusable(port, fault, fault);
    }
  }

  private static Model readConfig(Path file) {
    if (!Files.isReadable(file)) {
      throw new ServerStartException("The server configuration " + file + " cannot be read.", null);
    }
    try {
      Model model = ModelFactory.createDefaultModel();
      RDFParser.source(file)
          .lang(Lang.TURTLE)
          .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
          .parse(model);
      return model;
    } catch (RiotException fault) {
      throw new ServerStartException(
          "The server configuration " + file + " is not valid Turtle: " + fault.getMessage(),
          fault);
    }
  }

  /** Nothing that a query names is fetched, from the web or from files, or loaded and run. */
  private static void secure(DatasetGraph dataset) {
    OfferedFunctions.on(dataset);
    BoundedExpressions.on(dataset);
    ARQ.globalServiceAllowed = false;
    dataset.getContext().set(ARQ.httpServiceAllowed, false);
    dataset.getContext().set(SysRIOT.sysStreamManager, new StreamManager());
  }

  private static FusekiServer launch(
      ServerOptions options, Model config, ServedBuilds builds, ResponseCache cache) {
    Metrics metrics = new Metrics(cache, builds);
    FusekiServer.Builder builder = FusekiServer.create();
    options
        .operators()
        .ifPresent(
            passwords ->
                builder
                    .securityHandler(Operators.login(passwords))
                    .addServlet(Operators.PATH + "metrics", new MetricsServlet(metrics)));
    Pages.servlets().forEach(builder::addServlet);
    FusekiServer server;
    try {
      server =
          builder
              .port(options.port())
              .loopback(options.loopbackOnly())
              .fusekiModules(
                  FusekiModules.create(new CurrentBuild(builds, metrics, options.services())))
              .registerOperation(Operation.Query, new ReadOnlyQuery())
              .registerOperation(Operation.GSP_R, new UnionGraphRead())
              .parseConfig(config)
              .enablePing(true)
              .enableCors(true)
              .numServerThreads(FEWEST_THREADS, MOST_THREADS)
              .addFilter("/*", new UnflushedAnswers())
              .addFilter("/*", new BrokenAnswers())
              .addFilter("/*", metrics)
              .addFilter("/*", new ResponseHeaders())
              .addFilter("/*", new ParameterFilter())
              .addFilter("/*", new BuildFilter(builds))
              .addFilter("/*", cache)
              .addFilter("/*", new ServiceDescriptionFilter(SPARQL))
              .addServlet("/health", new HealthServlet())
              .addServlet("/reconcile/*", new ReconciliationServlet())
              .addServlet(HomeServlet.PATH, new HomeServlet())
              .addServlet(ApiServlet.PATH + "*", new ApiServlet())
              .addServlet("/*", new WebFiles())
              .build();
    } catch (JenaException fault) {
      throw new ServerStartException(
          "The server configuration " + options.config() + " is wrong: " + fault.getMessage(),
          fault);
    }
    limit(server.getJettyServer(), options.behindProxy());
    try {
      return server.start();
    } catch (FusekiException fault) {
      try {
        server.stop();
      } catch (FusekiException notStarted) {
        fault.addSuppressed(notStarted);
      }
      throw explain(fault, options.port());
    }
  }

  private static void limit(Server jetty, boolean behindProxy) {
    for (Connector connector : jetty.getConnectors()) {
      for (ConnectionFactory factory : connector.getConnectionFactories()) {
        if (factory instanceof HttpConfiguration.ConnectionFactory http) {
          http.getHttpConfiguration().setOutputBufferSize(OUTPUT_BUFFER);
          if (behindProxy) {
            http.getHttpConfiguration().addCustomizer(new ForwardedRequestCustomizer());
          }
        }
      }
    }
    for (ServletContextHandler context : jetty.getDescendants(ServletContextHandler.class)) {
      context.setMaxFormContentSize(REQUEST_LIMIT);
      context.setErrorHandler(new PlainErrors());
    }
    SizeLimitHandler sizeLimit = new SizeLimitHandler(REQUEST_LIMIT, -1);
    sizeLimit.setHandler(jetty.getHandler());
    Operators.SafeLine safeLine = new Operators.SafeLine();
    safeLine.setHandler(sizeLimit);
    GracefulHandler graceful = new GracefulHandler();
    graceful.setHandler(safeLine);
    jetty.setHandler(graceful);
    jetty.setErrorHandler(new PlainErrors());
    jetty.setStopTimeout(STOP_TIMEOUT_MS);
  }

  private static ServerStartException explain(FusekiException fault, int port) {
    for (@Nullable Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketException socket) {
        return portUnusable(port, socket, fault);
      }
    }
    return new ServerStartException("The server did not start: " + fault.getMessage(), fault);
  }

  private static ServerStartException portUnusable(int port, IOException why, Exception fault) {
    return new ServerStartException(
        "Port %d cannot be used: %s. Stop what is using it, or take another with --port N."
            .formatted(port, why.getMessage()),
        fault);
  }

  /** The port that it listens on; never 0. */
  public int port() {
    return server.getPort();
  }

  /** What new requests see. */
  public BuildInfo build() {
    return builds.current().info();
  }

  /** Waits until the server is stopped by another thread. */
  public void join() {
    server.join();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } finally {
      builds.close();
    }
  }
}
