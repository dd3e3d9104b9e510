package org.casus.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.casus.explanation.Attestation;
import org.casus.explanation.Conclusion;
import org.casus.explanation.Derivation;
import org.casus.explanation.DerivedTriple;
import org.casus.explanation.Explanation;
import org.casus.explanation.Named;
import org.casus.explanation.Period;
import org.casus.explanation.Thing;
import org.casus.iri.Iris;
import org.jspecify.annotations.Nullable;

/**
 * An explanation as the nested lists of a page. What was told further up is named only, so that the
 * tree is no larger than the explanation.
 */
final class ReasonTree {
  /** Conclusions that a page shows; a rule book or a treaty can carry thousands. */
  static final int MOST_CONCLUSIONS = 200;

  private static final String OPEN = "..";

  private final Explanation explanation;
  private final Map<String, Thing> things = new HashMap<>();
  private final Set<String> told = new HashSet<>();

  ReasonTree(Explanation explanation) {
    this.explanation = explanation;
    explanation.things().forEach(thing -> things.put(thing.iri(), thing));
  }

  /** What the template {@code explain} shows. */
  Map<String, Object> values() {
    Thing subject = explanation.subject();
    told.add(subject.iri());
    Map<String, Object> values = new HashMap<>();
    values.put("iri", subject.iri());
    values.put("derived", subject.isDerived());
    values.put("root", thing(subject, ""));
    values.put("triples", explanation.derivedTriples().stream().map(this::triple).toList());
    values.put("direct", conclusions(true));
    values.put("indirect", conclusions(false));
    values.put("directTotal", total(true));
    values.put("indirectTotal", total(false));
    return values;
  }

  private Step thing(Thing thing, String lead) {
    List<String> remarks = new ArrayList<>();
    if (!thing.kinds().isEmpty()) {
      remarks.add(thing.kinds().stream().map(Named::label).collect(Collectors.joining(", ")));
    }
    if (thing.period() != null) {
      remarks.add(words(thing.period()));
    }
    if (thing.isDerived()) {
      remarks.add("derived");
    }
    return new Step(
        lead,
        link(thing.iri(), thing.label()),
        remarks,
        "",
        thing.attestations().stream().map(ReasonTree::origin).toList(),
        thing.attestations().stream().flatMap(each -> each.gists().stream()).toList(),
        thing.attestations().stream().flatMap(each -> each.quotes().stream()).toList(),
        graphs(thing.graphs()),
        reasons(thing));
  }

  /** Why a thing is there, and then, for what else is derived of it, why it is so. */
  private List<Step> reasons(Thing thing) {
    List<Step> steps = new ArrayList<>();
    thing
        .reasons()
        .forEach(
            (what, derivations) ->
                steps.addAll(reasons(thing.iri(), what, derivations, thing.period())));
    return steps;
  }

  private List<Step> reasons(
      String of, String what, List<Derivation> derivations, @Nullable Period whole) {
    List<Step> steps = new ArrayList<>();
    for (Derivation derivation : derivations) {
      String lead =
          (what.isEmpty() ? "" : what + ", ")
              + (derivations.size() == 1
                  ? "because of the rule"
                  : "reason " + (steps.size() + 1) + " of " + derivations.size() + ": the rule");
      @Nullable Period period = derivation.period();
      boolean newRule = told.add(String.valueOf(derivation.rule().iri()));
      steps.add(
          new Step(
              lead,
              link(derivation.rule()),
              period == null || period.equals(whole) ? List.of() : List.of(words(period)),
              newRule ? derivation.definition() : "",
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              derivation.premisesOf(of).stream().map(this::premise).toList()));
    }
    return steps;
  }

  private Step premise(String iri) {
    @Nullable Thing thing = things.get(iri);
    if (thing == null) {
      return named(link(iri, Labels.ending(iri)), List.of());
    }
    if (!told.add(iri)) {
      return named(link(iri, thing.label()), List.of("see above"));
    }
    return thing(thing, "");
  }

  private static Step named(Link head, List<String> remarks) {
    return new Step("", head, remarks, "", List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private Step triple(DerivedTriple triple) {
    return new Step(
        triple.property().label(),
        link(triple.value()),
        triple.language().isEmpty() ? List.of() : List.of(triple.language()),
        "",
        List.of(),
        List.of(),
        List.of(),
        graphs(triple.graphs()),
        reasons(explanation.iri(), "", triple.derivations(), null));
  }

  private static Origin origin(Attestation attestation) {
    return new Origin(
        values(attestation.sources()),
        attestation.locators().stream().map(text -> Value.text(text, "", "")).toList(),
        values(attestation.corroboratedBy()),
        values(attestation.primarySources()),
        attestation.status() == null ? List.of() : values(List.of(attestation.status())));
  }

  private static List<Value> values(List<Named> named) {
    return named.stream().map(each -> Value.link(link(each))).toList();
  }

  private long total(boolean direct) {
    return explanation.conclusions().stream()
        .filter(conclusion -> conclusion.direct() == direct)
        .count();
  }

  private List<Step> conclusions(boolean direct) {
    return explanation.conclusions().stream()
        .filter(conclusion -> conclusion.direct() == direct)
        .limit(MOST_CONCLUSIONS)
        .map(ReasonTree::conclusion)
        .toList();
  }

  private static Step conclusion(Conclusion conclusion) {
    int left = conclusion.reasonsLeft();
    return named(
        link(String.valueOf(conclusion.subject().iri()), conclusion.label()),
        List.of(
            conclusion.falls()
                ? "would fall, has no other reason"
                : "would stay for " + left + (left == 1 ? " other reason" : " other reasons"),
            conclusion.rules().stream()
                .map(rule -> "“" + rule.label() + "”")
                .collect(Collectors.joining(", "))));
  }

  private static List<Link> graphs(List<String> iris) {
    return iris.stream()
        .map(
            iri ->
                Link.of(
                    iri.startsWith(Iris.GRAPHS) ? iri.substring(Iris.GRAPHS.length()) : iri,
                    Addresses.of(iri)))
        .toList();
  }

  private static Link link(Named named) {
    @Nullable String iri = named.iri();
    return Link.of(named.label(), iri == null ? "" : Addresses.of(iri));
  }

  private static Link link(String iri, String label) {
    return Link.of(label, Addresses.of(iri));
  }

  private static String words(Period period) {
    StringBuilder words =
        new StringBuilder(
            period.start() == null
                ? "start unknown"
                : "from " + DateInWords.of(period.start()).words());
    if (OPEN.equals(period.end())) {
      words.append(", still going on");
    } else if (period.end() == null) {
      words.append(", end unknown");
    } else {
      words.append(period.start() == null ? ", until " : " to ");
      words.append(DateInWords.of(period.end()).words());
    }
    if (period.attestedUntil() != null) {
      words.append(", attested until ").append(DateInWords.of(period.attestedUntil()).words());
    }
    return words.toString();
  }
}
