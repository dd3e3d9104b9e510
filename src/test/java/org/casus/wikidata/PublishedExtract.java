package org.casus.wikidata;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;

/**
 * Makes RDF of Wikidata's shape from what was published of it, where it is at hand: office holders
 * of five states with the ids of their statements, places of Azerbaijan with names in many
 * languages, and a list of names with identifiers. What the files do not tell is not made up, but
 * for classes, which come from the kind of thing that a file lists.
 */
public final class PublishedExtract {

  private static final Path DATASETS =
      Path.of(System.getProperty("casus.datasets", "../shared/datasets"));
  private static final Path HOLDERS = DATASETS.resolve("officeholders-wikidata");
  private static final Path PLACES = DATASETS.resolve("whosonfirst-az");
  private static final Path NAMES = DATASETS.resolveSibling("facts/wikidata.csv");
  private static final Map<String, String> STATES =
      Map.of(
          "armenia", "Q399",
          "artsakh", "Q244165",
          "azerbaijan", "Q227",
          "russia", "Q159",
          "turkey", "Q43");

  private static final Map<String, String> LANGUAGES =
      Map.of("eng", "en", "rus", "ru", "hye", "hy", "aze", "az", "tur", "tr");

  /** The class of what the list of names has, by its kind. */
  private static final Map<String, String> CLASSES =
      Map.ofEntries(
          Map.entry("state", "Q3624078"),
          Map.entry("historical-state", "Q3024240"),
          Map.entry("de-facto-state", "Q15634554"),
          Map.entry("district", "Q137413"),
          Map.entry("city", "Q515"),
          Map.entry("organisation", "Q43229"),
          Map.entry("news-agency", "Q192283"),
          Map.entry("news-organisation", "Q43229"),
          Map.entry("person", "Q5"),
          Map.entry("position", "Q4164871"),
          Map.entry("event", "Q1190554"));

  private final WikidataShape shape = new WikidataShape();

  private PublishedExtract() {}

  /** Why there is no extract; empty if there is one. */
  public static Optional<String> absent() {
    return Stream.of(HOLDERS, PLACES, NAMES)
        .filter(path -> !Files.exists(path))
        .map(
            path ->
                path
                    + " is not at hand, so that nothing was tried with real data of Wikidata. Name"
                    + " the directory of data sets with -Dcasus.datasets=DIR.")
        .findFirst();
  }

  /** Writes the extract as N-Triples into a directory. */
  public static Path write(Path directory) throws IOException {
    Path file = directory.resolve("wikidata-extract.nt");
    try (OutputStream out = Files.newOutputStream(file)) {
      RDFDataMgr.write(out, read(), Lang.NTRIPLES);
    }
    return file;
  }

  private static Graph read() {
    PublishedExtract extract = new PublishedExtract();
    STATES.keySet().stream().sorted().forEach(extract::holders);
    extract.places();
    extract.names();
    extract
        .shape
        .below("Q515", "Q486972")
        .below("Q192283", "Q43229")
        .below("Q7278", "Q43229")
        .below("Q245065", "Q484652")
        .below("Q484652", "Q43229");
    return extract.shape.graph();
  }

  private void holders(String state) {
    Path directory = HOLDERS.resolve(state);
    Map<String, String> positions = new HashMap<>();
    for (NamedCsvRecord row : rows(directory.resolve("wanted-positions.csv"))) {
      positions.put(row.getField("title"), row.getField("position"));
      shape.alias(row.getField("position"), row.getField("title"), "en");
    }
    for (NamedCsvRecord row : rows(directory.resolve("positions.csv"))) {
      String id = row.getField("id");
      shape.label(id, row.getField("position"), "en").value(id, "P31", "Q4164871");
      if (row.getField("jurisdiction").startsWith("Q")) {
        shape.value(id, "P1001", row.getField("jurisdiction"));
      }
      if (row.getField("country").startsWith("Q")) {
        shape.value(id, "P17", row.getField("country"));
      }
    }
    Map<String, String> statements = statements(directory.resolve("sources"));
    int unnamed = 0;
    for (NamedCsvRecord row : rows(directory.resolve("holders21.csv"))) {
      String person = row.getField("personID");
      String position = positions.get(row.getField("position"));
      shape.label(person, row.getField("person"), "en").value(person, "P31", "Q5");
      row.findField("enwiki")
          .filter(name -> !name.isEmpty() && !name.equals(row.getField("person")))
          .ifPresent(name -> shape.alias(person, name, "en"));
      if (position != null) {
        String statement =
            statements.getOrDefault(
                person + " " + row.getField("start"), person + "-" + state + "-" + unnamed++);
        shape.position(person, position, statement, row.getField("start"), row.getField("end"));
      }
    }
  }

