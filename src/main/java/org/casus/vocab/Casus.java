package org.casus.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The terms of the Casus ontology that the program writes or reads. A test holds this list to the
 * ontology: no constant without a declared term.
 */
public final class Casus {

  /** What every IRI of Casus begins with. */
  public static final String BASE = "https://w3id.org/casus/";

  /** Namespace of the terms; prefix {@code casus:}. */
  public static final String NAMESPACE = BASE + "ontology#";

  public static final Node ACTOR = term("Actor");
  public static final Node AGREEMENT = term("Agreement");
  public static final Node CALENDAR_DATE = term("CalendarDate");
  public static final Node CITATION = term("Citation");
  public static final Node CLAIM = term("Claim");
  public static final Node COMPETENCY_QUESTION = term("CompetencyQuestion");
  public static final Node CONTROL_PERIOD = term("ControlPeriod");
  public static final Node CURATORIAL_NOTE = term("CuratorialNote");
  public static final Node ENTITY_NAME = term("EntityName");
  public static final Node EVENT = term("Event");
  public static final Node EVENT_PARTICIPATION = term("EventParticipation");
  public static final Node INFERENCE_RULE = term("InferenceRule");
  public static final Node MEMBERSHIP = term("Membership");
  public static final Node NAMED_GRAPH = term("NamedGraph");
  public static final Node OFFICE = term("Office");
  public static final Node OFFICIAL_CAPACITY = term("OfficialCapacity");
  public static final Node PARTICIPATION = term("Participation");
  public static final Node PLACE = term("Place");
  public static final Node PROVISION = term("Provision");
  public static final Node SOURCE = term("Source");
  public static final Node SOURCE_FILE = term("SourceFile");
  public static final Node STATEMENT = term("Statement");
  public static final Node TENURE = term("Tenure");

