package org.casus.reconciliation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casus.reconciliation.Candidate.Feature;
import org.casus.reconciliation.Condition.Quantifier;
import org.casus.reconciliation.Condition.Target;
import org.casus.reconciliation.Condition.Wanted;

/**
 * Finds and scores candidates.
 *
 * <p><b>Score.</b> Each condition gives 0 to 1: a name its {@link Likeness}, an identifier 0 or 1,
 * a property 1 where it agrees, 0 where it contradicts, and one half where no value is recorded,
 * since absence is no denial. The score is the mean in hundredths, to which a property counts a
 * quarter of a name. An entity that is not of the type asked for keeps seven tenths of it; where no
 * type is asked for, a work keeps nine, since its title is often the name of what it is about.
 *
 * <p><b>Match.</b> Only the first candidate is certain, and only if it is of the type asked for,
 * has the name or identifier that was asked for (in whatever script and spelling), no property
 * contradicts, and the next candidate is at least ten points behind. A name of fewer than four
 * letters is certain only together with a type or a property that agrees.
 */
final class Matcher {
  private static final double PROPERTY_WEIGHT = 0.25;
  private static final double UNKNOWN = 0.5;
  private static final double LEAST_REQUIRED = 0.5;
  private static final double OTHER_TYPE = 0.7;
  private static final double WORK = 0.9;
  private static final double LEAD = 10;
  private static final int SHORT_NAME = 4;

  private final Authority authority;

  Matcher(Authority authority) {
    this.authority = authority;
  }

  /**
   * A condition, prepared.
   *
   * @param found what it names; empty for properties
   * @param property empty for other conditions, and if there is no such property
   * @param hints the values that the property should have
   * @param isShort whether a name is too short to tell much
   */
  private record Sought(
      Condition condition,
      Map<Entity, Likeness> found,
      Optional<Property> property,
      List<Hint> hints,
      boolean isShort) {}

  /**
   * A candidate before it is compared with the others.
   *
   * @param candidate its match tells whether it is certain, if it leads
   * @param label whether it has the name that was asked for as its label
   */
  private record Scored(Candidate candidate, boolean label) {}

  /** The candidates for a query, the best first. */
  List<Candidate> match(Query query) {
    List<Sought> all = query.conditions().stream().map(this::seek).toList();
    Set<String> asked = new LinkedHashSet<>();
    query.types().forEach(id -> authority.types().find(id).ifPresent(type -> asked.add(type.id())));
    boolean anyType = query.types().isEmpty();
    List<Scored> scored = new ArrayList<>();
    for (Entity entity : pool(all)) {
      boolean ofType = anyType || asked.stream().anyMatch(entity::is);
      if (ofType || !query.strict()) {
        score(entity, all, anyType, ofType).ifPresent(scored::add);
      }
    }
    scored.sort(
        Comparator.comparingDouble((Scored each) -> -each.candidate().score())
            .thenComparing(each -> !each.label())
            .thenComparing(each -> Types.order(each.candidate().entity()))
            .thenComparing(each -> each.candidate().entity().id()));
    boolean leads =
        scored.size() < 2
            || scored.get(0).candidate().score() - scored.get(1).candidate().score() >= LEAD;
    List<Candidate> candidates = new ArrayList<>();
    for (Scored each : scored.subList(0, Math.min(query.limit(), scored.size()))) {
      candidates.add(
          leads && candidates.isEmpty() ? each.candidate() : each.candidate().uncertain());
    }
    return candidates;
  }

  private Sought seek(Condition condition) {
    if (condition.target() == Target.PROPERTY) {
      return new Sought(
          condition,
          Map.of(),
          Property.find(condition.property()),
          condition.values().stream().map(wanted -> Hint.of(wanted, authority)).toList(),
          false);
    }
    List<Map<Entity, Likeness>> each =
        condition.values().stream().map(wanted -> named(condition.target(), wanted)).toList();
    Map<Entity, Likeness> together = new LinkedHashMap<>();
    each.forEach(together::putAll);
    together.replaceAll(
        (entity, any) ->
            each.stream()
                .map(found -> found.getOrDefault(entity, Likeness.NONE))
                .reduce(condition.quantifier() == Quantifier.ALL ? Likeness::and : Likeness::or)
                .orElse(Likeness.NONE));
    boolean isShort =
        condition.target() == Target.NAME && condition.values().stream().anyMatch(this::isShort);
    return new Sought(condition, together, Optional.empty(), List.of(), isShort);
  }

  private boolean isShort(Wanted wanted) {
    return wanted.id().isEmpty()
        && NameIndex.letters(wanted.text()) < SHORT_NAME
        && authority.identified(wanted.text()).isEmpty();
  }

