package org.casus;

import org.casus.cli.CasusCommand;

/** Hands the arguments to the commands; the only place that ends the process. */
public final class Main {

  private Main() {}

  /** Ends with the status that {@code org.casus.cli.ExitStatus} describes. */
  public static void main(String[] arguments) {
    System.exit(CasusCommand.run(arguments));
  }
}
