package org.casus.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The copy of a data set that a user imported.
 *
 * @param info what is known of it
 * @param directory where the copies of its files are
 */
public record StoredImport(ImportInfo info, Path directory) {

  /**
   * The bytes of one of its files.
   *
   * @throws StoreException when the file cannot be read or is no longer what was imported
   */
  public byte[] read(ImportInfo.ImportedFile file) {
    Path copy = directory.resolve(file.name());
    try {
      byte[] bytes = Files.readAllBytes(copy);
      if (!ImportDirectory.sha256(bytes).equals(file.sha256())) {
        throw new StoreException(
            copy + " was changed after it was imported. Import the data set again.");
      }
      return bytes;
    } catch (IOException fault) {
      throw StoreException.explain("Reading an imported data set", directory, fault);
    }
  }
}