  public static final Node ABOUT_ACTOR = term("aboutActor");
  public static final Node ABOUT_AGREEMENT = term("aboutAgreement");
  public static final Node ABOUT_EVENT = term("aboutEvent");
  public static final Node ABOUT_PLACE = term("aboutPlace");
  public static final Node ACCESS_STATUS = term("accessStatus");
  public static final Node AMENDS = term("amends");
  public static final Node ASSERTS = term("asserts");
  public static final Node ATOP_ID = term("atopId");
  public static final Node AUTHOR_TEXT = term("authorText");
  public static final Node BENEFICIARY = term("beneficiary");
  public static final Node CAPACITY_BASIS = term("capacityBasis");
  public static final Node CERTAINTY = term("certainty");
  public static final Node COMMITTED_ACTOR = term("committedActor");
  public static final Node COMMITTED_CONDUCT = term("committedConduct");
  public static final Node CONDITION = term("condition");
  public static final Node CONTAINER_TITLE = term("containerTitle");
  public static final Node CORROBORATED_BY = term("corroboratedBy");
  public static final Node COVERS_UNTIL = term("coversUntil");
  public static final Node COW_ALLIANCE_ID = term("cowAllianceId");
  public static final Node COW_CODE = term("cowCode");
  public static final Node DATE = term("date");
  public static final Node DATE_BASIS = term("dateBasis");
  public static final Node DENIES = term("denies");
  public static final Node DERIVED_BY = term("derivedBy");
  public static final Node EDITOR_TEXT = term("editorText");
  public static final Node EDTF = term("edtf");
  public static final Node END = term("end");
  public static final Node ENTITLED_ACTOR = term("entitledActor");
  public static final Node ENTITLEMENT_GROUND = term("entitlementGround");
  public static final Node ENTITLEMENT_OBJECT = term("entitlementObject");
  public static final Node EVALUATED_ACTOR = term("evaluatedActor");
  public static final Node EVENT_ROLE = term("eventRole");
  public static final Node FACT_STATUS = term("factStatus");
  public static final Node FIRST_DAY = term("firstDay");
  public static final Node FOUNDS = term("founds");
  public static final Node GIST = term("gist");
  public static final Node HAS_ADDRESSEE = term("hasAddressee");
  public static final Node HAS_PRIMARY_SOURCE = term("hasPrimarySource");
  public static final Node HAS_RECOGNISED_SOVEREIGN = term("hasRecognisedSovereign");
  public static final Node HAS_SPEAKER = term("hasSpeaker");
  public static final Node ILLOCUTIONARY_KIND = term("illocutionaryKind");
  public static final Node IN_OFFICE = term("inOffice");
  public static final Node IS_ACTING = term("isActing");
  public static final Node IS_APPROXIMATE = term("isApproximate");
  public static final Node IS_CAPACITY_OF = term("isCapacityOf");
  public static final Node IS_CAPACITY_OF_SPEAKER = term("isCapacityOfSpeaker");
  public static final Node IS_CONTROL_BY = term("isControlBy");
  public static final Node IS_CONTROL_OF = term("isControlOf");
  public static final Node IS_MEMBERSHIP_IN = term("isMembershipIn");
  public static final Node IS_MEMBERSHIP_OF = term("isMembershipOf");
  public static final Node IS_NAME_OF = term("isNameOf");
  public static final Node IS_NOTE_ON = term("isNoteOn");
  public static final Node IS_OFFICE_IN = term("isOfficeIn");
  public static final Node IS_OFFICE_OF = term("isOfficeOf");
  public static final Node IS_ORGAN_OF = term("isOrganOf");
  public static final Node IS_PART_OF = term("isPartOf");
  public static final Node IS_PARTICIPATION_IN = term("isParticipationIn");
  public static final Node IS_PARTICIPATION_OF = term("isParticipationOf");
  public static final Node IS_PROVISION_OF = term("isProvisionOf");
  public static final Node IS_ROLE_IN = term("isRoleIn");
  public static final Node IS_ROLE_OF = term("isRoleOf");
  public static final Node IS_SUB_EVENT_OF = term("isSubEventOf");
  public static final Node IS_TENURE_IN = term("isTenureIn");
  public static final Node IS_TENURE_OF = term("isTenureOf");
  public static final Node IS_USED_BY = term("isUsedBy");
  public static final Node IS_WITHIN = term("isWithin");
  public static final Node ISO_CODE = term("isoCode");
  public static final Node LAST_DAY = term("lastDay");
  public static final Node LOCATOR = term("locator");
  public static final Node MADE_DURING = term("madeDuring");
  public static final Node MEDIUM = term("medium");
  public static final Node MEMBERSHIP_ROLE = term("membershipRole");
  public static final Node NAME_KIND = term("nameKind");
  public static final Node NOTE_KIND = term("noteKind");
  public static final Node ON_BEHALF_OF = term("onBehalfOf");
  public static final Node OUTCOME = term("outcome");
  public static final Node OWED_BY = term("owedBy");
  public static final Node OWED_TO = term("owedTo");
  public static final Node PARTICIPATION_ROLE = term("participationRole");
  public static final Node PLACE_OF_PUBLICATION = term("placeOfPublication");
  public static final Node POINT_SOURCE = term("pointSource");
  public static final Node PRECISION = term("precision");
  public static final Node PREVENTABILITY = term("preventability");
  public static final Node PREVENTION_MEANS = term("preventionMeans");
  public static final Node PREVENTION_PRICE = term("preventionPrice");
  public static final Node PROVISION_KIND = term("provisionKind");
  public static final Node QUALIFIES = term("qualifies");
  public static final Node QUERY_TEXT = term("queryText");
  public static final Node QUOTE = term("quote");
  public static final Node READING_TAKEN = term("readingTaken");
  public static final Node REFERENCE_LOCATOR = term("referenceLocator");
  public static final Node RELAYS = term("relays");
  public static final Node RESPONSIBLE_ACTOR = term("responsibleActor");
  public static final Node RESPONSIBLE_FOR = term("responsibleFor");
  public static final Node SCOPE_KIND = term("scopeKind");
  public static final Node SCOPE_PLACE = term("scopePlace");
  public static final Node SHA256 = term("sha256");
  public static final Node SIGNED = term("signed");
  public static final Node SIGNED_AT = term("signedAt");
  public static final Node SPEAKS_OFFICIALLY_FOR = term("speaksOfficiallyFor");
  public static final Node SPOKEN_AS = term("spokenAs");
  public static final Node SPOKEN_AT = term("spokenAt");
  public static final Node STAGE = term("stage");
  public static final Node START = term("start");
  public static final Node STATED_CAUSE = term("statedCause");
  public static final Node STATED_EFFECT = term("statedEffect");
  public static final Node SUPERSEDES = term("supersedes");
  public static final Node TOOK_PLACE_AT = term("tookPlaceAt");
  public static final Node VALENCE = term("valence");
  public static final Node VALUE = term("value");

  private Casus() {}

  /** Any term of the ontology by its local name. */
  public static Node term(String localName) {
    return NodeFactory.createURI(NAMESPACE + localName);
  }
}
