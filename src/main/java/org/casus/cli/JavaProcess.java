package org.casus.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of another process of the same Java with the same options and classes. */
final class JavaProcess {
  private JavaProcess() {}

  /**
   * The command up to the main class.
   *
   * @param more further options of the virtual machine
   */
  static List<String> command(String main, String... more) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of(more));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    return command;
  }
}
