package org.casus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.casus.pipeline.Progress;
import org.junit.jupiter.api.Test;

/** The lines that a build prints. */
class DatabaseMixinTest {

  @Test
  void stages_with_long_names_stand_in_the_same_columns_as_others() {
    StringWriter err = new StringWriter();
    Progress progress = DatabaseMixin.progress(new PrintWriter(err, true));

    progress.ended("infer", "39 rules, 9300 quads", Duration.ofMillis(1250));
    progress.ended("infer imports", "929745 quads", Duration.ofMillis(31250));

    List<String> lines = err.toString().lines().toList();
    assertThat(lines.get(1)).matches("infer imports  929745 quads +31\\.25 s");
    assertThat(lines.get(0).indexOf("39 rules")).isEqualTo(lines.get(1).indexOf("929745"));
    assertThat(lines).extracting(String::length).containsOnly(lines.get(0).length());
  }

  @Test
  void what_is_longer_than_its_column_does_not_run_into_the_next() {
    StringWriter err = new StringWriter();

    DatabaseMixin.progress(new PrintWriter(err, true))
        .ended(
            "a stage with a name",
            "and a summary ".repeat(5).strip(),
            Duration.ofMillis(1_000_000));

    assertThat(err.toString().strip())
        .isEqualTo("a stage with a name " + "and a summary ".repeat(5) + "1000.00 s");
  }
}
