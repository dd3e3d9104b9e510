package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** After it was written; while it is published, wherever that is; and when it was published. */
  @ParameterizedTest
  @ValueSource(strings = {BuildLoop.LOADED, "publishing", BuildLoop.PUBLISHED})
  void processKilledAtAnyStepOfABuildLeavesACompleteDataset(String step) throws Exception {
    Process child = start(BuildLoop.class, step);
    try (BufferedReader lines = output(child)) {
      String last = step.equals(BuildLoop.PUBLISHED) ? "published 3" : "loaded 3";
      while (!lines.readLine().equals(last)) {
        // Builds on.
      }
      Path description = root.resolve("builds/b000003/build.json");
      while (step.equals("publishing") && !Files.exists(description)) {
        Thread.onSpinWait();
      }
    } finally {
      child.destroyForcibly();
      assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    DatasetDirectory directory = DatasetDirectory.at(root);
    String current = directory.current().orElseThrow().id();
    if (step.equals(BuildLoop.LOADED)) {
      assertThat(current).isEqualTo("b000002");
    } else if (step.equals(BuildLoop.PUBLISHED)) {
      assertThat(current).isEqualTo("b000003");
    }
    isComplete(directory, current);
    Build next = Quads.published(directory, BuildLoop.quads("next"));
    isComplete(directory, "next");
    try (Stream<Path> builds = Files.list(root.resolve("builds"))) {
      assertThat(builds.map(build -> build.getFileName().toString()))
          .containsExactlyInAnyOrder(current, next.id());
    }
  }

  /** In the database and in the text index. */
  private static void isComplete(DatasetDirectory directory, String label) {
    try (OpenDataset open = directory.open().orElseThrow()) {
      String things = "?x <%s> '%s'@en".formatted(Quads.LABEL, label);
      assertThat(Quads.ask(open, "SELECT ?x { " + things + " }")).hasSize(BuildLoop.THINGS);
      assertThat(Quads.labels(open)).hasSize(1);
      String found = "?x <http://jena.apache.org/text#query> (<%s> '%s' 1000)";
      assertThat(Quads.ask(open, "SELECT ?x { " + found.formatted(Quads.LABEL, label) + " }"))
          .hasSize(BuildLoop.THINGS);
    }
  }

  /**
   * A build fills a disk of its own, on which a dataset is served; what is written there may meet
   * the end of the disk as a failed write or as a lost page of memory.
   */
  @Test
  @EnabledOnOs(OS.LINUX)
  void fullDiskIsToldWithItsCureAndTheServedDatasetStays() throws Exception {
    Path disk = Files.createDirectory(root.resolve("disk"));
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk.toString()))
        .as("Only root may mount a small file system; this is shown where tests run as root.")
        .isZero();
    try {
      DatasetDirectory directory = DatasetDirectory.at(disk);
      Build served = Quads.published(directory, BuildLoop.quads("served"));
      try (OpenDataset open = served.open()) {
        Process child = start(disk, FillingBuild.class);
        try (BufferedReader lines = output(child)) {
          assertThat(lines.readLine())
              .contains("Writing the dataset in " + disk, "failed: ", "Check free space")
              .containsAnyOf("No space left on device", "the disk is probably full");
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isEqualTo(FillingBuild.FAILED);
        assertThat(Quads.ask(open, "SELECT ?x { ?x ?p ?o }")).hasSize(BuildLoop.THINGS);
        try (Stream<Path> builds = Files.list(disk.resolve("builds"))) {
          assertThat(builds).containsExactly(served.directory());
        }
      }
      isComplete(directory, "served");
      Quads.published(directory, BuildLoop.quads("next"));
      isComplete(directory, "next");
    } finally {
      assertThat(run("umount", disk.toString())).isZero();
    }
  }

  private static int run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException noSuchCommand) {
      return 127;
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

  private Process start(Class<?> main, String... more) throws IOException {
    return start(root, main, more);
  }

  private Process start(Path database, Class<?> main, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName(),
                database.toString()));
    command.addAll(List.of(more));
    return new ProcessBuilder(command)
        .redirectError(new File(root.toFile(), main.getSimpleName() + ".log"))
        .start();
  }

  private static BufferedReader output(Process child) {
    return new BufferedReader(
        new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
  }
}
