package org.casus.wikidata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.casus.model.Actor;
import org.casus.model.Agreement;
import org.casus.model.EdtfDate;
import org.casus.model.EntityName;
import org.casus.model.Event;
import org.casus.model.Office;
import org.casus.model.Period;
import org.casus.model.Place;
import org.casus.model.TableRow;
import org.casus.model.Tenure;
import org.casus.model.Theory;
import org.casus.model.WikidataLink;
import org.casus.ontology.Ontology;
import org.casus.source.CuratedData;
import org.casus.vocab.Casus;

/** Reads from the tables what can be looked for on Wikidata. */
final class Entities {

  private final CuratedData data;
  private final Ontology ontology;
  private final Map<String, List<Name>> names = new HashMap<>();
  private final Map<String, Office> offices = new HashMap<>();
  private final Map<String, List<Tenure>> tenures = new HashMap<>();

  /** The items to which classes are linked, by the IRI of the class. */
  private final Map<String, Set<String>> itemsOfClasses = new HashMap<>();

  /** The items to which classes are linked that exclude a class, by this class. */
  private final Map<Node, Set<String>> excluded = new HashMap<>();

  private Entities(CuratedData data, Ontology ontology, LinkTable links) {
    this.data = data;
    this.ontology = ontology;
    links
        .links()
        .filter(WikidataLink::isVerified)
        .filter(link -> link.entity().startsWith(WikidataLink.TERM))
        .forEach(
            link ->
                itemsOfClasses
                    .computeIfAbsent(LinkTable.iri(link.entity()).getURI(), iri -> new TreeSet<>())
                    .add(link.qid().orElseThrow()));
    rows(EntityName.class)
        .forEach(
            name ->
                names
                    .computeIfAbsent(
                        kind(name.bearer()) + "/" + name.entity(), any -> new ArrayList<>())
                    .add(new Name(name.name(), name.language().orElse(""), false)));
    rows(Office.class).forEach(office -> offices.put(office.id(), office));
    rows(Tenure.class)
        .forEach(
            tenure ->
                tenures.computeIfAbsent(tenure.person(), any -> new ArrayList<>()).add(tenure));
  }

  /** The things of the tables by their names, in the order in which they are looked for. */
  static Map<String, Entity> of(CuratedData data, Ontology ontology, LinkTable links) {
    Entities reading = new Entities(data, ontology, links);
    List<Entity> all = new ArrayList<>();
    reading.rows(Actor.class).forEach(actor -> all.add(reading.actor(actor)));
    reading.rows(Office.class).forEach(office -> all.add(reading.office(office)));
    reading.rows(Place.class).forEach(place -> all.add(reading.place(place)));
    reading.rows(Event.class).forEach(event -> all.add(reading.event(event)));
    reading.rows(Agreement.class).forEach(agreement -> all.add(reading.agreement(agreement)));
    reading
        .rows(Theory.class)
        .forEach(
            theory ->
                all.add(
                    reading.entity(
                        "theory/" + theory.id(),
                        Entity.Group.THEORY,
                        theory.label(),
                        Casus.THEORY)));
    all.sort(Comparator.comparing(Entity::group).thenComparing(Entity::name));
    Map<String, Entity> byName = new java.util.LinkedHashMap<>();
    all.forEach(entity -> byName.put(entity.name(), entity));
    return byName;
  }

