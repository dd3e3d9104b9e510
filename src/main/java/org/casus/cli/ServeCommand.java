package org.casus.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.casus.federation.AllowedServices;
import org.casus.pipeline.Build;
import org.casus.server.CasusServer;
import org.casus.server.ServerOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code casus serve}. */
@Command(
    name = "serve",
    description =
        "Serve the dataset as a SPARQL endpoint; build it first if it is missing or older than its"
            + " sources.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private DatabaseMixin database;
  @Mixin private LoggingMixin logging;
  @Mixin private FederationOptions federation;

  @Option(
      names = "--port",
      defaultValue = "3030",
      paramLabel = "N",
      description = "Port to listen on, ${DEFAULT-VALUE} by default; 0 for any free one.")
  private int port;

  @Option(
      names = "--public",
      description = "Listen on all network addresses; by default only this machine is answered.")
  private boolean everywhere;

  @Option(
      names = "--operators",
      paramLabel = "FILE",
      description =
          "A password file, a line \"name: password\" for each operator, for /operator/: metrics,"
              + " and queries with more time. Without it that part does not exist.")
  private @Nullable Path operators;

  @Option(
      names = "--behind-proxy",
      description =
          "A proxy passes requests on and tells the address that clients use; links in answers then"
              + " lead there.")
  private boolean behindProxy;

  @Option(names = "--peak-heap", hidden = true, description = "Tell the peak use of the heap.")
  private boolean peakHeap;

  @Override
  public Integer call() throws InterruptedException {
    logging.apply();
    if (port < 0 || port > 65535) {
      throw new UsageException("A port is a number from 0 to 65535, and " + port + " is none.");
    }
    AllowedServices services = federation.services();
    if (operators == null && !services.addresses().isEmpty()) {
      throw new UsageException(
          "Other servers are asked for operators only: give --operators FILE, or leave --federate"
              + " out.");
    }
    CasusServer.requireFreePort(port, !everywhere);
    PrintWriter err = spec.commandLine().getErr();
    Build build = database.build();
    if (!database.bringUpToDate(err)) {
      if (build.database().current().isEmpty()) {
        err.println("No dataset was built before, so there is nothing to serve.");
        return ExitStatus.VIOLATIONS.code();
      }
      err.println("The sources have errors; serving the dataset that was built before.");
    }
    CountDownLatch stopped = new CountDownLatch(1);
    try (CasusServer server =
        CasusServer.start(
            new ServerOptions(
                port,
                !everywhere,
                build.database().root(),
                build.project().fusekiConfig().resolve("public.ttl"),
                Optional.ofNullable(operators),
                behindProxy,
                services))) {
      PrintWriter out = spec.commandLine().getOut();
      Thread onStop = new Thread(() -> stop(server, out, stopped), "casus-stop");
      Runtime.getRuntime().addShutdownHook(onStop);
      out.println("Casus answers at http://localhost:" + server.port() + "/casus/sparql");
      out.flush();
      stopped.await();
    }
    return ExitStatus.FINE.code();
  }

  private void stop(CasusServer server, PrintWriter out, CountDownLatch stopped) {
    server.close();
    if (peakHeap) {
      out.println(Benchmark.peakHeap());
      out.flush();
    }
    stopped.countDown();
  }
}