  private Map<Entity, Likeness> named(Target target, Wanted wanted) {
    if (target == Target.NAME && wanted.id().isEmpty()) {
      return authority.search(wanted.text());
    }
    Map<Entity, Likeness> found = new LinkedHashMap<>();
    authority
        .identified(wanted.id().isEmpty() ? wanted.text() : wanted.id())
        .ifPresent(entity -> found.put(entity, Likeness.IDENTIFIER));
    return found;
  }

  /**
   * What is named, and what has a property that identifies; if nothing is named, what has any of
   * the properties.
   */
  private Collection<Entity> pool(List<Sought> all) {
    Set<Entity> pool = new LinkedHashSet<>();
    boolean named = all.stream().anyMatch(sought -> sought.condition().finds());
    for (Sought sought : all) {
      if (sought.condition().finds()) {
        pool.addAll(sought.found().keySet());
      } else if (sought.condition().quantifier() != Quantifier.NONE
          && sought.property().filter(found -> !named || found.identifies()).isPresent()) {
        authority.entities().stream()
            .filter(entity -> agreement(entity, sought) == 1)
            .forEach(pool::add);
      }
    }
    return pool;
  }

  private Optional<Scored> score(Entity entity, List<Sought> all, boolean anyType, boolean ofType) {
    Tally tally = new Tally();
    tally.confirmed = !anyType;
    for (Sought sought : all) {
      double value =
          sought.condition().target() == Target.PROPERTY
              ? tally.property(sought, agreement(entity, sought))
              : tally.name(sought, sought.found().getOrDefault(entity, Likeness.NONE));
      if (sought.condition().required() && !isFulfilled(sought.condition(), value)) {
        return Optional.empty();
      }
    }
    tally.add(new Feature("type", "Of the type asked for", ofType ? 1 : 0));
    double share = anyType && entity.is(Types.SOURCE) ? WORK : 1;
    if (!ofType) {
      share = OTHER_TYPE;
    }
    return Optional.of(
        new Scored(
            new Candidate(
                entity,
                rounded(100 * share * tally.sum / tally.weights),
                ofType && tally.isCertain(),
                List.copyOf(tally.features.values())),
            tally.label));
  }

  private static double rounded(double number) {
    return Math.round(100 * number) / 100.0;
  }

  private static boolean isFulfilled(Condition condition, double value) {
    return condition.target() == Target.PROPERTY ? value == 1 : value >= LEAST_REQUIRED;
  }

  /** 1 if the values of an entity are as a condition wants them, 0 if not, between if unknown. */
  private double agreement(Entity entity, Sought sought) {
    List<Value> values =
        sought.property().map(property -> authority.values(entity, property)).orElse(List.of());
    if (values.isEmpty()) {
      return UNKNOWN;
    }
    long fitting =
        sought.hints().stream()
            .filter(hint -> values.stream().anyMatch(value -> hint.fits(value, authority)))
            .count();
    boolean fulfilled =
        switch (sought.condition().quantifier()) {
          case ANY -> fitting > 0;
          case ALL -> fitting == sought.hints().size();
          case NONE -> fitting == 0;
        };
    return fulfilled ? 1 : 0;
  }

  /** What the conditions say of one entity together. */
  private static final class Tally {
    private final Map<String, Feature> features = new LinkedHashMap<>();
    private double sum;
    private double weights;
    private boolean named;
    private boolean label;
    private boolean contradicted;
    private boolean confirmed;
    private boolean shortName;

    double property(Sought sought, double value) {
      Condition condition = sought.condition();
      boolean agrees = value == 1 && condition.quantifier() != Quantifier.NONE;
      confirmed |= agrees;
      named |= agrees && sought.property().map(Property::identifies).orElse(false);
      contradicted |= value == 0;
      add(
          new Feature(
              "property:" + condition.property(),
              "Agreement in " + sought.property().map(Property::name).orElse(condition.property()),
              value));
      sum += PROPERTY_WEIGHT * value;
      weights += PROPERTY_WEIGHT;
      return value;
    }

    double name(Sought sought, Likeness likeness) {
      Condition condition = sought.condition();
      boolean unwanted = condition.quantifier() == Quantifier.NONE;
      double value = unwanted ? 1 - likeness.value() : likeness.value();
      named |= !unwanted && likeness.same();
      label |= !unwanted && likeness.label();
      contradicted |= unwanted == likeness.same();
      boolean isName = condition.target() == Target.NAME;
      shortName |= sought.isShort();
      add(
          new Feature(
              isName ? "name" : "id",
              isName ? "Likeness of the name" : "Agreement of the identifier",
              rounded(value)));
      sum += value;
      weights += 1;
      return value;
    }

    /** Of several conditions on one property the least agreement is told. */
    void add(Feature feature) {
      features.merge(
          feature.id(), feature, (one, other) -> other.value() < one.value() ? other : one);
    }

    boolean isCertain() {
      return named && !contradicted && (confirmed || !shortName);
    }
  }
}
