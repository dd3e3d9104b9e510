package org.casus.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.casus.model.TableRow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds each loader to the metadata of its table, in both directions. */
class LoadersTest {

  static List<TableLoader<? extends TableRow>> loaders() {
    return SourceReader.loaders();
  }

  @ParameterizedTest
  @MethodSource("loaders")
  void asksForEveryColumnInTheWayOfItsType(TableLoader<? extends TableRow> loader) {
    TableMetadata metadata = TableMetadata.read(DataDirectory.PROJECT_DATA, loader.table());
    Cells cells = new Cells(metadata, values(metadata, false));
    loader.load(cells);
    Map<String, String> asked = new TreeMap<>();
    cells.askedColumns().forEach(column -> asked.put(column, cells.askedAs(column).orElseThrow()));
    assertThat(asked)
        .as(loader.table())
        .isEqualTo(
            metadata.columns().stream()
                .collect(
                    Collectors.toMap(
                        Column::name, LoadersTest::expectedWay, (a, b) -> a, TreeMap::new)));
  }

  @ParameterizedTest
  @MethodSource("loaders")
  void loadsARowThatHasRequiredCellsOnly(TableLoader<? extends TableRow> loader) {
    TableMetadata metadata = TableMetadata.read(DataDirectory.PROJECT_DATA, loader.table());
    TableRow row = loader.load(new Cells(metadata, values(metadata, true)));
    assertThat(row.id()).isEqualTo("x");
    assertThat(row.attestation().source()).isEqualTo("x");
    assertThat(row.attestation().note()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("loaders")
  void flagsAreRequired(TableLoader<? extends TableRow> loader) {
    assertThat(TableMetadata.read(DataDirectory.PROJECT_DATA, loader.table()).columns())
        .filteredOn(column -> column.type() == Column.Type.BOOLEAN)
        .allMatch(Column::required);
  }

  private static String expectedWay(Column column) {
    if (column.list()) {
      return "list";
    }
    return switch (column.type()) {
      case DATE -> "date";
      case BOOLEAN -> "flag";
      case INTEGER -> "integer";
      case STRING, POINT -> column.required() ? "text" : "optional";
    };
  }

  private static Map<String, String> values(TableMetadata metadata, boolean requiredOnly) {
    return metadata.columns().stream()
        .collect(
            Collectors.toMap(
                Column::name,
                column -> requiredOnly && !column.required() ? "" : value(column.type())));
  }

  private static String value(Column.Type type) {
    return switch (type) {
      case STRING -> "x";
      case DATE -> "2020-09-27";
      case BOOLEAN -> "true";
      case INTEGER -> "1";
      case POINT -> "POINT(46.75 39.76)";
    };
  }
}
