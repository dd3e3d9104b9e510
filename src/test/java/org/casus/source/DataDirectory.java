package org.casus.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.casus.model.CodeLists;
import org.casus.ontology.Ontology;
import org.casus.problem.Problem;
import org.casus.problem.Problems;
import org.casus.problem.Rule;
import org.casus.problem.Severity;

/**
 * A data directory for tests: the metadata files of the project, every table with its header only,
 * and a bibliography of one work. A test then spoils or fills what it is about.
 */
public final class DataDirectory {

  /** The data of the project; tests run in its root. */
  static final Path PROJECT_DATA = Path.of("data");

  static final CodeLists CODES = Ontology.read(Path.of("ontology"), new Problems()).codeLists();

  /** The bibliography that a new directory has. */
  static final String ONE_WORK =
      """
      @book{atlas-2020,
        author = {Doe, J.},
        title = {An Atlas},
        date = {2020},
        casuskind = {book},
        access = {consulted},
        shorttitle = {Doe 2020}
      }
      """;

  private final Path root;

  private DataDirectory(Path root) {
    this.root = root;
  }

  /** Fills an empty directory. */
  public static DataDirectory in(Path root) {
    DataDirectory data = new DataDirectory(root);
    for (String table : SourceReader.tables()) {
      String metadata = table + TableMetadata.SUFFIX;
      data.file(metadata, read(PROJECT_DATA.resolve(metadata)));
      data.file(table, header(table) + "\n");
    }
    return data.file(SourceReader.BIBLIOGRAPHY, ONE_WORK);
  }

  /** The header that the metadata of the project asks for. */
  static String header(String table) {
    return TableMetadata.read(PROJECT_DATA, table).columns().stream()
        .map(Column::name)
        .collect(Collectors.joining(","));
  }

  /** Gives a table rows below its header. */
  public DataDirectory rows(String table, String rows) {
    return file(table, header(table) + "\n" + rows);
  }

  /** Replaces a file, relative to the data directory. */
  public DataDirectory file(String file, String text) {
    return file(file, text.getBytes(StandardCharsets.UTF_8));
  }

  DataDirectory file(String file, byte[] bytes) {
    try {
      Files.createDirectories(path(file).getParent());
      Files.write(path(file), bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DataDirectory without(String file) {
    try {
      Files.delete(path(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces text in a file, which must occur in it. */
  DataDirectory replaced(String file, String text, String replacement) {
    String before = read(path(file));
    assertThat(before).contains(text);
    return file(file, before.replace(text, replacement));
  }

  Path path(String file) {
    return root.resolve(file);
  }

  public CuratedData read(Problems problems) {
    return new SourceReader(root, CODES).read(problems);
  }

  /** All problems in the order in which they are told, each of them helpful. */
  List<Problem> problems() {
    Problems problems = new Problems();
    read(problems);
    List<Problem> sorted = problems.sorted();
    assertThat(sorted)
        .allSatisfy(
            problem -> {
              assertThat(problem.severity()).isEqualTo(Severity.ERROR);
              assertThat(problem.expectation()).isNotBlank().doesNotEndWith(".");
              assertThat(problem.cure()).isNotBlank().doesNotEndWith(".");
              assertThat(problem.toString())
                  .contains("expected " + problem.expectation(), problem.cure());
            });
    return sorted;
  }

  /** All problems without their wording. */
  List<Told> told() {
    return problems().stream().map(Told::of).toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is fixed about a problem. */
  record Told(String rule, String file, long line, String column, String value) {

    static Told of(Problem problem) {
      assertThat(problem.location().file()).startsWith(SourceReader.ROOM);
      return new Told(
          problem.rule(),
          problem.location().file().substring(SourceReader.ROOM.length()),
          problem.location().line(),
          problem.location().column(),
          problem.value());
    }

    static Told told(Rule rule, String file, long line, String column, String value) {
      return new Told(rule.name(), file, line, column, value);
    }
  }
}
