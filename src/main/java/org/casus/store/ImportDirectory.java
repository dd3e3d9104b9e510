package org.casus.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.casus.store.ImportInfo.ImportedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data sets that a user imported, beside the builds of a database directory:
 *
 * <pre>
 * DIR/imports/import.lock                  held while one is being put or removed
 * DIR/imports/atop-4.01/import.json        names the files; replaced atomically
 * DIR/imports/atop-4.01/3f0c.../FILE       exact copies, in a directory named after their digest
 * </pre>
 *
 * <p>Copies are written before {@code import.json} names them, so that killing the program at any
 * moment leaves the import that was there, or none. Nothing is created on disk before {@link #put}.
 */
public final class ImportDirectory {
  private static final Logger LOG = LoggerFactory.getLogger(ImportDirectory.class);
  private static final String INFO = "import.json";
  private static final int DIGITS = 16;
  private static final int ATTEMPTS = 3;

  private final Path root;

  private ImportDirectory(Path root) {
    this.root = root;
  }

  /** The imports beside the builds of a database directory, which need not exist yet. */
  public static ImportDirectory at(Path database) {
    return new ImportDirectory(database.toAbsolutePath().normalize().resolve("imports"));
  }

  /**
   * All imports, in order of their names.
   *
   * @throws StoreException when the directory cannot be read
   */
  public List<StoredImport> list() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(root)) {
      List<StoredImport> imports = new ArrayList<>();
      for (Path place : entries.sorted().toList()) {
        find(place).ifPresent(imports::add);
      }
      return List.copyOf(imports);
    } catch (IOException fault) {
      throw StoreException.explain("Reading the imports", root, fault);
    }
  }

  /** Reads the description, again if the import is replaced in this very moment. */
  private static Optional<StoredImport> find(Path place) throws IOException {
    for (int attempt = 1; ; attempt++) {
      ImportInfo info;
      try {
        info = ImportInfo.fromJson(Files.readString(place.resolve(INFO)));
      } catch (NoSuchFileException | java.nio.file.NotDirectoryException none) {
        return Optional.empty();
      } catch (java.nio.file.FileSystemException notADirectory) {
        if (Files.isRegularFile(place)) {
          return Optional.empty();
        }
        throw notADirectory;
      }
      Path copies = place.resolve(digest(info.files()));
      if (Files.isDirectory(copies) || attempt == ATTEMPTS) {
        return Optional.of(new StoredImport(info, copies));
      }
    }
  }

  /**
   * Keeps copies of files in place of those of an earlier import of the same data set.
   *
   * @param dataset name of the data set
   * @param version its version
   * @param files bytes by name, in the order in which they are read
   * @param rows how many rows each file has, by name
   * @param created when, as the caller writes times
   * @throws StoreException when another import is running or the directory cannot be written; what
   *     was there is then unharmed
   */
  public StoredImport put(
      String dataset,
      String version,
      Map<String, byte[]> files,
      Map<String, Long> rows,
      String created) {
    Map<String, ImportedFile> described = new LinkedHashMap<>();
    files.forEach(
        (name, bytes) ->
            described.put(
                name, new ImportedFile(name, sha256(bytes), rows.getOrDefault(name, 0L))));
    ImportInfo info = new ImportInfo(dataset, version, List.copyOf(described.values()), created);
    Path place = root.resolve(info.key());
    String digest = digest(info.files());
    Path copies = place.resolve(digest);
    try {
      Files.createDirectories(root);
      try (ProcessLock lock = lock()) {
        LOG.debug("{} held", lock);
        Path draft = place.resolve(digest + ".new");
        DurableFiles.deleteTree(draft);
        Files.createDirectories(draft);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
          Path copy = draft.resolve(file.getKey());
          Files.write(copy, file.getValue());
          DurableFiles.sync(copy);
        }
        DurableFiles.syncDirectory(draft);
        if (!isIntact(copies, files)) {
          DurableFiles.deleteTree(copies);
          Files.move(draft, copies);
        }
        DurableFiles.syncDirectory(place);
        DurableFiles.replace(place.resolve(INFO), info.toJson());
        removeOthers(place, digest);
      }
    } catch (IOException fault) {
      throw StoreException.explain("Storing the import", root, fault);
    }
    return new StoredImport(info, copies);
  }

  private static boolean isIntact(Path copies, Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path copy = copies.resolve(file.getKey());
      if (!Files.isRegularFile(copy)
          || !java.util.Arrays.equals(Files.readAllBytes(copy), file.getValue())) {
        return false;
      }
    }
    return true;
  }

  private static void removeOthers(Path place, String digest) throws IOException {
    try (Stream<Path> entries = Files.list(place)) {
      for (Path entry : entries.filter(Files::isDirectory).toList()) {
        if (!entry.getFileName().toString().equals(digest)) {
          DurableFiles.deleteTree(entry);
        }
      }
    }
  }

  /**
   * Takes an import away.
   *
   * @return false if there was none of that name
   * @throws StoreException when another import is running or the directory cannot be written
   */
  public boolean remove(String dataset, String version) {
    Path place = root.resolve(dataset + "-" + version);
    if (!Files.isDirectory(place)) {
      return false;
    }
    try (ProcessLock lock = lock()) {
      LOG.debug("{} held", lock);
      boolean existed = Files.deleteIfExists(place.resolve(INFO));
      DurableFiles.deleteTree(place);
      DurableFiles.syncDirectory(root);
      return existed;
    } catch (IOException fault) {
      throw StoreException.explain("Removing the import", root, fault);
    }
  }

  private ProcessLock lock() throws IOException {
    return ProcessLock.tryExclusive(root.resolve("import.lock"))
        .orElseThrow(
            () ->
                new StoreException(
                    "Another import is running in " + root + ". Wait until it has finished."));
  }

  private static String digest(List<ImportedFile> files) {
    StringBuilder all = new StringBuilder();
    files.forEach(file -> all.append(file.name()).append(' ').append(file.sha256()).append('\n'));
    return sha256(all.toString().getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
