package org.casus.wikidata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.casus.model.DatePrecision;
import org.casus.model.EdtfDate;

/**
 * How much speaks for an entity and an item being the same, from 0 to 1, with the reasons in words.
 * A name alone gives at most 0.6; class, country, offices, dates and place add to it where they
 * agree, and take more away where they contradict. What one side does not tell counts neither way.
 * A class contradicts if the ontology says that nothing is a member of both. Names of three words
 * and more count for more, since few things share them; those of persons do not, and that persons
 * are human adds little, since many bear the same name.
 *
 * @param entity the thing of Casus
 * @param item the item
 * @param score from 0 to 1
 * @param reasons what spoke for and against
 */
record Comparison(Entity entity, Item item, double score, List<Reason> reasons) {

  /** What was compared. */
  enum Aspect {
    NAME,
    CLASS,
    COUNTRY,
    OFFICE,
    DATE,
    PLACE
  }

  /**
   * Something that speaks for or against.
   *
   * @param aspect what was compared
   * @param contradicts whether the two cannot both be right
   * @param text what was found, a phrase
   */
  record Reason(Aspect aspect, boolean contradicts, String text) {}

  private static final double LABEL = 0.60;
  private static final double ALIAS = 0.55;
  private static final double OTHER_SPELLING = 0.03;
  private static final double LONG_NAME = 0.15;
  private static final int LONG_NAME_WORDS = 3;

  /** Below this likeness two names are two names. */
  private static final double LEAST_LIKENESS = 0.8;

  private static final double CLASS = 0.15;
  private static final double BROADER_CLASS = 0.05;
  private static final double OTHER_CLASS = -0.50;
  private static final double COUNTRY = 0.15;
  private static final double OTHER_COUNTRY = -0.30;
  private static final double OFFICE = 0.15;
  private static final double OFFICE_AND_TIME = 0.30;
  private static final double OFFICE_AT_OTHER_TIME = -0.15;
  private static final double DAY = 0.25;
  private static final double MONTH_OR_YEAR = 0.15;
  private static final double OTHER_DATE = -0.40;
  private static final double ONE_OTHER_DATE = -0.10;
  private static final double NEAR = 0.20;
  private static final double FAR = -0.40;
  private static final double NEAR_KM = 30;
  private static final double FAR_KM = 200;

  /**
   * Compares an entity with an item.
   *
   * @param known which countries and offices are which items
   * @param labels names of other entities, for countries and offices that are not linked
   */
  static Comparison of(
      Entity entity, Item item, KnownLinks known, Function<String, Optional<Entity>> labels) {
    Tally tally = new Tally(entity, item, known, labels);
    boolean named = tally.names();
    tally.classes();
    tally.countries();
    tally.offices();
    tally.dates();
    tally.place();
    return new Comparison(
        entity,
        item,
        named ? Math.round(100 * Math.max(0, Math.min(1, tally.score))) / 100.0 : 0,
        List.copyOf(tally.reasons));
  }

  private static final class Tally {
    private final Entity entity;
    private final Item item;
    private final KnownLinks known;
    private final Function<String, Optional<Entity>> entities;
    private final List<Reason> reasons = new ArrayList<>();
    private double score;

    Tally(Entity entity, Item item, KnownLinks known, Function<String, Optional<Entity>> entities) {
      this.entity = entity;
      this.item = item;
      this.known = known;
      this.entities = entities;
    }

    private void agrees(Aspect aspect, double points, String text) {
      score += points;
      reasons.add(new Reason(aspect, false, text));
    }

    private void contradicts(Aspect aspect, double points, String text) {
      score += points;
      reasons.add(new Reason(aspect, true, text));
    }

