package org.casus.inference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.casus.inference.RuleTerms.Wanted;

/**
 * What rules may still ask for, of what is concluded of records. The rest need not be among the
 * facts: of a hundred thousand records that follow from a data set, a rule asks for some.
 */
interface Demand {

  /** All of it. */
  Demand EVERYTHING =
      new Demand() {
        @Override
        public Predicate<Triple> of(ConstructRule rule, Supplier<List<Triple>> record) {
          return triple -> true;
        }

        @Override
        public boolean ofPeriods() {
          return true;
        }
      };

  /**
   * What of a record may be asked for.
   *
   * @param rule one that concludes it
   * @param record what is concluded of it, but for its period and label
   */
  Predicate<Triple> of(ConstructRule rule, Supplier<List<Triple>> record);

  /** Whether periods may be asked for. */
  boolean ofPeriods();

  /**
   * The demand of rules.
   *
   * @param asking those that are yet to run
   * @param ofPeriods whether one of them may ask for periods
   * @param byValue whether all that is concluded of a record now is known when it is asked
   * @param all all rules there are, which may tell more of a record
   */
  static Demand of(
      Collection<ConstructRule> asking,
      boolean ofPeriods,
      boolean byValue,
      Collection<ConstructRule> all) {
    Set<Wanted> wanted =
        asking.stream()
            .map(ConstructRule::terms)
            .flatMap(
                terms ->
                    Stream.concat(
                        terms.wanted().stream(), terms.denied().stream().map(Wanted::ofAnything)))
            .filter(term -> !Periods.OF_RECORDS.contains(term.term()))
            .collect(Collectors.toSet());
    Set<Node> toldLater =
        Stream.concat(
                Layer.TOLD_OF_RECORDS.stream(),
                all.stream()
                    .filter(rule -> rule.header().kind().isEmpty() || !rule.tellsOfItsRecordOnly())
                    .flatMap(rule -> rule.terms().concluded().stream()))
            .collect(Collectors.toSet());
    Map<ConstructRule, List<Wanted>> ofRule = new HashMap<>();
    return new Demand() {
      @Override
      public Predicate<Triple> of(ConstructRule rule, Supplier<List<Triple>> record) {
        List<Wanted> possible = ofRule.computeIfAbsent(rule, this::possible);
        if (possible.isEmpty()) {
          return triple -> false;
        }
        List<Triple> told = new ArrayList<>();
        if (possible.stream().anyMatch(term -> !term.fixed().isEmpty())) {
          told.addAll(record.get());
        }
        Set<Node> terms = new HashSet<>();
        for (Wanted term : possible) {
          if (!byValue
              || !rule.tellsOfItsRecordOnly()
              || term.fixed().stream()
                  .allMatch(fixed -> toldLater.contains(fixed.property()) || fixed.isAmong(told))) {
            terms.add(term.term());
          }
        }
        return triple -> RuleTerms.of(triple).stream().anyMatch(terms::contains);
      }

      private List<Wanted> possible(ConstructRule rule) {
        Set<Node> told = rule.toldOfItsRecords(all);
        return wanted.stream()
            .filter(term -> !rule.tellsOfItsRecordOnly() || term.mayBeToldOf(told))
            .toList();
      }

      @Override
      public boolean ofPeriods() {
        return ofPeriods;
      }
    };
  }
}
