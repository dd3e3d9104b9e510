package org.casus.dataset;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.casus.model.Actor;
import org.casus.problem.Location;
import org.casus.problem.Problems;
import org.casus.problem.Rule;
import org.casus.source.CuratedData;
import org.casus.store.ImportDirectory;
import org.casus.store.ImportInfo;
import org.casus.store.StoredImport;

/**
 * The data sets that a user imported into a database directory. The command {@code import} adds and
 * removes them; a build reads them all.
 */
public final class Imports {

  private final ImportDirectory directory;

  private Imports(ImportDirectory directory) {
    this.directory = directory;
  }

  /** The imports beside the builds of a database directory, which need not exist yet. */
  public static Imports at(Path database) {
    return new Imports(ImportDirectory.at(database));
  }

  /** What was imported, in the order in which it is read. */
  public List<ImportInfo> list() {
    return stored().values().stream().map(StoredImport::info).toList();
  }

  /**
   * SHA-256 of every imported file by its path below the database directory, for the description of
   * a build and for telling whether it is up to date.
   */
  public SortedMap<String, String> files() {
    SortedMap<String, String> hashes = new TreeMap<>();
    stored()
        .forEach(
            (dataset, stored) ->
                stored
                    .info()
                    .files()
                    .forEach(file -> hashes.put(path(dataset, file.name()), file.sha256())));
    return hashes;
  }

  /** Path of an imported file as problems and the catalogue name it. */
  public static String path(Dataset dataset, String file) {
    return "imports/" + dataset.key() + "/" + file;
  }

  /**
   * Reads everything that was imported, the states first.
   *
   * @param curated whose actors with a country code are the states of that code
   * @param problems gets what is wrong, such as a list of states that was taken away; a data set
   *     with errors is left out
   */
  public List<DatasetContent> read(CuratedData curated, Problems problems) {
    return read(codes(curated), stored(), problems);
  }

  private static List<DatasetContent> read(
      Map<Integer, String> codes, Map<Dataset, StoredImport> imports, Problems problems) {
    List<DatasetContent> contents = new ArrayList<>();
    Reading reading = new Reading(codes);
    imports.forEach(
        (dataset, stored) -> {
          Map<String, byte[]> files = new LinkedHashMap<>();
          stored
              .info()
              .files()
              .forEach(file -> files.put(path(dataset, file.name()), stored.read(file)));
          reading.readStored(dataset, files, problems).map(Read::content).ifPresent(contents::add);
        });
    return List.copyOf(contents);
  }

