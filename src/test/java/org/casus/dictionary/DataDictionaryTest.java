package org.casus.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.casus.mapping.GraphMapping;
import org.casus.ontology.Ontology;
import org.casus.pipeline.Project;
import org.casus.problem.Problems;
import org.casus.source.CuratedData;
import org.casus.source.LoadedTable;
import org.casus.source.SourceReader;
import org.casus.testing.ProjectCopy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The dictionary of the project. */
class DataDictionaryTest {

  private static final Project PROJECT = ProjectCopy.original();
  private static CuratedData data;
  private static String dictionary;

  @BeforeAll
  static void write() {
    Problems problems = new Problems();
    Ontology ontology = Ontology.read(PROJECT.ontology(), problems);
    data = new SourceReader(PROJECT.data(), ontology.codeLists()).read(problems);
    dictionary =
        new DataDictionary(data, ontology, GraphMapping.map(data, ontology).dataset()).markdown();
  }

  @Test
  void theCommittedFileIsUpToDate() throws IOException {
    assertThat(PROJECT.data().resolve(DataDictionary.FILE))
        .as("run ./casus dictionary and look at what has changed")
        .content()
        .isEqualTo(dictionary);
  }

  @Test
  void everyTableColumnAndClassIsTold() {
    for (LoadedTable table : data.tables()) {
      String heading = "\n## " + table.metadata().table() + "\n";
      assertThat(dictionary).containsOnlyOnce(heading);
      String rest = dictionary.substring(dictionary.indexOf(heading) + heading.length());
      String section = rest.substring(0, Math.max(rest.indexOf("\n## "), 0));
      assertThat(section).contains(table.metadata().description());
      if (!table.rows().isEmpty()) {
        assertThat(section).contains("\nClass `casus:");
      }
      table
          .metadata()
          .columns()
          .forEach(column -> assertThat(section).contains("\n| `" + column.name() + "`"));
    }
  }

  @Test
  void linksLeadToHeadings() {
    assertThat(dictionary.lines().filter(line -> line.startsWith("## "))).doesNotHaveDuplicates();
    java.util.regex.Matcher links =
        java.util.regex.Pattern.compile("\\(#([^)]*)\\)").matcher(dictionary);
    java.util.Set<String> anchors =
        dictionary
            .lines()
            .filter(line -> line.startsWith("## "))
            .map(line -> line.substring(3).replaceAll("[/.]", "").replace(' ', '-'))
            .map(text -> text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\d_-]", ""))
            .collect(java.util.stream.Collectors.toSet());
    while (links.find()) {
      assertThat(anchors).contains(links.group(1));
    }
  }

  @Test
  void everyCodeHasItsDefinition() {
    assertThat(dictionary.substring(dictionary.indexOf("# Codes")).lines())
        .filteredOn(line -> line.startsWith("| `"))
        .isNotEmpty()
        .allMatch(line -> line.matches("\\| `[^`]+` \\| [^|]+ \\| [^|]+ \\|"));
  }
}
