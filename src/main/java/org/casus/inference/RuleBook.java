package org.casus.inference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.casus.graph.UnionDataset;
import org.casus.iri.Iris;
import org.casus.problem.Location;
import org.casus.problem.Problems;
import org.casus.problem.Rule;

/**
 * All rules, in the layers in which they run. A layer is the number that file names begin with;
 * {@code owl.rules} runs last, so that derived records get the types that their classes entail; a
 * rule that asks for a class therefore asks for its subclasses, too.
 */
public final class RuleBook {

  private static final String OWL_RULES = "owl.rules";

  private final List<List<RuleFile>> layers;

  private RuleBook(List<List<RuleFile>> layers) {
    this.layers = layers;
  }

  /** Reads the rules of a directory; a faulty file becomes a problem and is left out. */
  public static RuleBook read(Path directory, Problems problems) {
    Map<String, List<RuleFile>> numbered = new TreeMap<>();
    List<RuleFile> owl = new ArrayList<>();
    for (Path file : files(directory)) {
      String name = String.valueOf(file.getFileName());
      try {
        String text = Files.readString(file);
        if (name.equals(OWL_RULES)) {
          owl.add(OwlRules.parse(text));
        } else {
          ConstructRule rule = ConstructRule.parse(text);
          int hyphen = name.indexOf('-');
          if (hyphen < 0 || !name.substring(hyphen + 1).equals(rule.header().name() + ".rq")) {
            throw new IllegalArgumentException(
                "the file is not called LAYER-" + rule.header().name() + ".rq after its rule");
          }
          numbered.computeIfAbsent(name.substring(0, hyphen), layer -> new ArrayList<>()).add(rule);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (IllegalArgumentException e) {
        problems.error(
            Rule.RULE_MALFORMED,
            Location.file("ontology/rules/" + name),
            "",
            "a rule with its header, yet " + e.getMessage(),
            "Mend it after the example of another rule");
      }
    }
    List<List<RuleFile>> layers = new ArrayList<>();
    layers.addAll(numbered.values());
    layers.add(owl);
    return new RuleBook(layers);
  }

  private static List<Path> files(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".rq") || file.toString().endsWith(".rules"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The headers of all rules, in order of their names. */
  public List<RuleHeader> headers() {
    return layers.stream()
        .flatMap(List::stream)
        .map(RuleFile::header)
        .distinct()
        .sorted(Comparator.comparing(RuleHeader::name))
        .toList();
  }

  /**
   * Runs all layers and adds their conclusions to the dataset, each rule's to its graph; a
   * conclusion that is known already is not added again. Running it a second time adds nothing.
   *
   * @return how many quads were added
   */
  public long apply(UnionDataset dataset) {
    long added = 0;
    for (List<RuleFile> layer : layers) {
      Map<RuleFile, Graph> conclusions = new java.util.LinkedHashMap<>();
      layer.forEach(rule -> conclusions.put(rule, rule.conclusions(dataset.union())));
      for (Map.Entry<RuleFile, Graph> entry : conclusions.entrySet()) {
        Node graph = Iris.graph(entry.getKey().header().graph());
        for (var triple : entry.getValue().find().toList()) {
          if (dataset.add(graph, triple)) {
            added++;
          }
        }
      }
    }
    return added;
  }
}