    boolean names() {
      record Pair(Name ours, Name theirs, double points) {}
      Optional<Pair> best =
          entity.names().stream()
              .flatMap(
                  ours ->
                      item.names().stream()
                          .map(theirs -> new Pair(ours, theirs, points(ours, theirs))))
              .filter(pair -> pair.points > 0)
              .max(Comparator.comparingDouble(Pair::points));
      best.ifPresent(
          pair ->
              agrees(
                  Aspect.NAME,
                  pair.points + (isLong(pair.ours) ? LONG_NAME : 0),
                  (pair.theirs.preferred() ? "label" : "alias")
                      + " “"
                      + pair.theirs.text()
                      + "”"
                      + (pair.ours.text().equals(pair.theirs.text())
                          ? ""
                          : ", here “" + pair.ours.text() + "”")));
      if (best.isEmpty()) {
        contradicts(Aspect.NAME, 0, "name contradicts: " + item.label());
      }
      return best.isPresent();
    }

    private boolean isLong(Name name) {
      return entity.group() != Entity.Group.PERSON
          && name.folded().split(" ").length >= LONG_NAME_WORDS;
    }

    private static double points(Name ours, Name theirs) {
      double most = theirs.preferred() ? LABEL : ALIAS;
      if (ours.text().equals(theirs.text())) {
        return most;
      }
      if (ours.folded().equals(theirs.folded())) {
        return most - OTHER_SPELLING;
      }
      double likeness = ours.likeness(theirs);
      return likeness < LEAST_LIKENESS ? 0 : (most - OTHER_SPELLING) * likeness;
    }

    void classes() {
      String of = String.join(", ", item.classLabels());
      for (int i = 0; i < entity.classes().size(); i++) {
        if (entity.classes().get(i).stream().anyMatch(item.classes()::contains)) {
          boolean telling = i == 0 && entity.group() != Entity.Group.PERSON;
          agrees(Aspect.CLASS, telling ? CLASS : BROADER_CLASS, "class agrees: " + of);
          return;
        }
      }
      if (entity.otherClasses().stream().anyMatch(item.classes()::contains)) {
        contradicts(Aspect.CLASS, OTHER_CLASS, "class contradicts: " + of);
      }
    }

    void countries() {
      if (entity.countries().isEmpty() || item.countries().isEmpty()) {
        return;
      }
      String of = String.join(", ", item.countries().values());
      if (entity.countries().stream().anyMatch(this::isCountryOfItem)) {
        agrees(Aspect.COUNTRY, COUNTRY, "country agrees: " + of);
      } else if (entity.group() != Entity.Group.PERSON) {
        // Persons serve one state and are citizens of another.
        contradicts(Aspect.COUNTRY, OTHER_COUNTRY, "country contradicts: " + of);
      }
    }

    private boolean isCountryOfItem(String country) {
      return known
          .item(country)
          .map(qid -> item.countries().containsKey(qid))
          .orElseGet(
              () -> item.countries().values().stream().anyMatch(label -> isNameOf(country, label)));
    }

    private boolean isNameOf(String other, String label) {
      Name name = new Name(label, "", true);
      return entities.apply(other).stream()
          .flatMap(named -> named.names().stream())
          .anyMatch(ours -> ours.folded().equals(name.folded()));
    }

    void offices() {
      record Pair(Agreement agreement, Item.Holding theirs) {}
      Optional<Pair> best =
          entity.offices().stream()
              .flatMap(
                  ours ->
                      item.positions().stream()
                          .filter(theirs -> isSameOffice(ours, theirs))
                          .map(theirs -> new Pair(compare(ours, theirs), theirs)))
              .min(Comparator.comparing(Pair::agreement));
      best.ifPresent(
          pair -> {
            String office =
                pair.theirs.label()
                    + pair.theirs.start().map(day -> " from " + day.text()).orElse("");
            switch (pair.agreement) {
              case YES ->
                  agrees(
                      Aspect.OFFICE,
                      OFFICE_AND_TIME,
                      "held the same office at the same time: " + office);
              case UNKNOWN -> agrees(Aspect.OFFICE, OFFICE, "held the same office: " + office);
              case NO ->
                  contradicts(
                      Aspect.OFFICE,
                      OFFICE_AT_OTHER_TIME,
                      "date contradicts: held the same office at another time, " + office);
            }
          });
    }

