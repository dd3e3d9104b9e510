package org.casus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.casus.source.DataDirectory.Told.told;

import java.nio.file.Path;
import org.casus.problem.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Headers that differ from the metadata. */
class TableHeaderTest {

  private static final String OFFICES = "actors/offices.csv";

  @TempDir private Path directory;
  private DataDirectory data;

  @BeforeEach
  void fill() {
    data = DataDirectory.in(directory);
  }

  @Test
  void misspeltColumn() {
    data.file(OFFICES, "id,lable,of,body,status,source,locator,corroborated_by,note\n");
    assertThat(data.told())
        .containsExactly(told(Rule.COLUMN_MISSPELT, OFFICES, 1, "lable", "lable"));
    assertThat(data.problems().get(0).cure()).contains("“label”");
  }

  @Test
  void columnWithAHyphenForAnUnderscore() {
    data.file(OFFICES, "id,label,of,body,status,source,locator,Corroborated-By,note\n");
    assertThat(data.told())
        .containsExactly(
            told(Rule.COLUMN_MISSPELT, OFFICES, 1, "Corroborated-By", "Corroborated-By"));
    assertThat(data.problems().get(0).cure()).contains("“corroborated_by”");
  }

  @Test
  void extraColumn() {
    data.file(OFFICES, "id,label,of,body,status,source,locator,corroborated_by,note,colour\n");
    assertThat(data.told())
        .containsExactly(told(Rule.COLUMN_UNKNOWN, OFFICES, 1, "colour", "colour"));
    assertThat(data.problems().get(0).expectation()).contains("id,label,of,body");
  }

  @Test
  void unknownColumnInPlaceOfAnother() {
    data.file(OFFICES, "id,label,of,residence,status,source,locator,corroborated_by,note\n");
    assertThat(data.told())
        .containsExactly(
            told(Rule.COLUMN_MISSING, OFFICES, 1, "body", ""),
            told(Rule.COLUMN_UNKNOWN, OFFICES, 1, "residence", "residence"));
  }

  @Test
  void missingColumn() {
    data.file(OFFICES, "id,label,of,status,source,locator,corroborated_by,note\n");
    assertThat(data.told()).containsExactly(told(Rule.COLUMN_MISSING, OFFICES, 1, "body", ""));
  }

  @Test
  void columnsInAnotherOrder() {
    String header = "label,id,of,body,status,source,locator,corroborated_by,note";
    data.file(OFFICES, header + "\n");
    assertThat(data.told()).containsExactly(told(Rule.COLUMN_ORDER, OFFICES, 1, "", header));
  }

  @Test
  void repeatedColumn() {
    data.file(OFFICES, "id,label,of,body,status,source,locator,corroborated_by,note,label\n");
    assertThat(data.told())
        .containsExactly(told(Rule.COLUMN_REPEATED, OFFICES, 1, "label", "label"));
  }

  @Test
  void rowsBelowAFaultyHeaderAreNotReported() {
    data.file(
        OFFICES,
        """
        id,label,of,body,status,source,locator,corroborated_by
        one,two
        """);
    assertThat(data.told()).containsExactly(told(Rule.COLUMN_MISSING, OFFICES, 1, "note", ""));
  }

  @Test
  void semicolonsForCommas() {
    data.file(OFFICES, DataDirectory.header(OFFICES).replace(',', ';') + "\n");
    assertThat(data.told())
        .contains(
            told(
                Rule.COLUMN_UNKNOWN,
                OFFICES,
                1,
                "id;label;of;body;status;source;locator;corroborated_by;note",
                "id;label;of;body;status;source;locator;corroborated_by;note"))
        .contains(told(Rule.COLUMN_MISSING, OFFICES, 1, "label", ""));
  }
}