  private <R extends TableRow> List<R> rows(Class<R> type) {
    return data.tables().stream()
        .flatMap(table -> table.rows().stream())
        .map(row -> row.value())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private static String kind(EntityName.Bearer bearer) {
    return bearer.name().toLowerCase(java.util.Locale.ROOT);
  }

  private Entity actor(Actor actor) {
    Node type = ontology.classFor(Casus.ACTOR, actor.kind());
    Entity.Group group =
        switch (actor.kind()) {
          case "person" -> Entity.Group.PERSON;
          case "state", "de-facto-entity" -> Entity.Group.STATE;
          default -> Entity.Group.ORGANISATION;
        };
    List<Entity.HeldOffice> held =
        tenures.getOrDefault(actor.id(), List.of()).stream()
            .map(
                tenure ->
                    new Entity.HeldOffice(
                        "office/" + tenure.office(),
                        Optional.ofNullable(offices.get(tenure.office()))
                            .map(Office::label)
                            .orElse(tenure.office()),
                        tenure.period()))
            .toList();
    Set<String> countries = new TreeSet<>();
    actor.officialOf().ifPresent(state -> countries.add("actor/" + state));
    tenures.getOrDefault(actor.id(), List.of()).stream()
        .map(tenure -> offices.get(tenure.office()))
        .filter(java.util.Objects::nonNull)
        .forEach(office -> countries.add("actor/" + office.of()));
    Entity plain = entity("actor/" + actor.id(), group, actor.label(), type);
    return new Entity(
        plain.name(),
        group,
        plain.label(),
        plain.names(),
        plain.classes(),
        plain.otherClasses(),
        countries,
        List.of(),
        held,
        Optional.empty());
  }

  private Entity office(Office office) {
    Entity plain =
        entity("office/" + office.id(), Entity.Group.OFFICE, office.label(), Casus.OFFICE);
    return with(plain, Set.of("actor/" + office.of()), List.of(), Optional.empty());
  }

  private Entity place(Place place) {
    Node type = ontology.classFor(Casus.PLACE, place.kind());
    Entity plain = entity("place/" + place.id(), Entity.Group.PLACE, place.label(), type);
    return with(
        plain,
        place.sovereign().map(state -> Set.of("actor/" + state)).orElse(Set.of()),
        List.of(),
        place.point().flatMap(Point::ofWkt));
  }

  private Entity event(Event event) {
    Node type = ontology.classFor(Casus.EVENT, event.kind());
    Entity plain = entity("event/" + event.id(), Entity.Group.EVENT, event.label(), type);
    return with(plain, Set.of(), dates(event.period()), Optional.empty());
  }

  private Entity agreement(Agreement agreement) {
    Node type = ontology.classFor(Casus.AGREEMENT, agreement.kind());
    Entity plain =
        entity("agreement/" + agreement.id(), Entity.Group.AGREEMENT, agreement.label(), type);
    List<Item.Dated> dates = new ArrayList<>();
    agreement.signed().ifPresent(day -> dates.add(new Item.Dated(Item.Moment.TIME, day)));
    return with(plain, Set.of(), dates, Optional.empty());
  }

  private static List<Item.Dated> dates(Period period) {
    List<Item.Dated> dates = new ArrayList<>();
    period.start().ifPresent(day -> dates.add(new Item.Dated(Item.Moment.START, day)));
    period
        .end()
        .filter(day -> !day.equals(EdtfDate.OPEN))
        .ifPresent(day -> dates.add(new Item.Dated(Item.Moment.END, day)));
    return dates;
  }

  private static Entity with(
      Entity plain, Set<String> countries, List<Item.Dated> dates, Optional<Point> point) {
    return new Entity(
        plain.name(),
        plain.group(),
        plain.label(),
        plain.names(),
        plain.classes(),
        plain.otherClasses(),
        countries,
        dates,
        plain.offices(),
        point);
  }

  private Entity entity(String name, Entity.Group group, String label, Node type) {
    Map<String, Name> all = new TreeMap<>();
    Name.forms(label).forEach(form -> all.put(form + "@en", new Name(form, "en", true)));
    names
        .getOrDefault(name, List.of())
        .forEach(given -> all.putIfAbsent(given.text() + "@" + given.language(), given));
    return new Entity(
        name,
        group,
        label,
        List.copyOf(all.values()),
        classes(type),
        otherClasses(type),
        Set.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private Set<String> otherClasses(Node type) {
    return excluded.computeIfAbsent(type, this::itemsOfDisjointClasses);
  }

  private Set<String> itemsOfDisjointClasses(Node type) {
    return ontology.disjointClasses(type).stream()
        .map(other -> itemsOfClasses.getOrDefault(other.getURI(), Set.of()))
        .flatMap(Set::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<Set<String>> classes(Node type) {
    Set<Node> chain = new LinkedHashSet<>(List.of(type));
    chain.addAll(ontology.superclasses(type));
    return chain.stream()
        .map(Node::getURI)
        .map(itemsOfClasses::get)
        .filter(java.util.Objects::nonNull)
        .toList();
  }
}
