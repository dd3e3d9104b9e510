package org.casus.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.casus.dataset.Dataset;
import org.casus.dataset.Imports;
import org.casus.problem.Problems;
import org.casus.testing.ImportedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark reasons over what a build reasons over, dates included. */
class ReasoningBenchmarkTest {

  private static final String STATES =
      """
      stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version
      UKG,200,United Kingdom,1816,1,1,2016,12,31,2016
      FRN,220,France,1816,1,1,2016,12,31,2016
      SPN,230,Spain,1816,1,1,2016,12,31,2016
      """;

  /** The second member meets the first and the third, which are never members at the same time. */
  private static final String ALLIANCES =
      """
      version4id,ccode,state_name,all_st_day,all_st_month,all_st_year,all_end_day,all_end_month,\
      all_end_year,ss_type,mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,\
      mem_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente,version
      7,200,"United Kingdom",1,1,1900,1,1,1920,T,1,1,1900,1,1,1910,0,0,1,0,0,0,4.1
      7,220,"France",1,1,1900,1,1,1920,T,1,1,1905,1,1,1915,0,0,1,0,0,0,4.1
      7,230,"Spain",1,1,1900,1,1,1920,T,1,1,1912,1,1,1920,0,0,1,0,0,0,4.1
      """;

  @TempDir private Path directory;

  @Test
  void whoeverWasNoMemberAtTheSameTimeOwesNothing() throws IOException {
    Imports imports = Imports.at(directory.resolve("db"));
    ImportedText.add(imports, Dataset.COW_STATES, directory.resolve("states2016.csv"), STATES);
    ImportedText.add(imports, Dataset.COW_ALLIANCES, directory.resolve("alliances.csv"), ALLIANCES);
    StringWriter told = new StringWriter();
    Problems problems = new Problems();

    ReasoningBenchmark benchmark =
        new ReasoningBenchmark(
            new Project(Path.of("")), imports, Duration.ZERO, new PrintWriter(told, true));
    assertThat(benchmark.whole(problems)).isTrue();
    benchmark.growth(List.of(1, 3), problems);

    assertThat(problems.errors()).isZero();
    // Of two pairs each owes the other, and is allied with the other for either reason.
    assertThat(told.toString()).contains("4 bonds, 12 derivations");
    assertThat(told.toString().lines().filter(line -> line.startsWith("cow ")))
        .hasSize(2)
        .satisfiesExactly(
            once -> assertThat(once.split("\\s+")).containsSequence("1", "6", "3", "4", "12"),
            thrice ->
                assertThat(thrice.split("\\s+")).containsSequence("3", "18", "9", "12", "36"));
    assertThat(told.toString())
        .containsPattern(
            "cow: seconds grow as derivations to the power of -?\\d+\\.\\d{3},"
                + " processor time to that of (-?\\d+\\.\\d{3}|\\(too short to tell\\))\\R");
  }
}
