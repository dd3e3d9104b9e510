package org.casus.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.model.TableRow;
import org.casus.problem.Problem;
import org.casus.problem.Problems;
import org.casus.problem.Rule;
import org.casus.source.CuratedData;
import org.casus.source.GraphRows;

/** Small files in the published layouts, and what an import of them gives. */
final class ImportedFiles {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

  static final String STATES =
      """
      stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version
      UKG,200,United Kingdom,1816,1,1,2016,12,31,2016
      FRN,220,France,1816,1,1,1942,11,11,2016
      FRN,220,France,1944,8,25,2016,12,31,2016
      CZE,315,Czechoslovakia,1945,5,10,1992,12,31,2016
      CZR,316,Czech Republic,1993,1,1,2016,12,31,2016
      SLO,317,Slovakia,1993,1,1,2016,12,31,2016
      RUS,365,Russia,1816,1,1,2016,12,31,2016
      ARM,371,Armenia,1991,12,26,2016,12,31,2016
      """;

  static final String ALLIANCES_HEADER =
      "version4id,ccode,state_name,all_st_day,all_st_month,all_st_year,all_end_day,all_end_month,"
          + "all_end_year,ss_type,mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,"
          + "mem_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente,version\n";

  static final String WARS_HEADER =
      "WarNum,WarName,WarType,ccode,StateName,Side,StartMonth1,StartDay1,StartYear1,EndMonth1,"
          + "EndDay1,EndYear1,StartMonth2,StartDay2,StartYear2,EndMonth2,EndDay2,EndYear2,"
          + "TransFrom,WhereFought,Initiator,Outcome,TransTo,BatDeath,Version\n";

  static final String ATOP_ALLIANCES_HEADER =
      String.join(",", Layout.ATOP_ALLIANCES.columns()) + "\n";

  static final String ATOP_MEMBERS_HEADER = String.join(",", Layout.ATOP_MEMBERS.columns()) + "\n";

  private final Path directory;
  private final Imports imports;
  private Problems problems = new Problems();

  ImportedFiles(Path directory) {
    this.directory = directory;
    this.imports = Imports.at(directory.resolve("db"));
  }

  /** With the list of states above already imported. */
  static ImportedFiles withStates(Path directory) {
    ImportedFiles files = new ImportedFiles(directory);
    files.add(Dataset.COW_STATES, STATES);
    return files;
  }

  Imports imports() {
    return imports;
  }

  Path directory() {
    return directory;
  }

  /** Writes the texts to files and imports them as parts of the published ones. */
  Optional<DatasetContent> add(Dataset dataset, String... texts) {
    byte[][] contents = new byte[texts.length][];
    for (int i = 0; i < texts.length; i++) {
      contents[i] = texts[i].getBytes(StandardCharsets.UTF_8);
    }
    return add(dataset, contents);
  }

  Optional<DatasetContent> add(Dataset dataset, byte[]... contents) {
    return add(dataset, Extent.PARTIAL, contents);
  }

  Optional<DatasetContent> add(Dataset dataset, Extent extent, byte[]... contents) {
    problems = new Problems();
    try {
      List<Path> files = new ArrayList<>();
      for (int i = 0; i < contents.length; i++) {
        files.add(Files.write(directory.resolve("file" + i + ".csv"), contents[i]));
      }
      return imports.add(dataset, files, extent, CLOCK, problems);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Problems problems() {
    return problems;
  }

  /** Rule, line and column of each problem of the last import that does not count rows. */
  List<String> told() {
    return problems.sorted().stream()
        .filter(problem -> !problem.rule().equals(Rule.ROW_COUNT.name()))
        .map(ImportedFiles::told)
        .toList();
  }

  private static String told(Problem problem) {
    return problem.severity().word()
        + " "
        + problem.rule()
        + " "
        + problem.location().line()
        + " "
        + problem.location().column();
  }

  /** The records of a kind in the order of the file. */
  static <R extends TableRow> List<R> records(DatasetContent content, Class<R> type) {
    return content.rows().stream()
        .map(GraphRows::rows)
        .flatMap(List::stream)
        .map(row -> row.value())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  static CuratedData nothingCurated() {
    return new CuratedData(List.of(), List.of());
  }

  /** A row of ATOP members that owes defence only; the rest of the flags are 0. */
  static String member(
      int alliance, int member, int phase, String entry, String exit, String flags) {
    StringBuilder row = new StringBuilder();
    row.append(alliance).append(",350,").append(member).append(",1,");
    row.append(entry).append(',').append(exit).append(',').append(phase).append(',').append(flags);
    int written = 10 + 1 + 5;
    for (int i = written; i < Layout.ATOP_MEMBERS.columns().size() - 1; i++) {
      row.append(",0");
    }
    return row.append(",4.01\n").toString();
  }
}
