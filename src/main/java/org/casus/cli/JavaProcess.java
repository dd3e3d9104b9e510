package org.casus.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of another process of the same Java with the same options and classes. */
final class JavaProcess {
  /** Where the launcher reads options of the virtual machine, in place of those that it chooses. */
  static final String OPTIONS = "CASUS_JAVA_OPTS";

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

  /**
   * Options for a heap that does not grow while something is measured, of which little is moved
   * twice; at most four fifths of the memory of the machine.
   *
   * @param megabytes how much is needed
   */
  static List<String> room(long megabytes) {
    long there =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize() / 10 * 8 >> 20
            : megabytes;
    long heap = Math.min(megabytes, there);
    return List.of(
        "-Xms" + heap + "m",
        "-Xmx" + heap + "m",
        "-Xmn" + heap * 3 / 10 + "m",
        "-XX:+UseParallelGC",
        "-XX:MaxTenuringThreshold=0",
        "-XX:+AlwaysPreTouch",
        "-XX:+IgnoreUnrecognizedVMOptions",
        "-XX:+UseTransparentHugePages");
  }
}
