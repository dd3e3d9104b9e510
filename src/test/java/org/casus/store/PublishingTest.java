package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Each step of publishing comes after the one that it relies on, and the last is atomic. */
class PublishingTest {
  @TempDir Path temp;

  /**
   * A file that is written over shows the new text to him who reads it; one that is moved does not.
   */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void readerWhoHasTheOldTextOpenKeepsIt() throws IOException {
    Path file = temp.resolve("current");
    DurableFiles.replace(file, "old");
    try (InputStream opened = Files.newInputStream(file)) {
      DurableFiles.replace(file, "new");
      assertThat(new String(opened.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("old");
    }
    assertThat(file).hasContent("new");
  }

  @Test
  void buildWhoseDescriptionCannotBeWrittenDoesNotBecomeCurrent() throws IOException {
    DatasetDirectory directory = DatasetDirectory.at(temp.resolve("db"));
    Quads.published(directory, Quads.labelled("first"));
    try (NewBuild build = directory.begin()) {
      build.load(Quads.labelled("second"), Quads.FIELDS);
      Files.createDirectories(build.directory().resolve("build.json/in-the-way"));
      assertThatThrownBy(() -> build.publish(Quads.info(build))).isInstanceOf(StoreException.class);
    }
    assertThat(directory.current().map(Build::id)).contains("b000001");
  }
}