    private boolean isSameOffice(Entity.HeldOffice ours, Item.Holding theirs) {
      return known
          .item(ours.office())
          .map(theirs.position()::equals)
          .orElseGet(() -> isNameOf(ours.office(), theirs.label()));
    }

    /** A tenure here may be several statements there, so that it is enough that they overlap. */
    private static Agreement compare(Entity.HeldOffice ours, Item.Holding theirs) {
      if (ours.start().isEmpty() || theirs.start().isEmpty()) {
        return Agreement.UNKNOWN;
      }
      boolean apart = isBefore(ours.end(), theirs.start()) || isBefore(theirs.end(), ours.start());
      return apart ? Agreement.NO : Agreement.YES;
    }

    private static boolean isBefore(Optional<EdtfDate> one, Optional<EdtfDate> other) {
      return one.isPresent() && other.isPresent() && other.get().isAfter(one.get());
    }

    void dates() {
      double agreement = 0;
      List<String> agreeing = new ArrayList<>();
      List<String> contradicting = new ArrayList<>();
      for (Item.Dated ours : entity.dates()) {
        List<EdtfDate> theirs =
            item.dates().stream()
                .filter(date -> isSameMoment(date.moment(), ours.moment()))
                .map(Item.Dated::date)
                .toList();
        Optional<EdtfDate> overlapping =
            theirs.stream()
                .filter(date -> !date.isAfter(ours.date()) && !ours.date().isAfter(date))
                .findFirst();
        if (overlapping.isPresent()) {
          boolean isDay =
              overlapping.get().precision() == DatePrecision.DAY
                  && ours.date().precision() == DatePrecision.DAY;
          agreement = Math.max(agreement, isDay ? DAY : MONTH_OR_YEAR);
          agreeing.add(overlapping.get().text());
        } else {
          theirs.forEach(date -> contradicting.add(date.text()));
        }
      }
      if (!agreeing.isEmpty()) {
        agrees(Aspect.DATE, agreement, "date agrees: " + String.join(", ", agreeing));
      }
      if (!contradicting.isEmpty()) {
        contradicts(
            Aspect.DATE,
            agreeing.isEmpty() ? OTHER_DATE : ONE_OTHER_DATE,
            "date contradicts: " + String.join(", ", contradicting));
      }
    }

    /** What happens on one day has a start for some and a point in time for others. */
    private static boolean isSameMoment(Item.Moment theirs, Item.Moment ours) {
      return theirs == ours
          || theirs == Item.Moment.TIME && ours == Item.Moment.START
          || theirs == Item.Moment.START && ours == Item.Moment.TIME;
    }

    void place() {
      if (entity.point().isEmpty() || item.point().isEmpty()) {
        return;
      }
      double distance = entity.point().get().kilometresTo(item.point().get());
      String told = String.format(Locale.ROOT, "%.0f km apart", distance);
      if (distance <= NEAR_KM) {
        agrees(Aspect.PLACE, NEAR, "place agrees: " + told);
      } else if (distance >= FAR_KM) {
        contradicts(Aspect.PLACE, FAR, "place contradicts: " + told);
      }
    }
  }

  /** Whether two tenures are of the same time; what says most stands first. */
  private enum Agreement {
    YES,
    UNKNOWN,
    NO
  }

  /** The reasons in words. */
  List<String> words() {
    return reasons.stream().map(Reason::text).toList();
  }

  /** The best first. */
  static Comparator<Comparison> bestFirst() {
    return Comparator.comparingDouble((Comparison any) -> -any.score)
        .thenComparingLong(any -> Long.parseLong(any.item.id().substring(1)));
  }
}
