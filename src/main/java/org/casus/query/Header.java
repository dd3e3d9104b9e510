package org.casus.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The YAML document in the {@code #+} lines at the top of a query file, read with line numbers so
 * that each fault has an address. What is missing or wrong is reported and replaced by something
 * empty, so that one reading finds all faults.
 */
final class Header {
  static final String MARK = "#+";

  private static final Set<String> KEYS =
      Set.of(
          "title",
          "question",
          "why",
          "parameters",
          "columns",
          "keywords",
          "datasets",
          "asks",
          "runs-at");
  private static final Set<String> PARAMETER_KEYS =
      Set.of("name", "type", "kind", "default", "description", "values", "words");

  /** Takes a fault and its line in the file. */
  interface FaultSink {
    void add(int line, String text);
  }

  private final FaultSink faults;
  private final Map<String, Node> entries;
  private final Map<String, Integer> parameterLines = new HashMap<>();

  private Header(FaultSink faults, Map<String, Node> entries) {
    this.faults = faults;
    this.entries = entries;
  }

  /** Reads the header of a file; the file's first line is the header's first line. */
  static Header read(List<String> lines, FaultSink faults) {
    StringBuilder yaml = new StringBuilder();
    int length = 0;
    while (length < lines.size() && lines.get(length).startsWith(MARK)) {
      String rest = lines.get(length).substring(MARK.length());
      yaml.append(rest.startsWith(" ") ? rest.substring(1) : rest).append('\n');
      length++;
    }
    if (length == 0) {
      faults.add(1, "the file must begin with its header: lines that start with \"#+ \"");
      return new Header(faults, Map.of());
    }
    for (int line = length; line < lines.size(); line++) {
      if (lines.get(line).startsWith(MARK)) {
        faults.add(line + 1, "header lines must stand together at the top of the file");
        break;
      }
    }
    return parse(yaml.toString(), faults);
  }

  private static Header parse(String yaml, FaultSink faults) {
    try {
      Optional<Node> root =
          new Compose(LoadSettings.builder().setMaxAliasesForCollections(0).build())
              .composeString(yaml);
      if (root.isPresent() && root.get() instanceof MappingNode mapping) {
        Header header = new Header(faults, new LinkedHashMap<>());
        header.entries.putAll(header.entriesOf(mapping, KEYS, "header"));
        return header;
      }
      faults.add(1, "the header must be a YAML mapping such as \"#+ title: ...\"");
    } catch (MarkedYamlEngineException fault) {
      faults.add(
          fault.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1),
          "the header is not valid YAML: " + fault.getProblem());
    }
    return new Header(faults, Map.of());
  }

  String title() {
    return requiredText(entries, "title", 1, "header");
  }

  String question() {
    return requiredText(entries, "question", 1, "header");
  }

  String why() {
    return requiredText(entries, "why", 1, "header");
  }

  List<String> datasets() {
    return texts(entries.get("datasets"), "datasets");
  }

  List<String> keywords() {
    return texts(entries.get("keywords"), "keywords");
  }

  /** Whom the question asks besides Casus, or who runs it and asks Casus. */
  Optional<Federation> federation() {
    Optional<Federation> asking = federation("asks", false);
    Optional<Federation> running = federation("runs-at", true);
    if (asking.isPresent() && running.isPresent()) {
      faults.add(line("runs-at"), "a question has \"asks\" or \"runs-at\", and not both");
    }
    return asking.or(() -> running);
  }

  private Optional<Federation> federation(String key, boolean runsThere) {
    Optional<String> name = optionalText(entries, key);
    Optional<KnownService> service = name.flatMap(KnownService::named);
    if (name.isPresent() && service.isEmpty()) {
      faults.add(
          line(key), "unknown service \"" + name.get() + "\"; there are " + KnownService.names());
    }
    return service.map(known -> new Federation(known, runsThere));
  }

  /** The line of a key, or the first line when it is missing. */
  int line(String key) {
    Node node = entries.get(key);
    return node == null ? 1 : line(node);
  }

  /** The line where a parameter begins; known once the parameters have been read. */
  int line(Parameter parameter) {
    return parameterLines.getOrDefault(parameter.name(), line("parameters"));
  }

  List<ResultColumn> columns() {
    List<ResultColumn> columns = new ArrayList<>();
    if (!entries.containsKey("columns")) {
      faults.add(1, "the header lacks \"columns\"");
    }
    for (Node item : items(entries.get("columns"), "columns")) {
      Optional<ResultColumn> column = column(item);
      if (column.isEmpty()) {
        faults.add(line(item), "a column is written \"- name: description\"");
      }
      column.ifPresent(columns::add);
    }
    return columns;
  }

  private static Optional<ResultColumn> column(Node item) {
    if (!(item instanceof MappingNode mapping) || mapping.getValue().size() != 1) {
      return Optional.empty();
    }
    NodeTuple entry = mapping.getValue().get(0);
    String name = text(entry.getKeyNode());
    String description = text(entry.getValueNode());
    return name == null || description == null || description.isEmpty()
        ? Optional.empty()
        : Optional.of(new ResultColumn(name, description));
  }

  List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    for (Node item : items(entries.get("parameters"), "parameters")) {
      if (item instanceof MappingNode mapping) {
        parameter(mapping).ifPresent(parameters::add);
      } else {
        faults.add(line(item), "a parameter is a mapping that starts with \"- name: ...\"");
      }
    }
    return parameters;
  }

  private Optional<Parameter> parameter(MappingNode mapping) {
    int line = line(mapping);
    Map<String, Node> parts = entriesOf(mapping, PARAMETER_KEYS, "parameter");
    String name = requiredText(parts, "name", line, "parameter");
    parameterLines.put(name, line);
    String description = requiredText(parts, "description", line, "parameter");
    String word = requiredText(parts, "type", line, "parameter");
    Optional<ParameterType> type = ParameterType.of(word);
    if (type.isEmpty()) {
      if (!word.isEmpty()) {
        faults.add(
            line(parts.get("type")),
            "unknown type \"" + word + "\"; there are string, date, integer, iri and slug");
      }
      return Optional.empty();
    }
    Optional<String> kind = optionalText(parts, "kind");
    List<String> values = texts(parts.get("values"), "values");
    List<String> words = texts(parts.get("words"), "words");
    checkKind(type.get(), kind, values, words, parts, line);
    Parameter parameter =
        new Parameter(
            name, type.get(), kind, optionalText(parts, "default"), description, values, words);
    checkValues(parameter, parts);
    return Optional.of(parameter);
  }

  /** With its kind, a name that no thing has is told from one without records. */
  private void checkKind(
      ParameterType type,
      Optional<String> kind,
      List<String> values,
      List<String> words,
      Map<String, Node> parts,
      int line) {
    if (kind.isPresent()) {
      if (type != ParameterType.SLUG) {
        faults.add(line(parts.get("kind")), "only a slug has a kind");
      } else if (!Slugs.PATTERN.matcher(kind.get()).matches()) {
        faults.add(line(parts.get("kind")), "\"" + kind.get() + "\" is not a kind such as actor");
      }
    } else if (type == ParameterType.SLUG && values.isEmpty()) {
      faults.add(line, "a slug needs \"kind\", the kind of thing that it names, or \"values\"");
    }
    if (!words.isEmpty() && (kind.isEmpty() || !values.isEmpty())) {
      faults.add(
          line(parts.get("words")),
          "\"words\" stand beside the things of a \"kind\"; without one, use \"values\"");
    }
    for (String word : words) {
      if (!Slugs.PATTERN.matcher(word).matches()) {
        faults.add(line(parts.get("words")), "word \"" + word + "\" must be " + type.expectation());
      }
    }
  }

  private void checkValues(Parameter parameter, Map<String, Node> parts) {
    for (String value : parameter.values()) {
      if (parameter.type().term(value, null) == null) {
        faults.add(
            line(parts.get("values")),
            "value \"" + value + "\" must be " + parameter.type().expectation());
      }
    }
    parameter
        .defaultValue()
        .filter(value -> parameter.term(value) == null)
        .ifPresent(
            value ->
                faults.add(
                    line(parts.get("default")),
                    "default \"" + value + "\" must be " + parameter.expectation()));
  }

  private Map<String, Node> entriesOf(MappingNode mapping, Set<String> known, String owner) {
    Map<String, Node> found = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      String key = text(entry.getKeyNode());
      int line = line(entry.getKeyNode());
      if (key == null || !known.contains(key)) {
        faults.add(
            line,
            "unknown %s key \"%s\"; there are %s"
                .formatted(owner, key, String.join(", ", known.stream().sorted().toList())));
      } else if (found.put(key, entry.getValueNode()) != null) {
        faults.add(line, "the " + owner + " key \"" + key + "\" is there twice");
      }
    }
    return found;
  }

  private String requiredText(Map<String, Node> parts, String key, int line, String owner) {
    if (!parts.containsKey(key)) {
      faults.add(line, "the " + owner + " lacks \"" + key + "\"");
      return "";
    }
    return optionalText(parts, key).orElse("");
  }

  private Optional<String> optionalText(Map<String, Node> parts, String key) {
    Node node = parts.get(key);
    if (node == null) {
      return Optional.empty();
    }
    String text = text(node);
    if (text == null || text.isBlank()) {
      faults.add(line(node), "\"" + key + "\" must be a text");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  private List<String> texts(@Nullable Node list, String key) {
    List<String> texts = new ArrayList<>();
    for (Node item : items(list, key)) {
      String text = text(item);
      if (text == null) {
        faults.add(line(item), "\"" + key + "\" must be a list of texts");
      } else {
        texts.add(text);
      }
    }
    return texts;
  }

  private List<Node> items(@Nullable Node list, String key) {
    if (list == null) {
      return List.of();
    }
    if (list instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    faults.add(line(list), "\"" + key + "\" must be a list");
    return List.of();
  }

  private static @Nullable String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue().strip() : null;
  }

  private static int line(@Nullable Node node) {
    return node == null ? 1 : node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }
}
