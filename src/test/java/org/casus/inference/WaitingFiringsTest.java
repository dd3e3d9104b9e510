package org.casus.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.casus.iri.Iris;
import org.jspecify.annotations.Nullable;
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
    return firing(rule, one, other, null);
  }

  private static Firing firing(
      ConstructRule rule, String one, String other, @Nullable LocalDate until) {
    return new Firing(
        rule,
        new Solution(
            rule.variables(),
            BindingFactory.binding(
                Var.alloc("a"),
                Iris.thing("actor", one),
                Var.alloc("b"),
                Iris.thing("actor", other))),
        until == null ? null : new Span(Bound.NONE, Bound.NONE, until));
  }

  private List<List<String>> handedOn() {
    List<List<String>> all = new ArrayList<>();
    waiting.forEachRecord(together -> all.add(texts(together)));
    return all;
  }

  private static List<String> texts(List<Firing> firings) {
    return firings.stream().map(WaitingFiringsTest::text).toList();
  }

  private static String text(Firing firing) {
    return firing.rule().header().name() + " " + firing.solution() + firing.span();
  }

  @Test
  void firingsForTheSameRecordComeTogetherInTheirOrder() {
    ConstructRule ties = rule("tie", "# Record: tie ?a ?b\n# Text: ?a\n");
    ConstructRule more = rule("more", "# Record: tie ?a ?b\n# Text: ?b\n");
    ConstructRule others = rule("other", "# Record: other ?a\n# Text: ?a\n");
    Random random = new Random(44);
    Map<String, List<String>> expected = new LinkedHashMap<>();
    for (int i = 0; i < FiringBlock.SIZE * 5 / 4; i++) {
      Firing firing =
          firing(
              List.of(ties, more, others).get(random.nextInt(3)),
              "a" + random.nextInt(40),
              "b" + random.nextInt(40),
              random.nextBoolean() ? null : LocalDate.EPOCH.plusDays(i));
      expected.computeIfAbsent(firing.record(), any -> new ArrayList<>()).add(text(firing));
      waiting.add(firing);
    }
    assertThat(expected).hasSizeBetween(1000, 1640);
    assertThat(handedOn()).containsExactlyElementsOf(expected.values());
  }

  @Test
  void theLengthOfNamesCounts() {
    ConstructRule ties = rule("tie", "# Record: tie ?a ?b\n# Text: ?a\n");
    List<Firing> firings =
        List.of(firing(ties, "ab", "c"), firing(ties, "a", "bc"), firing(ties, "ab", "cd"));
    firings.forEach(waiting::add);
    assertThat(handedOn())
        .containsExactlyElementsOf(texts(firings).stream().map(List::of).toList());
  }

  @Test
  void firingsThatConcludeNoRecordComeAlone() {
    ConstructRule shortCut = rule("short-cut", "");
    List<Firing> firings = List.of(firing(shortCut, "a", "b"), firing(shortCut, "a", "b"));
    firings.forEach(waiting::add);
    assertThat(handedOn())
        .containsExactlyElementsOf(texts(firings).stream().map(List::of).toList());
  }

  @Test
  void nothingWaitsTwice() {
    waiting.add(firing(rule("tie", "# Record: tie ?a ?b\n# Text: ?a\n"), "a", "b"));
    assertThat(handedOn()).hasSize(1);
    assertThat(handedOn()).isEmpty();
  }
}
