package org.casus.inference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
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
  private static final Pattern LAYER = Pattern.compile("(\\d{1,3})-(.+)\\.rq");

  private final List<Layer> layers;
  private final List<OwlRules> owl;
  private final Set<Node> askedOfDatasets;

  private RuleBook(List<Layer> layers, List<OwlRules> owl) {
    this.layers = layers;
    this.owl = owl;
    this.askedOfDatasets =
        Stream.concat(
                Periods.TERMS.stream(),
                rules().stream()
                    .filter(rule -> rule.header().overDatasets())
                    .flatMap(rule -> rule.terms().inquired())
                    .map(RuleTerms.Wanted::term))
            .collect(Collectors.toSet());
  }

  /** Reads the rules of a directory; a faulty file becomes a problem and is left out. */
  public static RuleBook read(Path directory, Problems problems) {
    Map<Integer, List<ConstructRule>> numbered = new TreeMap<>();
    List<OwlRules> owl = new ArrayList<>();
    for (Path file : files(directory)) {
      String name = String.valueOf(file.getFileName());
      try {
        String text = Files.readString(file);
        if (name.equals(OWL_RULES)) {
          owl.add(OwlRules.parse(text));
        } else {
          ConstructRule rule = ConstructRule.parse(text);
          Matcher layer = LAYER.matcher(name);
          if (!layer.matches() || !layer.group(2).equals(rule.header().name())) {
            throw new IllegalArgumentException(
                "the file is not called LAYER-" + rule.header().name() + ".rq after its rule");
          }
          numbered
              .computeIfAbsent(Integer.valueOf(layer.group(1)), any -> new ArrayList<>())
              .add(rule);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (IllegalArgumentException e) {
        malformed(name, "a rule with its header, yet " + e.getMessage(), problems);
      }
    }
    List<ConstructRule> all = numbered.values().stream().flatMap(List::stream).toList();
    Map<Integer, Layer> layers = new TreeMap<>();
    numbered.forEach((number, rules) -> layers.put(number, new Layer(rules, all)));
    checkOrder(layers, all, problems);
    return new RuleBook(List.copyOf(layers.values()), owl);
  }

  private static void malformed(String file, String expectation, Problems problems) {
    problems.error(
        Rule.RULE_MALFORMED,
        Location.file("ontology/rules/" + file),
        "",
        expectation,
        "Mend it after the example of another rule");
  }

  /**
   * What a rule asks not to be there must be concluded in earlier layers only, or the answer would
   * depend on the order in which rules run. Where a layer runs repeatedly, its records cannot have
   * periods, since these are joined once all are known.
   */
  private static void checkOrder(
      Map<Integer, Layer> layers, List<ConstructRule> all, Problems problems) {
    layers.forEach(
        (number, layer) -> {
          for (ConstructRule rule : layer.rules()) {
            String file = number + "-" + rule.header().name() + ".rq";
            layers.forEach(
                (other, concluding) ->
                    concluding.rules().stream()
                        .filter(later -> other.compareTo(number) >= 0)
                        .flatMap(later -> later.terms().concluded().stream())
                        .filter(rule.terms().deniedTerms()::contains)
                        .distinct()
                        .forEach(
                            term ->
                                malformed(
                                    file,
                                    "a rule that asks not to be there only what earlier layers"
                                        + " conclude, yet layer "
                                        + other
                                        + " concludes <"
                                        + term
                                        + ">",
                                    problems)));
            layers.forEach(
                (other, concluding) -> {
                  if (other.compareTo(number) < 0
                      && rule.header().kind().isPresent()
                      && concluding.rules().stream()
                          .anyMatch(any -> any.header().kind().equals(rule.header().kind()))) {
                    malformed(
                        file,
                        "all rules that conclude records of the kind "
                            + rule.header().kind().get()
                            + " in one layer, where their reasons meet, yet layer "
                            + other
                            + " concludes some",
                        problems);
                  }
                });
            if (!rule.tellsMoreOfARecord(all)) {
              malformed(
                  file,
                  "a rule that says of ?"
                      + rule.header().subject().orElseThrow()
                      + ", of which it tells more, something that other rules tell of their records,"
                      + " such as its class",
                  problems);
            }
            if (layer.isRecursive() && rule.header().isTimeBound()) {
              malformed(
                  file,
                  "a rule about periods in a layer that runs once, yet a rule of layer "
                      + number
                      + " asks for what another of it concludes",
                  problems);
            }
          }
        });
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

  /** The rules that are queries, in the order in which they run. */
  List<ConstructRule> rules() {
    return layers.stream().flatMap(layer -> layer.rules().stream()).toList();
  }

  /** The headers of all rules, in order of their names. */
  public List<RuleHeader> headers() {
    return Stream.concat(
            rules().stream().map(ConstructRule::header), owl.stream().map(OwlRules::header))
        .sorted(Comparator.comparing(RuleHeader::name))
        .toList();
  }

  /**
   * For each rule that tells more of records which earlier layers concluded, the properties that it
   * tells of them, by its name.
   */
  public Map<String, Set<Node>> told() {
    return rules().stream()
        .filter(rule -> !rule.told().isEmpty())
        .collect(Collectors.toMap(rule -> rule.header().name(), ConstructRule::told));
  }

  /**
   * Runs all layers and adds their conclusions to the dataset, each rule's to its graph; a
   * conclusion that is known already is not added again. Running it a second time adds nothing.
   *
   * @return how many quads were added
   */
  public long apply(UnionDataset dataset) {
    CountingSink sink = new CountingSink(dataset);
    Graph facts = dataset.union();
    Periods periods = new Periods(facts);
    layers.forEach(layer -> layer.apply(facts, periods, "", Demand.EVERYTHING, sink));
    long added = sink.added;
    for (OwlRules rules : owl) {
      Node graph = Iris.graph(rules.header().graph());
      for (Triple triple : rules.conclusions(dataset.union()).find().toList()) {
        if (dataset.add(graph, triple)) {
          added++;
        }
      }
    }
    return added;
  }

  /**
   * Whether the rules that are meant for data sets may ask for a triple, so that it must be among
   * the facts. Data sets tell of each record twice as much as rules look at, and what is never
   * asked for only makes looking up the rest slower.
   */
  public boolean askOfDatasets(Triple triple) {
    return RuleTerms.of(triple).stream().anyMatch(askedOfDatasets::contains);
  }

  /**
   * Runs the rules that are meant for data sets over one of them.
   *
   * @param facts the data set with what it refers to, at least that which rules {@linkplain
   *     #askOfDatasets ask for}, in memory, where a graph knows its size; conclusions are added
   * @param world the name of the data set, a part of the names of the graphs of conclusions and of
   *     the records in them
   * @param out gets the conclusions and their derivations
   */
  public void applyOverDataset(Graph facts, String world, Consumer<Quad> out) {
    ConclusionSink sink =
        new ConclusionSink() {
          @Override
          public boolean conclusion(Node graph, Triple triple) {
            // One look-up in place of two: to ask whether it is there, and to add it.
            int before = facts.size();
            facts.add(triple);
            if (facts.size() == before) {
              return false;
            }
            out.accept(Quad.create(graph, triple));
            return true;
          }

          @Override
          public void aside(Quad quad) {
            out.accept(quad);
          }
        };
    Periods periods = new Periods(facts);
    Set<ConstructRule> able = able(facts);
    for (int layer = 0; layer < layers.size(); layer++) {
      layers.get(layer).apply(periods.withFacts(), periods, world, demand(layer, able), sink);
    }
  }

  /**
   * The rules that may fire over a data set: what they require is among the facts, or another of
   * them concludes it. A data set without wars has nothing for rules about these.
   */
  private Set<ConstructRule> able(Graph facts) {
    Set<ConstructRule> able = new HashSet<>();
    Set<Node> concluded = new HashSet<>(Layer.TOLD_OF_RECORDS);
    boolean more;
    do {
      more = false;
      for (ConstructRule rule : rules()) {
        if (rule.header().overDatasets()
            && !able.contains(rule)
            && rule.terms().required().stream()
                .allMatch(term -> concluded.contains(term) || RuleTerms.isTold(term, facts))) {
          able.add(rule);
          concluded.addAll(rule.terms().concluded());
          more = true;
        }
      }
    } while (more);
    return able;
  }

  /** What may be asked for by rules in a layer or after it; for periods, after it. */
  private Demand demand(int layer, Set<ConstructRule> able) {
    return Demand.of(
        able(layer, able), able(layer + 1, able), !layers.get(layer).isRecursive(), rules());
  }

  private List<ConstructRule> able(int fromLayer, Set<ConstructRule> able) {
    return layers.subList(fromLayer, layers.size()).stream()
        .flatMap(later -> later.rules().stream())
        .filter(able::contains)
        .toList();
  }

  private static final class CountingSink implements ConclusionSink {
    private final UnionDataset dataset;
    private long added;

    CountingSink(UnionDataset dataset) {
      this.dataset = dataset;
    }

    @Override
    public boolean conclusion(Node graph, Triple triple) {
      boolean isNew = dataset.add(graph, triple);
      if (isNew) {
        added++;
      }
      return isNew;
    }

    @Override
    public void aside(Quad quad) {
      conclusion(quad.getGraph(), quad.asTriple());
    }
  }
}
