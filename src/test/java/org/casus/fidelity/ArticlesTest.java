package org.casus.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading the texts of articles. */
class ArticlesTest {

  @TempDir Path directory;

  @Test
  void otherFilesAreLeftAlone() throws IOException {
    Files.writeString(directory.resolve("README.md"), "Texts");
    Files.writeString(
        directory.resolve("doe-2021.paragraphs.jsonl"),
        "{\"locator\": \"note 1\", \"section\": \"Notes\", \"text\": \"Words.\"}\n");

    assertThat(Articles.read(directory).byKey()).containsOnlyKeys("doe-2021");
    assertThat(Articles.read(directory).byKey().get("doe-2021").passages())
        .containsEntry("note 1", new Passage("note 1", "Notes", "Words."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"no object", "{\"locator\": \"a\"}", "{\"locator\": 1, \"section\": \"\"}"})
  void aMalformedLineIsToldWithItsNumber(String line) throws IOException {
    Files.writeString(directory.resolve("bad.paragraphs.jsonl"), "\n" + line + "\n");

    assertThatThrownBy(() -> Articles.read(directory))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("bad.paragraphs.jsonl:2");
  }

  @Test
  void aLocatorStandsOnce() throws IOException {
    String line = "{\"locator\": \"a\", \"section\": \"\", \"text\": \"\"}\n";
    Files.writeString(directory.resolve("bad.paragraphs.jsonl"), line + line);

    assertThatThrownBy(() -> Articles.read(directory)).hasMessageContaining("twice");
  }
}
