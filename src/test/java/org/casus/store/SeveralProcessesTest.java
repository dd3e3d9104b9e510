package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What other processes do to a database directory, killed ones included. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SeveralProcessesTest {
  @TempDir Path root;

  @Test
  void killedBuildLeavesTheLastGoodDatasetAndIsClearedByTheNextBuild() throws Exception {
    DatasetDirectory directory = DatasetDirectory.at(root);
    Quads.published(directory, Quads.labelled("good"));

    Process child = start(KilledBuild.class);
    try (BufferedReader lines = output(child)) {
      assertThat(lines.readLine()).isEqualTo(KilledBuild.AT_WORK);
      assertThatThrownBy(directory::begin)
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("Another build is running");
    } finally {
      child.destroyForcibly();
    }
    assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(root.resolve("builds/b000002")).exists();

    try (OpenDataset open = directory.open().orElseThrow()) {
      assertThat(Quads.labels(open)).containsExactly("\"good\"@en");
    }
    try (NewBuild next = directory.begin()) {
      assertThat(root.resolve("builds/b000002")).isEqualTo(next.directory());
      assertThat(next.directory()).isEmptyDirectory();
      next.load(Quads.labelled("better"), Quads.FIELDS);
      next.publish(Quads.info(next));
    }
    try (OpenDataset open = directory.open().orElseThrow()) {
      assertThat(Quads.labels(open)).containsExactly("\"better\"@en");
    }
  }

  @Test
  void buildServedByAnotherProcessStaysAndCanBeReadFromItsDump() throws Exception {
    DatasetDirectory directory = DatasetDirectory.at(root);
    Build first = Quads.published(directory, Quads.labelled("first"));
    Process child = start(ServingProcess.class);
    try (BufferedReader lines = output(child)) {
      assertThat(lines.readLine()).isEqualTo("serving [\"first\"@en]");

      assertThatThrownBy(first::open)
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("is open in another process")
          .hasMessageContaining(Long.toString(child.pid()));
      try (OpenDataset copy = directory.read().orElseThrow()) {
        assertThat(Quads.labels(copy)).containsExactly("\"first\"@en");
      }
      Quads.published(directory, Quads.labelled("second"));
      Quads.published(directory, Quads.labelled("third"));
      assertThat(first.directory()).exists();

      child.getOutputStream().close();
      assertThat(lines.readLine()).isEqualTo("still [\"first\"@en]");
      assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      child.destroyForcibly();
    }
    Quads.published(directory, Quads.labelled("fourth"));
    assertThat(first.directory()).doesNotExist();
  }

  private Process start(Class<?> main) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            main.getName(),
            root.toString())
        .redirectError(new File(root.toFile(), main.getSimpleName() + ".log"))
        .start();
  }

  private static BufferedReader output(Process child) {
    return new BufferedReader(
        new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
  }
}
