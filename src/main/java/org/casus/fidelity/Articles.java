package org.casus.fidelity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;

/**
 * The numbered texts of the articles that a curator has at hand.
 *
 * @param byKey the articles by their keys in the bibliography
 */
public record Articles(Map<String, Article> byKey) {

  /** How the name of a file is made from the key of its article. */
  public static final String SUFFIX = ".paragraphs.jsonl";

  /**
   * Reads every {@code KEY.paragraphs.jsonl} of a directory: one JSON object a line, with the
   * members locator, section and text.
   *
   * @throws UncheckedIOException if the directory or a file cannot be read, or a line is no such
   *     object
   */
  public static Articles read(Path directory) {
    Map<String, Article> articles = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(any -> name(any).endsWith(SUFFIX)).sorted().toList()) {
        String key = name(file).substring(0, name(file).length() - SUFFIX.length());
        articles.put(key, article(key, file));
      }
      return new Articles(Collections.unmodifiableMap(articles));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Article article(String key, Path file) throws IOException {
    Map<String, Passage> passages = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      Passage passage;
      try {
        passage = passage(JSON.parse(lines.get(i)));
      } catch (JsonException | IllegalArgumentException e) {
        throw malformed(file, i, "expected a JSON object with locator, section and text");
      }
      if (passages.putIfAbsent(passage.locator(), passage) != null) {
        throw malformed(file, i, "the locator " + passage.locator() + " stands twice");
      }
    }
    return new Article(key, Collections.unmodifiableMap(passages));
  }

  private static IOException malformed(Path file, int index, String reason) {
    return new IOException(name(file) + ":" + (index + 1) + ": " + reason);
  }

  private static Passage passage(JsonObject json) {
    return new Passage(member(json, "locator"), member(json, "section"), member(json, "text"));
  }

  private static String member(JsonObject json, String name) {
    if (!json.hasKey(name) || !json.get(name).isString()) {
      throw new IllegalArgumentException(name);
    }
    return json.get(name).getAsString().value();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  Optional<Article> article(String key) {
    return Optional.ofNullable(byKey.get(key));
  }
}
