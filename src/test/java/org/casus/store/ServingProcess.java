package org.casus.store;

import java.io.IOException;
import java.nio.file.Path;

/** A process that has the current build open until its input ends. */
final class ServingProcess {
  private ServingProcess() {}

  public static void main(String[] args) throws IOException {
    try (OpenDataset open = DatasetDirectory.at(Path.of(args[0])).open().orElseThrow()) {
      System.out.println("serving " + Quads.labels(open));
      System.in.read();
      System.out.println("still " + Quads.labels(open));
    }
  }
}
