package org.casus.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.casus.pipeline.Project;

/** A copy of the sources of the project, for tests that spoil them. */
public final class ProjectCopy {

  private static final Path ROOT = Path.of("").toAbsolutePath();

  private ProjectCopy() {}

  /** The project itself, for tests that only read. */
  public static Project original() {
    return new Project(ROOT);
  }

  /** Copies data, ontology, queries and fuseki-config below the directory. */
  public static Project in(Path directory) {
    for (String room : new String[] {"data", "ontology", "queries", "fuseki-config"}) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(room))) {
        for (Path file : files.toList()) {
          Path target = directory.resolve(ROOT.relativize(file).toString());
          if (Files.isDirectory(file)) {
            Files.createDirectories(target);
          } else {
            Files.copy(file, target);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Project(directory);
  }

  /** Replaces the only occurrence of a text in a file. */
  public static void replace(Path file, String text, String replacement) {
    try {
      String before = Files.readString(file);
      if (before.indexOf(text) < 0 || before.indexOf(text) != before.lastIndexOf(text)) {
        throw new IllegalArgumentException("not exactly once in " + file + ": " + text);
      }
      Files.writeString(file, before.replace(text, replacement));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
