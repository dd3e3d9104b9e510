package org.casus.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.casus.model.CodeLists;
import org.casus.model.EntityName.Bearer;
import org.casus.model.TableRow;
import org.casus.model.Work;
import org.casus.problem.Location;
import org.casus.problem.Problems;
import org.casus.problem.Rule;

/**
 * Reads the data directory: the bibliography and every table. Called by the build and by tests;
 * never throws for what is wrong with the data, and tells all of it in one run.
 */
public final class SourceReader {

  /**
   * The room of the tables, which problems name so that their paths are relative to the project.
   */
  static final String ROOM = "data/";

  /** The bibliography, relative to the data directory. */
  public static final String BIBLIOGRAPHY = "bibliography.bib";

  /** The table of links to Wikidata, relative to the data directory. */
  public static final String WIKIDATA_LINKS = "links/wikidata-links.csv";

  private static final List<TableLoader<? extends TableRow>> LOADERS =
      List.of(
          new ActorsLoader(),
          new NamesLoader("actors/actor-names.csv", Bearer.ACTOR),
          new OfficesLoader(),
          new TenuresLoader(),
          new MembershipsLoader(),
          new PlacesLoader(),
          new NamesLoader("places/place-names.csv", Bearer.PLACE),
          new ControlPeriodsLoader(),
          new AgreementsLoader(),
          new NamesLoader("agreements/agreement-names.csv", Bearer.AGREEMENT),
          new ParticipationsLoader(),
          new ProvisionsLoader(),
          new EventsLoader(),
          new NamesLoader("events/event-names.csv", Bearer.EVENT),
          new EventParticipantsLoader(),
          new CitationsLoader(),
          new ClaimsLoader(),
          new StatementsLoader(),
          new CuratorialNotesLoader(),
          new TheoriesLoader(),
          new TheoryRelationsLoader(),
          new PropositionsLoader(),
          new VariablesLoader(),
          new VariableRolesLoader(),
          new CausalLinksLoader(),
          new ExplanandaLoader(),
          new ExplanationsLoader(),
          new AssessmentsLoader(),
          new EvidenceLoader(),
          new ResearchQuestionsLoader(),
          new HypothesesLoader(),
          new CounterfactualsLoader(),
          new PolicyInitiativesLoader(),
          new PositionsLoader(),
          new InterestsLoader(),
          new EmphasesLoader(),
          new AlignmentsLoader(),
          new AlignmentStepsLoader(),
          new ConsequencesLoader(),
          new UncuratedLoader(),
          new ExceptionsLoader(),
          new PassagesLoader(),
          new WikidataLinksLoader());

  private final Path dataDirectory;
  private final CodeLists codes;

  public SourceReader(Path dataDirectory, CodeLists codes) {
    this.dataDirectory = dataDirectory;
    this.codes = codes;
  }

  static List<TableLoader<? extends TableRow>> loaders() {
    return LOADERS;
  }

  /** The table files, relative to the data directory, that Casus reads. */
  public static List<String> tables() {
    return LOADERS.stream().map(TableLoader::table).sorted().toList();
  }

  /** What is in the data directory as far as it passes; the rest is told in {@code problems}. */
  public CuratedData read(Problems problems) {
    BibliographyReader bibliography = new BibliographyReader(dataDirectory, codes);
    List<Located<Work>> works = bibliography.read(problems);
    Map<String, Set<String>> keysByFile = new HashMap<>();
    Map<String, Set<String>> keysByKind = new HashMap<>();
    keysByFile.put(BIBLIOGRAPHY, bibliography.keys());
    keysByKind.put("source", bibliography.keys());
    List<LoadedTable> tables = new ArrayList<>();
    Map<TableMetadata, List<ReferenceCheck.RawRow>> rawRows =
        new TreeMap<>(Comparator.comparing(TableMetadata::table));
    Set<String> unreadable = new HashSet<>();
    Set<String> unreadableKinds = new HashSet<>();
    if (!bibliography.isReadable()) {
      unreadable.add(BIBLIOGRAPHY);
      unreadableKinds.add("source");
    }
    for (TableLoader<? extends TableRow> loader : LOADERS) {
      TableMetadata metadata;
      try {
        metadata = TableMetadata.read(dataDirectory, loader.table()).checkedAgainst(codes);
      } catch (TableMetadata.MetadataException e) {
        unreadable.add(loader.table());
        problems.error(
            Rule.METADATA_MALFORMED,
            Location.file(ROOM + loader.table() + TableMetadata.SUFFIX),
            "",
            String.valueOf(e.getMessage()),
            "Mend the metadata file after the example of another table");
        continue;
      }
      TableReader reader = new TableReader(dataDirectory, metadata, codes, problems);
      Optional<LoadedTable> table = reader.read(loader);
      table.ifPresent(tables::add);
      if (table.isEmpty()) {
        unreadable.add(loader.table());
        unreadableKinds.add(metadata.kind());
      }
      rawRows.put(metadata, reader.rawRows());
      Set<String> ids = reader.ids();
      keysByFile.put(loader.table(), ids);
      keysByKind.computeIfAbsent(metadata.kind(), kind -> new HashSet<>()).addAll(ids);
    }
    strayTables(problems);
    ReferenceCheck references =
        new ReferenceCheck(keysByFile, keysByKind, unreadable, unreadableKinds);
    rawRows.forEach((metadata, rows) -> references.check(metadata, rows, problems));
    tables.sort(Comparator.comparing(table -> table.metadata().table()));
    return new CuratedData(works, List.copyOf(tables));
  }

  /** A table that no loader reads would be lost without a word. */
  private void strayTables(Problems problems) {
    try (Stream<Path> files = Files.walk(dataDirectory)) {
      files
          .filter(Files::isRegularFile)
          .map(file -> dataDirectory.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(".csv") || file.endsWith(TableMetadata.SUFFIX))
          .filter(file -> !file.equals(TableMetadata.GROUP))
          .filter(file -> !tables().contains(file.replace(TableMetadata.SUFFIX, "")))
          .sorted()
          .forEach(
              file ->
                  problems.error(
                      Rule.FILE_UNKNOWN,
                      Location.file(ROOM + file),
                      "",
                      "no table but those that data/README.md lists",
                      "Move the rows into the table that they belong to, or remove the file"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
