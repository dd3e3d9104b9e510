package org.casus.reconciliation;

import java.util.List;
import java.util.Optional;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathParser;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.casus.vocab.Bibo;
import org.casus.vocab.Casus;
import org.casus.vocab.Geo;

/**
 * An attribute of entities that a query may name, and that tables can be extended with. What the
 * graph says in a record with a period, such as a tenure, is one step here.
 *
 * @param id local name of the term of the ontology, prefixed name of a foreign one, or a word of
 *     our own where the value is several steps away
 * @param name for people
 * @param description what the values are
 * @param types the entities that have it, by the ids of their types; empty for all
 * @param valueType the type of the values where these are entities; else empty
 * @param identifies whether a value belongs to one entity only
 * @param path from the entity to the values, as in SPARQL 1.1
 */
record Property(
    String id,
    String name,
    String description,
    List<String> types,
    String valueType,
    boolean identifies,
    Path path) {

  static final PrefixMapping PREFIXES =
      PrefixMapping.Factory.create()
          .setNsPrefix("rdfs", RDFS.getURI())
          .setNsPrefix("skos", SKOS.getURI())
          .setNsPrefix("owl", OWL.getURI())
          .setNsPrefix("dcterms", DCTerms.getURI())
          .setNsPrefix("foaf", "http://xmlns.com/foaf/0.1/")
          .setNsPrefix("bibo", Bibo.NAMESPACE)
          .setNsPrefix("geo", Geo.NAMESPACE)
          .setNsPrefix("casus", Casus.NAMESPACE)
          .lock();

  private static final List<String> ANY = List.of();
  private static final List<String> ACTOR = List.of("Actor");
  private static final List<String> PERSON = List.of("Person");
  private static final List<String> OFFICE = List.of("Office");
  private static final List<String> PLACE = List.of("Place");
  private static final List<String> AGREEMENT = List.of("Agreement");
  private static final List<String> EVENT = List.of("Event");
  private static final List<String> SOURCE = List.of("Source");
  private static final List<String> THEORY = List.of("Theory");
  private static final List<String> CONCEPT = List.of(Types.CONCEPT);

  /** All properties; the ids are public. */
  static final List<Property> ALL =
      List.of(
          text("rdfs:label", "label", "The name that Casus shows.", ANY, "rdfs:label"),
          text(
              "skos:altLabel",
              "other names",
              "All other recorded names, in all languages, contested ones among them.",
              ANY,
              "skos:altLabel"),
          text(
              "dcterms:description",
              "description",
              "What it is, in a sentence.",
              ANY,
              "dcterms:description|skos:definition|casus:gist"),
          identifier(
              "wikidata",
              "Wikidata item",
              "The identifier of the same thing in Wikidata, such as Q399, where a curator vouches"
                  + " for it.",
              ANY,
              "owl:sameAs|skos:exactMatch"),
          entity(
              "dcterms:source",
              "source",
              "The work that the record rests on.",
              ANY,
              "Source",
              "dcterms:source"),
          entity(
              "factStatus",
              "status of the record",
              "How well the record is attested.",
              ANY,
              Types.CONCEPT,
              "casus:factStatus"),
          entity(
              "country",
              "country",
              "The state, de facto entity or organisation of the offices that a person held, to"
                  + " which an office belongs or of which an institution is an organ; the"
                  + " recognised sovereign of a place or of what it is part of.",
              List.of("Person", "Office", "StateInstitution", "Place"),
              "Actor",
              "casus:isOfficeOf|casus:isOrganOf|casus:isPartOf*/casus:hasRecognisedSovereign"
                  + "|^casus:isTenureOf/casus:isTenureIn/casus:isOfficeOf"),
          identifier(
              "isoCode", "ISO country code", "ISO 3166-1, three letters.", ACTOR, "casus:isoCode"),
          identifier(
              "cowCode",
              "COW country code",
              "Number of the state in the Correlates of War.",
              ACTOR,
              "casus:cowCode"),
          entity(
              "isOrganOf",
              "organ of",
              "The state, de facto entity or organisation of which it is an organ.",
              ACTOR,
              "Actor",
              "casus:isOrganOf"),
          entity(
              "memberOf",
              "member of",
              "Organisations and formats to which it belonged at any time, in any role.",
              ACTOR,
              "Actor",
              "^casus:isMembershipOf/casus:isMembershipIn"),
          entity(
              "member",
              "member",
              "Who belonged to it at any time, in any role.",
              ACTOR,
              "Actor",
              "^casus:isMembershipIn/casus:isMembershipOf"),
          entity(
              "partyTo",
              "party to",
              "Agreements in which it took part at any time, in any role.",
              ACTOR,
              "Agreement",
              "^casus:isParticipationOf/casus:isParticipationIn"),
          entity(
              "officeHeld",
              "office held",
              "Offices that the person held at any time.",
              PERSON,
              "Office",
              "^casus:isTenureOf/casus:isTenureIn"),
          entity(
              "isOfficeOf",
              "office of",
              "The state, de facto entity or organisation to which the office belongs.",
              OFFICE,
              "Actor",
              "casus:isOfficeOf"),
          entity(
              "isOfficeIn",
              "office in",
              "The institution in which the office is placed.",
              OFFICE,
              "Actor",
              "casus:isOfficeIn"),
          entity(
              "holder",
              "holder",
              "Persons who held the office at any time.",
              OFFICE,
              "Person",
              "^casus:isTenureIn/casus:isTenureOf"),
          entity(
              "isPartOf",
              "part of",
              "The place of which it is a part.",
              PLACE,
              "Place",
              "casus:isPartOf"),
          entity(
              "isWithin",
              "within",
              "All places in which it lies.",
              PLACE,
              "Place",
              "casus:isPartOf+"),
          entity(
              "hasRecognisedSovereign",
              "recognised sovereign",
              "The state to which it belongs under international recognition.",
              PLACE,
              "State",
              "casus:hasRecognisedSovereign"),
          entity(
              "controlledBy",
              "controlled by",
              "Who controlled it on the ground at any time.",
              PLACE,
              "Actor",
              "^casus:isControlOf/casus:isControlBy"),
          text(
              "geo:asWKT",
              "coordinates",
              "A point as WKT: longitude, latitude.",
              PLACE,
              "geo:asWKT"),
          text("signed", "signed", "When it was signed.", AGREEMENT, "casus:signed"),
          entity(
              "signedAt",
              "signed at",
              "Where it was signed.",
              AGREEMENT,
              "Place",
              "casus:signedAt"),
          text(
              "start",
              "start",
              "When the event began, or the agreement came into force.",
              List.of("Agreement", "Event"),
              "casus:start"),
          text(
              "end",
              "end",
              "When the event or the force of the agreement ended; .. if it had not.",
              List.of("Agreement", "Event"),
              "casus:end"),
          entity(
              "party",
              "party",
              "Who took part in the agreement at any time, in any role.",
              AGREEMENT,
              "Actor",
              "^casus:isParticipationIn/casus:isParticipationOf"),
          entity(
              "supersedes",
              "supersedes",
              "The agreement that it took the place of.",
              AGREEMENT,
              "Agreement",
              "casus:supersedes"),
          entity(
              "amends",
              "amends",
              "The agreement that it changed.",
              AGREEMENT,
              "Agreement",
              "casus:amends"),
          entity(
              "founds",
              "founds",
              "The organisation that it founded.",
              AGREEMENT,
              "Actor",
              "casus:founds"),
          text(
              "atopId",
              "ATOP number",
              "Number of the alliance in ATOP.",
              AGREEMENT,
              "casus:atopId"),
          text(
              "cowAllianceId",
              "COW alliance number",
              "Number of the alliance in the Correlates of War.",
              AGREEMENT,
              "casus:cowAllianceId"),
          entity(
              "tookPlaceAt",
              "took place at",
              "Where the event took place.",
              EVENT,
              "Place",
              "casus:tookPlaceAt"),
          entity(
              "isSubEventOf",
              "part of event",
              "The event of which it is a part.",
              EVENT,
              "Event",
              "casus:isSubEventOf"),
          entity(
              "participant",
              "participant",
              "Who took part in the event, in any role.",
              EVENT,
              "Actor",
              "^casus:isRoleIn/casus:isRoleOf"),
          text("outcome", "outcome", "How the event ended.", EVENT, "casus:outcome"),
          text("dcterms:title", "title", "The title in full.", SOURCE, "dcterms:title"),
          text("authorText", "authors", "The authors as cited.", SOURCE, "casus:authorText"),
          text("dcterms:issued", "published", "When it was published.", SOURCE, "dcterms:issued"),
          text(
              "containerTitle",
              "published in",
              "The journal, book or series.",
              SOURCE,
              "casus:containerTitle"),
          identifier("bibo:doi", "DOI", "Digital object identifier.", SOURCE, "bibo:doi"),
          text("foaf:page", "web page", "Where it can be read.", SOURCE, "foaf:page"),
          entity(
              "hasProponent",
              "proponent",
              "Who stands for the theory.",
              THEORY,
              "Actor",
              "casus:hasProponent"),
          entity(
              "skos:broader",
              "broader concept",
              "The concept above it.",
              CONCEPT,
              Types.CONCEPT,
              "skos:broader"),
          text(
              "skos:inScheme",
              "list of codes",
              "The list to which the concept belongs.",
              CONCEPT,
              "skos:inScheme"));

  Property {
    types = List.copyOf(types);
  }

  private static Property text(
      String id, String name, String description, List<String> types, String path) {
    return new Property(id, name, description, types, "", false, parse(path));
  }

  private static Property identifier(
      String id, String name, String description, List<String> types, String path) {
    return new Property(id, name, description, types, "", true, parse(path));
  }

  private static Property entity(
      String id,
      String name,
      String description,
      List<String> types,
      String valueType,
      String path) {
    return new Property(id, name, description, types, valueType, false, parse(path));
  }

  private static Path parse(String path) {
    return PathParser.parse(path, PREFIXES);
  }

  /**
   * The property that a client names: by its id, or by the IRI or prefixed name of the term.
   *
   * @return nothing if there is no such property
   */
  static Optional<Property> find(String named) {
    String id = named.startsWith("casus:") ? PREFIXES.expandPrefix(named) : named;
    return ALL.stream().filter(each -> each.id.equals(id) || each.iri().equals(id)).findFirst();
  }

  private String iri() {
    return id.contains(":") ? PREFIXES.expandPrefix(id) : Casus.NAMESPACE + id;
  }

  /** Whether entities of a type may have it: of that type, of one above it or of one below it. */
  boolean suits(EntityType type, Types all) {
    return types.isEmpty()
        || types.stream()
            .anyMatch(each -> all.isWithin(type.id(), each) || all.isWithin(each, type.id()));
  }
}
