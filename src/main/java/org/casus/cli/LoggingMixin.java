package org.casus.cli;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import picocli.CommandLine.Option;

/** Quiet by default; {@code -v} tells what Casus does, {@code -vv} also what its libraries do. */
final class LoggingMixin {

  @Option(
      names = {"-v", "--verbose"},
      description = "Tell more; twice for the libraries as well.")
  private boolean[] verbosity = new boolean[0];

  void apply() {
    if (verbosity.length >= 1) {
      Configurator.setLevel("org.casus", Level.DEBUG);
      Configurator.setLevel("org.apache.jena.fuseki", Level.INFO);
    }
    if (verbosity.length >= 2) {
      Configurator.setRootLevel(Level.DEBUG);
    }
  }
}
