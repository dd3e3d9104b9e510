package org.casus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import is there as a whole or not at all, whenever the program was killed. */
class ImportDirectoryTest {

  @TempDir private Path temp;
  private ImportDirectory directory;
  private Path place;

  @BeforeEach
  void open() {
    directory = ImportDirectory.at(temp.resolve("db"));
    place = temp.resolve("db/imports/stars-1.0");
  }

  private StoredImport put(String text) {
    return directory.put(
        "stars",
        "1.0",
        Map.of("stars.csv", text.getBytes(StandardCharsets.UTF_8)),
        Map.of("stars.csv", 3L),
        "2026-11-22T10:00:00Z");
  }

  private String stored() {
    StoredImport only = directory.list().get(0);
    return new String(only.read(only.info().files().get(0)), StandardCharsets.UTF_8);
  }

  @Test
  void whatWasPutIsListedAndRead() {
    StoredImport put = put("one");

    assertThat(directory.list()).containsExactly(put);
    assertThat(put.info().files())
        .containsExactly(
            new ImportInfo.ImportedFile(
                "stars.csv",
                "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed",
                3));
    assertThat(stored()).isEqualTo("one");
  }

  @Test
  void copiesThatNoDescriptionNamesAreNoImport() throws IOException {
    put("one");
    Files.delete(place.resolve("import.json"));

    assertThat(directory.list()).isEmpty();
    put("one");
    assertThat(stored()).isEqualTo("one");
  }

  @Test
  void leftoversOfAKilledImportDoNoHarmAndAreCleared() throws IOException {
    put("one");
    Files.createDirectories(place.resolve("0123.new"));
    Files.writeString(place.resolve("0123.new/stars.csv"), "half");

    assertThat(stored()).isEqualTo("one");
    put("two");
    assertThat(stored()).isEqualTo("two");
    assertThat(place.resolve("0123.new")).doesNotExist();
  }

  @Test
  void anImportThatCannotBeDescribedLeavesTheOneThatWasThere() throws IOException {
    put("one");
    Files.createDirectories(place.resolve("import.json.new/in-the-way"));

    assertThatThrownBy(() -> put("two")).isInstanceOf(StoreException.class);
    assertThat(stored()).isEqualTo("one");
  }

  @Test
  void aDamagedCopyIsMendedByTheSameImport() throws IOException {
    StoredImport put = put("one");
    Files.writeString(put.directory().resolve("stars.csv"), "damaged");

    assertThatThrownBy(this::stored).isInstanceOf(StoreException.class);
    put("one");
    assertThat(stored()).isEqualTo("one");
  }

  @Test
  void oneImportAtATime() throws IOException {
    put("one");
    try (ProcessLock other =
        ProcessLock.tryExclusive(temp.resolve("db/imports/import.lock")).orElseThrow()) {
      assertThat(other).isNotNull();
      assertThatThrownBy(() -> put("two")).hasMessageContaining("Another import is running");
      assertThatThrownBy(() -> directory.remove("stars", "1.0"))
          .hasMessageContaining("Another import is running");
    }
    assertThat(stored()).isEqualTo("one");
  }

  @Test
  void aDescriptionThatIsNotOursIsTold() throws IOException {
    put("one");
    Files.writeString(place.resolve("import.json"), "{}");

    assertThatThrownBy(() -> directory.list())
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("import the data set again");
  }

  @Test
  void otherFilesAreNoImports() throws IOException {
    put("one");
    Files.writeString(temp.resolve("db/imports/notes.txt"), "mine");
    Files.createDirectories(temp.resolve("db/imports/empty"));

    assertThat(directory.list()).hasSize(1);
    assertThat(directory.remove("stars", "1.0")).isTrue();
    assertThat(directory.list()).isEmpty();
    assertThat(place).doesNotExist();
  }
}
