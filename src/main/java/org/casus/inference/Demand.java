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
        public Dated ofPeriods() {
          return Dated.ALL;
        }
      };

  /** Of which records rules may look at the period. */
  enum Dated {
    NONE,

    /** Of those of which something else may be asked for, too. */
    OF_WHAT_IS_ASKED_FOR,
    ALL
  }

  /**
   * What of a record may be asked for.
   *
   * @param rule one that concludes it
   * @param record what is concluded of it, but for its period and label
   */
  Predicate<Triple> of(ConstructRule rule, Supplier<List<Triple>> record);

  /** Of which records periods may be asked for. */
  Dated ofPeriods();

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
    Dated ofPeriods = ofPeriods(askingForPeriods);
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
      public Dated ofPeriods() {
        return ofPeriods;
      }
    };
  }

  /**
   * Of which records rules may ask for the periods. What a header names is found by the pattern, so
   * that a record of which nothing is asked for is none of it; a pattern that asks for dates finds
   * any.
   */
  private static Dated ofPeriods(Collection<ConstructRule> asking) {
    if (asking.stream().anyMatch(ConstructRule::asksForDates)) {
      return Dated.ALL;
    }
    return asking.stream().anyMatch(ConstructRule::looksAtTime)
        ? Dated.OF_WHAT_IS_ASKED_FOR
        : Dated.NONE;
  }
}
