package org.casus.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes small catalogues for tests. */
final class CatalogueFiles {
  static final String LABELS =
      """
      #+ title: Labels
      #+ question: What is called like this, on a day?
      #+ why: To show how a query is written.
      #+ parameters:
      #+   - name: actor
      #+     type: slug
      #+     kind: actor
      #+     default: russia
      #+     description: Who.
      #+   - name: since
      #+     type: date
      #+     description: From which day on.
      #+   - name: least
      #+     type: integer
      #+     default: 10
      #+     description: The least number.
      #+   - name: word
      #+     type: string
      #+     default: peace
      #+     description: A word in it.
      #+     values: [peace, war]
      #+   - name: graph
      #+     type: iri
      #+     default: https://example.org/g
      #+     description: Where to look.
      #+ columns:
      #+   - label: What it is called.
      #+   - day: When.
      #+ keywords: [names, days]
      PREFIX : <https://example.org/>
      SELECT ?label ?day
      WHERE {
        VALUES ?graph { :g }
        VALUES ?actor { <https://w3id.org/casus/id/actor/russia> }
        VALUES ?word { "peace" }
        VALUES ?least { 10 }
        GRAPH ?graph { ?actor :label ?label ; :day ?day ; :number ?number . }
        FILTER(?day >= ?since && CONTAINS(?label, ?word) && ?number >= ?least)
      }
      ORDER BY ?label
      """;

  private CatalogueFiles() {}

  static Path write(Path directory, String name, String text) {
    try {
      return Files.writeString(directory.resolve(name), text);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
