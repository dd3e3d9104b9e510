package org.casus.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.casus.iri.Iris;
import org.junit.jupiter.api.Test;

/** Firings come back together with those for the same record, and nothing is lost. */
class WaitingFiringsTest {
  private final WaitingFirings waiting = new WaitingFirings();

  private static ConstructRule rule(String name, String record) {
    return ConstructRule.parse(
        """
        # Rule: %s
        # Label: Label
        # Premise: Premise
        # Conclusion: Conclusion
        # Source: Source
        # Does not cover: The rest
        # Graph: inferred/x
        %s# Support: ?a
        CONSTRUCT { %s <urn:test:of> ?a } WHERE { ?a <urn:test:with> ?b }
        """
            .formatted(name, record, record.isEmpty() ? "?a" : "?record"));
  }

  private static Firing firing(ConstructRule rule, String one, String other) {
    return new Firing(
        rule,
        new Solution(
            rule.variables(),
            BindingFactory.binding(
                Var.alloc("a"),
                Iris.thing("actor", one),
                Var.alloc("b"),
                Iris.thing("actor", other))),
        null);
  }

  private List<List<Firing>> handedOn() {
    List<List<Firing>> all = new ArrayList<>();
    waiting.forEachRecord(all::add);
    return all;
  }

  @Test
  void firingsForTheSameRecordComeTogetherInTheirOrder() {
    ConstructRule ties = rule("tie", "# Record: tie ?a ?b\n# Text: ?a\n");
    ConstructRule more = rule("more", "# Record: tie ?a ?b\n# Text: ?b\n");
    ConstructRule others = rule("other", "# Record: other ?a ?b\n# Text: ?a\n");
    Random random = new Random(44);
    Map<String, List<Firing>> expected = new LinkedHashMap<>();
    for (int i = 0; i < 5000; i++) {
      Firing firing =
          firing(
              List.of(ties, more, others).get(random.nextInt(3)),
              "a" + random.nextInt(40),
              "b" + random.nextInt(40));
      expected.computeIfAbsent(firing.record(), any -> new ArrayList<>()).add(firing);
      waiting.add(firing);
    }
    assertThat(expected).hasSizeGreaterThan(2000).hasSizeLessThan(3201);
    assertThat(handedOn()).containsExactlyElementsOf(expected.values());
  }

  @Test
  void theLengthOfNamesCounts() {
    ConstructRule ties = rule("tie", "# Record: tie ?a ?b\n# Text: ?a\n");
    List<Firing> firings =
        List.of(firing(ties, "ab", "c"), firing(ties, "a", "bc"), firing(ties, "ab", "cd"));
    firings.forEach(waiting::add);
    assertThat(handedOn()).containsExactlyElementsOf(firings.stream().map(List::of).toList());
  }

  @Test
  void firingsThatConcludeNoRecordComeAlone() {
    ConstructRule shortCut = rule("short-cut", "");
    List<Firing> firings = List.of(firing(shortCut, "a", "b"), firing(shortCut, "a", "b"));
    firings.forEach(waiting::add);
    assertThat(handedOn()).containsExactlyElementsOf(firings.stream().map(List::of).toList());
  }

  @Test
  void nothingWaitsTwice() {
    waiting.add(firing(rule("tie", "# Record: tie ?a ?b\n# Text: ?a\n"), "a", "b"));
    assertThat(handedOn()).hasSize(1);
    assertThat(handedOn()).isEmpty();
  }
}
