package org.casus.explanation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws an explanation as a tree, in words. */
final class TextTree {
  private static final int WIDTH = 100;

  private final Explanation explanation;
  private final Map<String, Thing> things;
  private final Set<String> told = new HashSet<>();

  TextTree(Explanation explanation) {
    this.explanation = explanation;
    this.things = explanation.byIri();
  }

  String render() {
    StringBuilder out = new StringBuilder();
    root().write(out, "", "");
    return out.toString();
  }

  /** A knot of the tree: its paragraphs, the first of which stands at the branch. */
  private record Branch(List<String> paragraphs, List<Branch> children) {

    void write(StringBuilder out, String first, String rest) {
      String below = rest + (children.isEmpty() ? "   " : "│  ");
      String margin = first;
      for (String paragraph : paragraphs) {
        for (String line : Wrapping.lines(paragraph, WIDTH - below.length())) {
          out.append(margin).append(line).append('\n');
          margin = below;
        }
      }
      for (int i = 0; i < children.size(); i++) {
        boolean last = i == children.size() - 1;
        children.get(i).write(out, rest + (last ? "└─ " : "├─ "), rest + (last ? "   " : "│  "));
      }
    }
  }

  private Branch root() {
    Thing subject = explanation.subject();
    told.add(subject.iri());
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(subject.label());
    paragraphs.add(Words.kindAndPeriod(subject) + " " + Words.graphs(subject.graphs()));
    paragraphs.add(subject.iri());
    if (!subject.isDerived()) {
      paragraphs.add(
          subject.attestations().isEmpty()
              ? "Not derived; no source is recorded."
              : "Not derived: it is curated.");
    }
    paragraphs.addAll(origins(subject));
    List<Branch> children = reasons(subject);
    for (DerivedTriple triple : explanation.derivedTriples()) {
      children.add(
          new Branch(
              List.of("derived: " + Words.triple(triple) + " " + Words.graphs(triple.graphs())),
              reasons(subject.iri(), triple.derivations(), null)));
    }
    addConclusions(true, "rests on it directly", children);
    addConclusions(false, "rests on it by way of what would fall", children);
    return new Branch(paragraphs, children);
  }

  /** Why a thing is there, and under what else is derived of it, why it is so. */
  private List<Branch> reasons(Thing thing) {
    List<Branch> branches = new ArrayList<>();
    thing
        .reasons()
        .forEach(
            (what, derivations) -> {
              List<Branch> reasons = reasons(thing.iri(), derivations, thing.period());
              if (what.isEmpty()) {
                branches.addAll(reasons);
              } else {
                branches.add(new Branch(List.of(what), reasons));
              }
            });
    return branches;
  }

  /** The period of a reason is told where it is not that of the whole. */
  private List<Branch> reasons(String of, List<Derivation> derivations, @Nullable Period whole) {
    List<Branch> branches = new ArrayList<>();
    for (Derivation derivation : derivations) {
      String number =
          derivations.size() == 1
              ? "because of the rule "
              : "reason " + (branches.size() + 1) + " of " + derivations.size() + ": rule ";
      Period period = derivation.period();
      List<String> paragraphs = new ArrayList<>();
      paragraphs.add(
          number
              + Words.quoted(derivation.rule().label())
              + (period == null || period.equals(whole) ? "" : ", " + period.inWords()));
      boolean newRule = told.add(String.valueOf(derivation.rule().iri()));
      if (newRule && !derivation.definition().isEmpty()) {
        paragraphs.add(derivation.definition());
      }
      branches.add(
          new Branch(paragraphs, derivation.premisesOf(of).stream().map(this::premise).toList()));
    }
    return branches;
  }

  private Branch premise(String iri) {
    Thing thing = things.get(iri);
    if (thing == null) {
      return new Branch(List.of(iri), List.of());
    }
    String name = Words.kind(thing) + ": " + thing.label();
    if (!told.add(iri)) {
      return new Branch(List.of(name + " (see above)"), List.of());
    }
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(name);
    if (thing.period() != null) {
      paragraphs.add(thing.period().inWords());
    }
    if (thing.attestations().isEmpty()) {
      paragraphs.add(
          (thing.isDerived() ? "derived " : "no source is recorded ")
              + Words.graphs(thing.graphs()));
    }
    paragraphs.addAll(origins(thing));
    return new Branch(paragraphs, reasons(thing));
  }

  private static List<String> origins(Thing thing) {
    List<String> paragraphs = new ArrayList<>();
    for (Attestation attestation : thing.attestations()) {
      paragraphs.add(
          "source: "
              + Words.origin(attestation)
              + " "
              + Words.graphs(List.of(attestation.graph())));
      attestation.quotes().forEach(quote -> paragraphs.add("quote: " + Words.quoted(quote)));
      attestation.gists().forEach(gist -> paragraphs.add("gist: " + gist));
    }
    return paragraphs;
  }

  private void addConclusions(boolean direct, String heading, List<Branch> to) {
    List<Branch> branches =
        explanation.conclusions().stream()
            .filter(conclusion -> conclusion.direct() == direct)
            .map(TextTree::conclusion)
            .toList();
    if (!branches.isEmpty()) {
      String count = branches.size() == 1 ? "1 conclusion " : branches.size() + " conclusions ";
      to.add(
          new Branch(
              List.of(
                  count
                      + (branches.size() == 1 ? heading : heading.replaceFirst("^rests", "rest"))),
              branches));
    }
  }

  private static Branch conclusion(Conclusion conclusion) {
    int left = conclusion.reasonsLeft();
    return new Branch(
        List.of(
            conclusion.label(),
            (conclusion.falls()
                    ? "would fall, has no other reason"
                    : "would stay for " + left + (left == 1 ? " other reason" : " other reasons"))
                + "; "
                + conclusion.rules().stream()
                    .map(rule -> Words.quoted(rule.label()))
                    .collect(Collectors.joining(", "))),
        List.of());
  }
}
