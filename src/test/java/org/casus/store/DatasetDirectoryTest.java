package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetDirectoryTest {
  @TempDir Path temp;
  private Path root;
  private DatasetDirectory directory;

  @BeforeEach
  void directory() {
    root = temp.resolve("db");
    directory = DatasetDirectory.at(root);
  }

  @Test
  void lookingCreatesNothing() {
    assertThat(directory.current()).isEmpty();
    assertThat(directory.open()).isEmpty();
    assertThat(root).doesNotExist();
  }

  @Test
  void publishedBuildIsCurrentAndTellsWhatItWasBuiltFrom() {
    Build build = Quads.published(directory, Quads.labelled("first"));

    Build current = DatasetDirectory.at(root).current().orElseThrow();
    assertThat(current.id()).isEqualTo(build.id()).isEqualTo("b000001");
    assertThat(current.info())
        .isEqualTo(new BuildInfo("b000001", "sha256:00", "0.1.0", "2026-11-22T00:00:00Z"));
    assertThat(labelsOfCurrent()).containsExactly("\"first\"@en");
  }

  @Test
  void nextBuildReplacesTheCurrentOneInOneStep() {
    Quads.published(directory, Quads.labelled("first"));
    try (NewBuild build = directory.begin()) {
      build.load(Quads.labelled("second"), Quads.FIELDS);
      assertThat(labelsOfCurrent()).containsExactly("\"first\"@en");
      build.publish(Quads.info(build));
      assertThat(labelsOfCurrent()).containsExactly("\"second\"@en");
    }
    assertThat(labelsOfCurrent()).containsExactly("\"second\"@en");
  }

  @Test
  void buildThatIsNotPublishedLeavesNoTrace() throws IOException {
    Quads.published(directory, Quads.labelled("first"));
    try (NewBuild build = directory.begin()) {
      build.load(Quads.labelled("second"), Quads.FIELDS);
    }
    assertThat(labelsOfCurrent()).containsExactly("\"first\"@en");
    assertThat(builds()).containsExactly("b000001");
  }

  @Test
  void faultInTheQuadsPassesThroughAndLeavesTheCurrentBuild() throws IOException {
    Quads.published(directory, Quads.labelled("first"));
    Quad quad = Quads.labelled("second").get(0);
    Iterable<Quad> failing =
        () ->
            Stream.iterate(0, n -> n + 1)
                .map(
                    n -> {
                      if (n == 2_000) {
                        throw new IllegalArgumentException("row 2000");
                      }
                      return quad;
                    })
                .iterator();
    try (NewBuild build = directory.begin()) {
      assertThatThrownBy(() -> build.load(failing, Quads.FIELDS))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("row 2000");
    }
    assertThat(labelsOfCurrent()).containsExactly("\"first\"@en");
    assertThat(builds()).containsExactly("b000001");
  }

  @Test
  void oldBuildsAreRemovedByTheNextOne() throws IOException {
    Quads.published(directory, Quads.labelled("first"));
    Quads.published(directory, Quads.labelled("second"));
    Files.createDirectories(root.resolve("builds/b000017/tdb2"));
    Files.writeString(root.resolve("builds/b000017/tdb2/rest"), "of a killed build");

    Quads.published(directory, Quads.labelled("third"));

    assertThat(builds()).containsExactly("b000002", "b000003");
  }

  @Test
  void buildInUseIsKeptUntilItIsClosed() throws IOException {
    Quads.published(directory, Quads.labelled("first"));
    try (OpenDataset first = directory.open().orElseThrow()) {
      Quads.published(directory, Quads.labelled("second"));
      Quads.published(directory, Quads.labelled("third"));
      assertThat(builds()).containsExactly("b000001", "b000002", "b000003");
      assertThat(Quads.labels(first)).containsExactly("\"first\"@en");
    }
    Quads.published(directory, Quads.labelled("fourth"));
    assertThat(builds()).containsExactly("b000003", "b000004");
  }

  @Test
  void closingOneReaderLeavesTheOtherAtWork() throws IOException {
    Quads.published(directory, Quads.labelled("first"));
    OpenDataset one = directory.open().orElseThrow();
    try (OpenDataset two = directory.open().orElseThrow()) {
      one.close();
      one.close();
      Quads.published(directory, Quads.labelled("second"));
      Quads.published(directory, Quads.labelled("third"));
      assertThat(Quads.labels(two)).containsExactly("\"first\"@en");
    }
    assertThat(labelsOfCurrent()).containsExactly("\"third\"@en");
  }

  @Test
  void oneBuildAtATime() {
    NewBuild first = directory.begin();
    assertThatThrownBy(() -> DatasetDirectory.at(root).begin())
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Another build is running in " + root);
    first.close();
    directory.begin().close();
  }

  @Test
  void missingBuildCountsAsNoDataset() throws IOException {
    Build build = Quads.published(directory, Quads.labelled("first"));
    DurableFiles.deleteTree(build.directory());

    assertThat(directory.current()).isEmpty();
    assertThatThrownBy(build::open).isInstanceOf(StoreException.class);
    Quads.published(directory, Quads.labelled("second"));
    assertThat(labelsOfCurrent()).containsExactly("\"second\"@en");
  }

  @Test
  void strangePointerIsNamed() throws IOException {
    Quads.published(directory, Quads.labelled("first"));
    Files.writeString(root.resolve("current"), "../../etc\n");
    assertThatThrownBy(directory::current)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("current should name a build such as b000001")
        .hasMessageContaining("build again");
  }

  @Test
  void placeThatCannotBeWrittenIsNamedWithACure() throws IOException {
    Files.writeString(temp.resolve("file"), "not a directory");
    assertThatThrownBy(() -> DatasetDirectory.at(temp.resolve("file")).begin())
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(temp.resolve("file").toString())
        .hasMessageContaining("--database DIR");
  }

  @Test
  void stepsOutOfOrderAreBugs() {
    try (NewBuild build = directory.begin()) {
      assertThatThrownBy(() -> build.publish(Quads.info(build)))
          .isInstanceOf(IllegalStateException.class);
      build.load(List.of(), Quads.FIELDS);
      assertThatThrownBy(() -> build.load(List.of(), Quads.FIELDS))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> build.publish(new BuildInfo("b999999", "", "", "")))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private Set<String> labelsOfCurrent() {
    try (OpenDataset open = directory.open().orElseThrow()) {
      return Quads.labels(open);
    }
  }

  private List<String> builds() {
    try (Stream<Path> entries = Files.list(root.resolve("builds"))) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
