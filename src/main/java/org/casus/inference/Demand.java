package org.casus.inference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
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
        public boolean ofPeriod(ConstructRule rule, boolean asked) {
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

  /**
   * Whether the period of a record may be asked for. What a header names is found by the pattern,
   * so that a record of which nothing is asked for is none of it; a pattern that asks for dates may
   * find a record by these alone.
   *
   * @param rule one that concludes it
   * @param asked whether something else of the record may be asked for
   */
  boolean ofPeriod(ConstructRule rule, boolean asked);

  /**
   * The demand of rules.
   *
   * @param asking those that are yet to run
   * @param askingForPeriods those of them that are handed periods, which those of the same layer
   *     are not
   * @param byValue whether all that is concluded of a record now is known when it is asked
   * @param all all rules there are, which may tell more of a record
   */
  static Demand of(
      Collection<ConstructRule> asking,
      Collection<ConstructRule> askingForPeriods,
      boolean byValue,
      Collection<ConstructRule> all) {
    Set<Wanted> wanted =
        inquired(asking)
            .filter(term -> !Periods.OF_RECORDS.contains(term.term()))
            .collect(Collectors.toSet());
    Set<Wanted> dates =
        inquired(askingForPeriods)
            .filter(term -> Periods.OF_RECORDS.contains(term.term()))
            .collect(Collectors.toSet());
    Set<Node> toldLater =
        Stream.concat(
                Layer.TOLD_OF_RECORDS.stream(),
                all.stream()
                    .filter(rule -> rule.header().kind().isEmpty() || !rule.tellsOfItsRecordOnly())
                    .flatMap(rule -> rule.terms().concluded().stream()))
            .collect(Collectors.toSet());
    boolean timed = askingForPeriods.stream().anyMatch(ConstructRule::looksAtTime);
    // Each time to compute a hash code of all that a rule says would take longer than the answer.
    Map<ConstructRule, List<Wanted>> ofRule = new IdentityHashMap<>();
    Map<ConstructRule, Boolean> dated = new IdentityHashMap<>();
    return new Demand() {
      @Override
      public Predicate<Triple> of(ConstructRule rule, Supplier<List<Triple>> record) {
        List<Wanted> possible = ofRule.computeIfAbsent(rule, any -> possible(any, wanted));
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

      @Override
      public boolean ofPeriod(ConstructRule rule, boolean asked) {
        return asked && timed
            || dated.computeIfAbsent(rule, any -> !possible(any, dates).isEmpty());
      }

      private List<Wanted> possible(ConstructRule rule, Set<Wanted> wanted) {
        Set<Node> told = rule.toldOfItsRecords(all);
        return wanted.stream()
            .filter(term -> !rule.tellsOfItsRecordOnly() || term.mayBeToldOf(told))
            .toList();
      }
    };
  }

  private static Stream<Wanted> inquired(Collection<ConstructRule> rules) {
    return rules.stream().flatMap(rule -> rule.terms().inquired());
  }
}
