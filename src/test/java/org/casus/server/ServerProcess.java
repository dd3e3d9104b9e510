package org.casus.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A server in a process of its own. It tells its port, and serves until its input ends. */
final class ServerProcess {
  private ServerProcess() {}

  public static void main(String[] args) throws IOException {
    ServerOptions options =
        new ServerOptions(0, true, Path.of(args[0]), RunningServer.CONFIG, Optional.empty(), false);
    try (CasusServer server = CasusServer.start(options)) {
      System.out.println(server.port());
      System.in.read();
    }
  }
}
