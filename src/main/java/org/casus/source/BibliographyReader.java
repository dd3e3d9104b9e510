package org.casus.source;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.casus.model.CodeLists;
import org.casus.model.EdtfDate;
import org.casus.model.Work;
import org.casus.problem.Location;
import org.casus.problem.Problems;
import org.casus.problem.Rule;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.jbibtex.ObjectResolutionException;
import org.jbibtex.ParseException;
import org.jbibtex.TokenMgrException;
import org.jbibtex.Value;

/**
 * Reads the bibliography (BibTeX). Besides the usual fields Casus asks for {@code casuskind} (class
 * of the source), {@code access} (whether the curators read it) and {@code shorttitle} (short
 * citation). Names are {@code Family, Given} joined by {@code and}; an issuing body stands in
 * double braces.
 */
final class BibliographyReader {

  private static final String FILE = SourceReader.ROOM + SourceReader.BIBLIOGRAPHY;
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Pattern ENTRY = Pattern.compile("(?m)^@\\w+\\s*\\{\\s*([^,\\s]+)\\s*,");
  private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Set<String> REQUIRED = Set.of("title", "casuskind", "access", "shorttitle");
  private static final Set<String> OPTIONAL =
      Set.of(
          "address",
          "author",
          "editor",
          "coverageend",
          "date",
          "year",
          "journal",
          "booktitle",
          "publisher",
          "volume",
          "number",
          "pages",
          "doi",
          "url",
          "langid",
          "note");

  private final Path dataDirectory;
  private final CodeLists codes;
  private final Set<String> keys = new HashSet<>();
  private boolean readable;

  BibliographyReader(Path dataDirectory, CodeLists codes) {
    this.dataDirectory = dataDirectory;
    this.codes = codes;
  }

  List<Located<Work>> read(Problems problems) {
    Path file = dataDirectory.resolve(SourceReader.BIBLIOGRAPHY);
    try {
      Optional<Utf8.Fault> fault = Utf8.firstFault(file);
      if (fault.isPresent()) {
        problems.error(
            Rule.FILE_NOT_UTF8,
            Location.row(FILE, fault.get().line()),
            fault.get().found(),
            "text in UTF-8",
            "Save the file as UTF-8");
        return List.of();
      }
      String text = Files.readString(file);
      return works(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, problems);
    } catch (IOException e) {
      problems.error(
          Rule.FILE_MISSING,
          Location.file(FILE),
          "",
          "a readable bibliography",
          "Restore the file");
      return List.of();
    }
  }

  /** The keys of all entries, also of those that did not pass: they can be referred to. */
  Set<String> keys() {
    return Set.copyOf(keys);
  }

  /** Whether the file as a whole could be read. */
  boolean isReadable() {
    return readable;
  }

  private List<Located<Work>> works(String text, Problems problems) {
    Map<String, Location> lines = lines(text, problems);
    keys.addAll(lines.keySet());
    BibTeXDatabase database;
    try {
      database = new BibTeXParser().parse(new StringReader(text));
    } catch (ParseException | TokenMgrException | ObjectResolutionException e) {
      problems.error(
          Rule.BIBLIOGRAPHY_MALFORMED,
          Location.file(FILE),
          "",
          "BibTeX, yet: " + reason(e),
          "Look for an unbalanced brace or a missing comma near the place named");
      return List.of();
    }
    readable = true;
    List<Located<Work>> works = new ArrayList<>();
    for (BibTeXEntry entry : new TreeMap<>(byKey(database)).values()) {
      Location location = lines.getOrDefault(entry.getKey().getValue(), Location.file(FILE));
      work(entry, location, problems).ifPresent(work -> works.add(new Located<>(work, location)));
    }
    return List.copyOf(works);
  }