  /** Ids of statements by person and start. */
  private Map<String, String> statements(Path directory) {
    Map<String, String> ids = new TreeMap<>();
    for (Path file : files(directory, ".csv")) {
      for (NamedCsvRecord row : rows(file)) {
        String person = row.findField("item").or(() -> row.findField("wdid")).orElse("");
        String label = row.findField("itemLabel").or(() -> row.findField("wdLabel")).orElse("");
        String start = row.findField("startDate").or(() -> row.findField("start")).orElse("");
        if (person.startsWith("Q")) {
          ids.putIfAbsent(person + " " + start, row.getField("psid"));
          shape.value(person, "P31", "Q5");
          if (!label.isEmpty() && !label.equals(person)) {
            shape.alias(person, label, "en");
          }
        }
      }
    }
    return ids;
  }

  /**
   * Places with an id of their own. Where the files give one id to a town and a district, or
   * another kind than the list of names, they are in error.
   */
  private void places() {
    Map<String, String> kinds = new TreeMap<>();
    rows(NAMES).forEach(row -> kinds.put(row.getField("qid"), row.getField("kind")));
    Map<String, List<JsonObject>> byId = new TreeMap<>();
    for (Path file : files(PLACES, ".geojson")) {
      JsonObject place = properties(file);
      byId.computeIfAbsent(
              text(place.getObj("wof:concordances"), "wd:id"), any -> new ArrayList<>())
          .add(place);
    }
    byId.forEach(
        (id, places) -> {
          JsonObject place = places.get(0);
          boolean isTown = text(place, "wof:placetype").equals("locality");
          boolean isTownByList =
              kinds.getOrDefault(id, isTown ? "city" : "district").equals("city");
          if (id.matches("Q\\d+")
              && !STATES.containsValue(id)
              && places.size() == 1
              && isTown == isTownByList) {
            place(id, place, isTown);
          }
        });
  }

  private void place(String id, JsonObject place, boolean isTown) {
    shape.label(id, text(place, "wof:name"), "en").value(id, "P17", "Q227");
    LANGUAGES.forEach(
        (code, language) -> {
          String key = "name:" + code + "_x_preferred";
          if (place.hasKey(key)) {
            place
                .get(key)
                .getAsArray()
                .forEach(name -> shape.alias(id, name.getAsString().value(), language));
          }
        });
    shape.value(id, "P31", isTown ? "Q486972" : "Q137413");
    shape.point(id, number(place, "geom:longitude"), number(place, "geom:latitude"));
  }

  private void names() {
    for (NamedCsvRecord row : rows(NAMES)) {
      String id = row.getField("qid");
      if (!id.startsWith("Q")) {
        continue;
      }
      List<String> forms = new ArrayList<>(Name.forms(row.getField("label").replace(" / ", "/")));
      forms.removeIf(form -> form.contains("(") || form.contains("/"));
      forms.forEach(form -> shape.label(id, form, "en"));
      Optional.ofNullable(CLASSES.get(row.getField("kind")))
          .ifPresent(type -> shape.value(id, "P31", type));
    }
  }

  private static List<NamedCsvRecord> rows(Path file) {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().allowMissingFields(true).ofNamedCsvRecord(file)) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path directory, String suffix) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObject properties(Path file) {
    try {
      return JSON.parse(Files.readString(file)).getObj("properties");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(JsonObject json, String key) {
    return json != null && json.hasKey(key) && json.get(key).isString()
        ? json.get(key).getAsString().value()
        : "";
  }

  private static double number(JsonObject json, String key) {
    return json.get(key).getAsNumber().value().doubleValue();
  }
}