  /**
   * Reads and checks the files of a data set, and keeps copies of them if they have no error.
   *
   * @param extent whether files with fewer rows than were published are refused
   * @param problems gets everything that was found, with the files as they were named
   * @return what the files say; empty if there were errors, and nothing was stored
   * @throws IOException if a file cannot be read, or is a directory; it is named
   */
  public Optional<DatasetContent> add(
      Dataset dataset, List<Path> files, Extent extent, Clock clock, Problems problems)
      throws IOException {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    Map<String, String> names = new HashMap<>();
    for (Path file : files) {
      String shown = file.toString().replace('\\', '/');
      if (Files.isDirectory(file)) {
        throw new FileSystemException(
            shown, null, "it is a directory; name the published file in it");
      }
      contents.put(shown, Files.readAllBytes(file));
      names.put(shown, name(file, names));
    }
    Reading reading = new Reading(Map.of());
    if (dataset != Dataset.COW_STATES) {
      readStates(reading, problems);
    }
    Optional<Read> read = reading.read(dataset, contents, extent, problems);
    if (read.isEmpty() || problems.hasErrors()) {
      return Optional.empty();
    }
    Map<String, byte[]> copies = new LinkedHashMap<>();
    Map<String, Long> rows = new HashMap<>();
    for (PublishedTable table : read.get().tables()) {
      String name = names.getOrDefault(table.file(), table.file());
      copies.put(name, contents.getOrDefault(table.file(), new byte[0]));
      rows.put(name, (long) table.rows().size());
    }
    directory.put(
        dataset.code(),
        dataset.version(),
        copies,
        rows,
        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    return Optional.of(read.get().content());
  }

  /** The name of a file, or one that differs if another file has the same. */
  private static String name(Path file, Map<String, String> taken) {
    Path last = file.getFileName();
    String name = last == null ? "file" : last.toString();
    return taken.containsValue(name) ? "2-" + name : name;
  }

  private void readStates(Reading reading, Problems problems) {
    StoredImport states = stored().get(Dataset.COW_STATES);
    if (states != null) {
      Map<String, byte[]> files = new LinkedHashMap<>();
      states
          .info()
          .files()
          .forEach(file -> files.put(path(Dataset.COW_STATES, file.name()), states.read(file)));
      // Warnings about the list were told when it was imported.
      Problems ofStates = new Problems();
      reading.readStored(Dataset.COW_STATES, files, ofStates);
      if (ofStates.hasErrors()) {
        problems.addAll(ofStates.sorted());
      }
    }
  }

  /**
   * Takes an import away.
   *
   * @return false if the data set was not imported
   */
  public boolean remove(Dataset dataset) {
    return directory.remove(dataset.code(), dataset.version());
  }

  /** Imports of data sets and versions that this program knows. */
  private SortedMap<Dataset, StoredImport> stored() {
    SortedMap<Dataset, StoredImport> known = new TreeMap<>();
    for (StoredImport stored : directory.list()) {
      Dataset.named(stored.info().dataset())
          .filter(dataset -> dataset.key().equals(stored.info().key()))
          .ifPresent(dataset -> known.put(dataset, stored));
    }
    return known;
  }

  private static Map<Integer, String> codes(CuratedData curated) {
    Map<Integer, String> codes = new TreeMap<>();
    curated
        .tables()
        .forEach(
            table ->
                table
                    .rows()
                    .forEach(
                        row -> {
                          if (row.value() instanceof Actor actor) {
                            actor.cowCode().ifPresent(code -> codes.putIfAbsent(code, actor.id()));
                          }
                        }));
    return codes;
  }

  /** A data set that was read without errors, and its files in the order of their layouts. */
  private record Read(DatasetContent content, List<PublishedTable> tables) {}

  /** Reads one data set after the other; the states that come first serve those that follow. */
  private static final class Reading {

    private final Map<Integer, String> codes;
    private StateSystem states = StateSystem.NONE;

    Reading(Map<Integer, String> codes) {
      this.codes = codes;
    }

    /** Reads copies of files that were accepted, whole or not, when they were imported. */
    Optional<Read> readStored(Dataset dataset, Map<String, byte[]> files, Problems problems) {
      return read(dataset, files, Extent.PARTIAL, problems);
    }

    Optional<Read> read(
        Dataset dataset, Map<String, byte[]> files, Extent extent, Problems problems) {
      long errorsBefore = problems.errors();
      if (dataset != Dataset.COW_STATES && states.states().isEmpty()) {
        problems.error(
            Rule.STATES_MISSING,
            Location.file(files.keySet().stream().findFirst().orElse("")),
            "",
            "the list of states, to which " + dataset.code() + " refers",
            "First run ./casus import cow-states FILE with the file states2016.csv");
        return Optional.empty();
      }
      Optional<List<PublishedTable>> tables = tables(dataset, files, extent, problems);
      if (tables.isEmpty()) {
        return Optional.empty();
      }
      DatasetContent content = content(dataset, tables.get(), problems);
      return problems.errors() > errorsBefore
          ? Optional.empty()
          : Optional.of(new Read(content, tables.get()));
    }

    private DatasetContent content(
        Dataset dataset, List<PublishedTable> tables, Problems problems) {
      return switch (dataset) {
        case COW_STATES -> {
          CowStates.States read = CowStates.read(tables.get(0), codes, problems);
          states = read.system();
          yield read.content();
        }
        case COW_ALLIANCES -> CowAlliances.read(tables.get(0), states, problems);
        case ATOP -> Atop.read(tables.get(0), tables.get(1), states, problems);
        case COW_WARS -> CowWars.read(tables.get(0), states, problems);
      };
    }

    /** The tables in the order of the layouts of the data set, whatever the order of the files. */
    private static Optional<List<PublishedTable>> tables(
        Dataset dataset, Map<String, byte[]> files, Extent extent, Problems problems) {
      Map<Layout, PublishedTable> tables = new TreeMap<>();
      boolean complete = true;
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Optional<PublishedTable> table =
            PublishedTable.read(file.getKey(), file.getValue(), dataset.files(), extent, problems);
        if (table.isEmpty()) {
          complete = false;
        } else if (tables.putIfAbsent(table.get().layout(), table.get()) != null) {
          complete = false;
          problems.error(
              Rule.FILE_OF_OTHER_DATASET,
              Location.file(file.getKey()),
              "",
              "the other file of the data set; this is a second one of "
                  + table.get().layout().description(),
              "Name one file of each kind");
        }
      }
      if (!complete) {
        return Optional.empty();
      }
      List<PublishedTable> ordered = new ArrayList<>();
      for (Layout layout : dataset.files()) {
        PublishedTable table = tables.get(layout);
        if (table == null) {
          problems.error(
              Rule.FILE_MISSING,
              Location.file(files.keySet().stream().findFirst().orElse("")),
              "",
              "also a file of " + layout.description(),
              "Name both files of the data set");
          return Optional.empty();
        }
        ordered.add(table);
      }
      return Optional.of(List.copyOf(ordered));
    }
  }
}
