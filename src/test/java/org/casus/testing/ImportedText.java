package org.casus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.casus.dataset.Dataset;
import org.casus.dataset.Extent;
import org.casus.dataset.Imports;
import org.casus.problem.Problems;

/** Imports a part of a data set of one file from a text that a test has. */
public final class ImportedText {

  private ImportedText() {}

  /**
   * Writes the file and imports it as a part of the published one; an error in it fails the test.
   */
  public static void add(Imports imports, Dataset dataset, Path file, String text)
      throws IOException {
    Problems problems = new Problems();
    imports.add(
        dataset,
        List.of(Files.writeString(file, text)),
        Extent.PARTIAL,
        Clock.systemUTC(),
        problems);
    assertThat(problems.errors()).isZero();
  }
}