  private static String reason(Exception e) {
    String message = String.valueOf(e.getMessage());
    if (e instanceof ObjectResolutionException) {
      return "the abbreviation “" + message + "” is not defined; put values in braces";
    }
    return message
        .lines()
        .map(String::strip)
        .takeWhile(line -> !line.startsWith("Was expecting"))
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static Map<String, BibTeXEntry> byKey(BibTeXDatabase database) {
    Map<String, BibTeXEntry> entries = new HashMap<>();
    database.getEntries().forEach((key, entry) -> entries.put(key.getValue(), entry));
    return entries;
  }

  private static Map<String, Location> lines(String text, Problems problems) {
    Map<String, Location> lines = new HashMap<>();
    Matcher matcher = ENTRY.matcher(text);
    long line = 1;
    int counted = 0;
    while (matcher.find()) {
      line += text.substring(counted, matcher.start()).chars().filter(c -> c == '\n').count();
      counted = matcher.start();
      Location location = Location.row(FILE, line);
      Location first = lines.putIfAbsent(matcher.group(1), location);
      if (first != null) {
        problems.error(
            Rule.KEY_REPEATED,
            location,
            matcher.group(1),
            "a key that no other entry has; line " + first.line() + " has it already",
            "Give one of the two entries another key");
      }
    }
    return lines;
  }

  private Optional<Work> work(BibTeXEntry entry, Location location, Problems problems) {
    long before = problems.errors();
    Map<String, String> fields = new HashMap<>();
    for (Map.Entry<Key, Value> field : entry.getFields().entrySet()) {
      fields.put(field.getKey().getValue(), plain(field.getValue()));
    }
    String key = entry.getKey().getValue();
    if (!KEY.matcher(key).matches()) {
      fault(problems, location, key, "a key of lower-case letters and digits joined by hyphens");
    }
    for (String name : fields.keySet()) {
      if (!REQUIRED.contains(name) && !OPTIONAL.contains(name)) {
        Set<String> known = new java.util.TreeSet<>(REQUIRED);
        known.addAll(OPTIONAL);
        fault(problems, location, name, "only the fields " + String.join(", ", known));
      }
    }
    for (String name : REQUIRED) {
      if (fields.getOrDefault(name, "").isBlank()) {
        fault(problems, location, key, "an entry with the field “" + name + "”");
      }
    }
    code(fields, "casuskind", "casus:Source", location, problems);
    code(fields, "access", "access-status", location, problems);
    Optional<EdtfDate> issued =
        date(fields, fields.containsKey("date") ? "date" : "year", location, problems);
    Optional<EdtfDate> coverageEnd = date(fields, "coverageend", location, problems);
    if (problems.errors() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new Work(
            key,
            fields.get("casuskind"),
            fields.get("shorttitle"),
            fields.get("title"),
            people(entry, "author"),
            people(entry, "editor"),
            issued,
            coverageEnd,
            optional(fields, "journal").or(() -> optional(fields, "booktitle")),
            optional(fields, "publisher"),
            optional(fields, "address"),
            optional(fields, "volume"),
            optional(fields, "number"),
            optional(fields, "pages"),
            optional(fields, "doi"),
            optional(fields, "url"),
            optional(fields, "langid"),
            fields.get("access"),
            optional(fields, "note")));
  }

  private void code(
      Map<String, String> fields, String field, String list, Location location, Problems problems) {
    String code = fields.getOrDefault(field, "");
    codes
        .list(list)
        .filter(known -> !code.isEmpty() && !known.contains(code))
        .ifPresent(
            known ->
                problems.error(
                    Rule.CODE_UNKNOWN,
                    location,
                    code,
                    "in “" + field + "” one of the codes " + String.join(", ", known),
                    "Take a code of that list"));
  }

  private static Optional<EdtfDate> date(
      Map<String, String> fields, String field, Location location, Problems problems) {
    Optional<String> date = optional(fields, field);
    try {
      return date.map(EdtfDate::parse);
    } catch (DateTimeException | IllegalArgumentException e) {
      problems.error(
          e instanceof DateTimeException ? Rule.DATE_IMPOSSIBLE : Rule.DATE_MALFORMED,
          location,
          date.orElse(""),
          "in “" + field + "” a date in EDTF, such as 2020-11-17 or 2020",
          "Look the date up in the reference");
      return Optional.empty();
    }
  }

  private static void fault(Problems problems, Location location, String found, String expected) {
    problems.error(Rule.BIBLIOGRAPHY_MALFORMED, location, found, expected, "Mend the entry");
  }

  private static Optional<String> optional(Map<String, String> fields, String name) {
    return Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank());
  }

  /** Names split at {@code and}, save inside braces, which hold the name of a body. */
  private static List<String> people(BibTeXEntry entry, String field) {
    Value value = entry.getField(new Key(field));
    if (value == null) {
      return List.of();
    }
    String raw = value.toUserString();
    if (raw.startsWith("{") && raw.endsWith("}") && raw.indexOf('}') == raw.length() - 1) {
      return List.of(plain(value));
    }
    return Arrays.stream(raw.split("\\s+and\\s+"))
        .map(name -> name.replaceAll("[{}]", "").strip())
        .toList();
  }

  private static String plain(Value value) {
    return value.toUserString().replaceAll("[{}]", "").replaceAll("\\s+", " ").strip();
  }
}
