package org.casus.inference;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.casus.vocab.Casus;

/**
 * A rule written as a SPARQL CONSTRUCT query: each solution of its pattern is one reason for the
 * triples of its template. Blank nodes in the template would differ from build to build and are
 * refused when the file is read.
 */
record ConstructRule(
    RuleHeader header, Query query, Query pattern, List<Var> variables, RuleTerms terms)
    implements RuleFile {

  /** What {@link RuleHeader#inForce} finds. */
  private static final Var CERTAINTY = Var.alloc("certainty");

  /**
   * Reads a rule from the text of its file.
   *
   * @throws IllegalArgumentException if header or query are faulty, or the header speaks of a
   *     variable that the query does not have
   */
  static ConstructRule parse(String text) {
    RuleHeader header = RuleHeader.parse(text);
    try {
      Query query = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
      if (!query.isConstructType()) {
        throw new IllegalArgumentException("the rule is no CONSTRUCT query");
      }
      boolean blank =
          query.getConstructTemplate().getTriples().stream()
              .anyMatch(triple -> triple.getSubject().isBlank() || triple.getObject().isBlank());
      if (blank) {
        throw new IllegalArgumentException("the CONSTRUCT template has a blank node; mint an IRI");
      }
      Query pattern = select(query.getQueryPattern());
      for (String variable : header.variables()) {
        if (!pattern.getResultVars().contains(variable)) {
          throw new IllegalArgumentException(
              "the header speaks of ?" + variable + ", which the pattern does not bind");
        }
      }
      if (header.inForce().isPresent() && pattern.getProjectVars().contains(CERTAINTY)) {
        throw new IllegalArgumentException(
            "the pattern binds ?certainty, which the line “# In force” stands for");
      }
      if (!OpVars.fixedVars(Algebra.compile(pattern))
          .containsAll(header.inForce().map(Var::alloc).stream().toList())) {
        throw new IllegalArgumentException(
            "the line “# In force” names a variable that is not bound in every solution");
      }
      if (header.support().isEmpty()) {
        throw new IllegalArgumentException(
            "the header lacks the line “# Support: ?premise …”, so that no reason could be told");
      }
      RuleTerms terms = RuleTerms.of(query);
      if (terms.concluded().stream().anyMatch(Periods.TERMS::contains)) {
        throw new IllegalArgumentException(
            "the CONSTRUCT template tells dates or sources, which periods are read from; name the"
                + " things on which a period depends in the lines “# During” and “# Within”");
      }
      return new ConstructRule(header, query, pattern, variables(header, query, pattern), terms);
    } catch (QueryException e) {
      throw new IllegalArgumentException("the query is no SPARQL 1.1: " + e.getMessage(), e);
    }
  }

  /** The variables that header and template speak of, and that have values. */
  private static List<Var> variables(RuleHeader header, Query query, Query pattern) {
    Set<String> spokenOf = new TreeSet<>(header.variables());
    query.getConstructTemplate().getTriples().stream()
        .flatMap(
            triple -> Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject()))
        .filter(Node::isVariable)
        .forEach(variable -> spokenOf.add(variable.getName()));
    return Stream.concat(
            pattern.getProjectVars().stream(), header.inForce().map(any -> CERTAINTY).stream())
        .filter(variable -> spokenOf.contains(variable.getVarName()))
        .sorted(Comparator.comparing(Var::getVarName))
        .toList();
  }

  /**
   * Hands on all ways in which the rule fires; those whose periods have no day in common do not
   * count.
   */
  void fire(Graph graph, Periods periods, Consumer<Firing> out) {
    try (QueryExec execution = QueryExec.graph(graph).query(timed(periods)).build()) {
      execution.select().forEachRemaining(row -> firing(row, periods).ifPresent(out));
    }
  }

  /** The pattern with what the header says of time, so that what fails it is left early. */
  private Query timed(Periods periods) {
    ElementGroup group = new ElementGroup();
    for (String variable : header.dated()) {
      group.addElement(new ElementFilter(TimeCondition.dated(periods, Var.alloc(variable))));
    }
    header
        .inForce()
        .ifPresent(
            thing ->
                group.addElement(
                    new ElementFilter(
                        TimeCondition.inForce(
                            periods, Var.alloc(thing), Var.varList(header.moment())))));
    Set<Var> bound = OpVars.fixedVars(Algebra.compile(pattern));
    List<Var> timed =
        header.during().stream().map(Var::alloc).distinct().filter(bound::contains).toList();
    for (int number = 2; number <= timed.size(); number++) {
      group.addElement(new ElementFilter(TimeCondition.common(periods, timed.subList(0, number))));
    }
    // Conditions are asked in the order in which they stand, and time costs less than NOT EXISTS.
    Element whole = pattern.getQueryPattern();
    if (whole instanceof ElementGroup parts) {
      parts.getElements().forEach(group::addElement);
    } else {
      group.addElement(whole);
    }
    return select(group);
  }

  /** Whether it looks at the periods of things. */
  boolean looksAtTime() {
    return !header.timed().isEmpty()
        || terms.inquired().anyMatch(asked -> Periods.OF_RECORDS.contains(asked.term()));
  }

  /** The properties that it tells of a record of an earlier layer; none if it tells of no such. */
  Set<Node> told() {
    return query.getConstructTemplate().getTriples().stream()
        .filter(
            triple ->
                triple.getSubject().isVariable()
                    && header.subject().filter(triple.getSubject().getName()::equals).isPresent())
        .map(Triple::getPredicate)
        .collect(Collectors.toSet());
  }

  /**
   * Whether it may find what another rule concludes.
   *
   * @param all all rules, among them those that tell of the same records as the other
   */
  boolean asksForWhat(ConstructRule other, Collection<ConstructRule> all) {
    Set<Node> told = other.toldOfItsRecords(all);
    Set<Node> follows = other.follows();
    return terms.wanted().stream()
        .filter(wanted -> follows.contains(wanted.term()))
        .anyMatch(wanted -> !other.tellsOfItsRecordOnly() || wanted.mayBeToldOf(told));
  }

  /** The terms that any rule may tell of the records that this one concludes or tells more of. */
  Set<Node> toldOfItsRecords(Collection<ConstructRule> all) {
    return Stream.concat(
            Layer.TOLD_OF_RECORDS.stream(),
            all.stream()
                .filter(rule -> rule.mayTellOfTheRecordsOf(this))
                .flatMap(rule -> rule.terms.concluded().stream()))
        .collect(Collectors.toSet());
  }

  /** The terms of all that follows when it fires: what it concludes, and what the engine adds. */
  Set<Node> follows() {
    return Stream.concat(
            terms.concluded().stream(),
            header.isTimeBound()
                ? Stream.concat(Periods.OF_RECORDS.stream(), Stream.of(Casus.CERTAINTY))
                : Stream.empty())
        .collect(Collectors.toSet());
  }

  /** Which kind of record a rule means that tells more of one is not known here. */
  private boolean mayTellOfTheRecordsOf(ConstructRule other) {
    return header.kind().isEmpty()
        || other.header.kind().isEmpty()
        || header.kind().equals(other.header.kind())
        || !tellsOfItsRecordOnly();
  }

  /** Whether all that it concludes is told of a record that a rule concludes. */
  boolean tellsOfItsRecordOnly() {
    Optional<String> own = header.kind().map(any -> RuleHeader.RECORD).or(header::subject);
    return query.getConstructTemplate().getTriples().stream()
        .allMatch(
            triple ->
                triple.getSubject().isVariable()
                    && own.filter(triple.getSubject().getName()::equals).isPresent());
  }

  /**
   * Whether the record of which it tells more is one that rules conclude, as far as the pattern
   * says: that it has something that they tell.
   */
  boolean tellsMoreOfARecord(Collection<ConstructRule> all) {
    Set<Node> told =
        all.stream()
            .filter(rule -> rule.header.kind().isPresent() || rule.header.subject().isPresent())
            .filter(rule -> rule != this)
            .flatMap(rule -> rule.terms.concluded().stream())
            .collect(Collectors.toSet());
    return header
        .subject()
        .map(Var::alloc)
        .filter(
            subject ->
                terms.requiredOf().getOrDefault(subject, Set.of()).stream()
                    .noneMatch(told::contains))
        .isEmpty();
  }

  private static Query select(Element pattern) {
    Query query = QueryFactory.make();
    query.setQuerySelectType();
    query.setQueryResultStar(true);
    query.setQueryPattern(pattern);
    query.resetResultVars();
    return query;
  }

  private Optional<Firing> firing(Binding row, Periods periods) {
    Binding known = row;
    if (header.inForce().isPresent()) {
      Solution found = new Solution(variables, row);
      Optional<Certainty> certainty =
          periods.inForce(found.require(header.inForce().get()), found.all(header.moment()));
      if (certainty.isEmpty()) {
        return Optional.empty();
      }
      known = BindingFactory.binding(row, CERTAINTY, certainty.get().concept());
    }
    Solution solution = new Solution(variables, known);
    Span span = null;
    if (header.isTimeBound()) {
      span = Span.ALWAYS;
      for (Node thing : solution.all(header.during())) {
        span = span.intersect(periods.of(thing));
      }
      for (Node thing : solution.all(header.within())) {
        span = span.intersect(periods.limits(thing));
      }
      if (span.isEmpty()) {
        return Optional.empty();
      }
      span = span.tightened();
    }
    return Optional.of(new Firing(this, solution, span));
  }
}
