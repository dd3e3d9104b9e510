package org.casus.model;

import java.util.Optional;

/**
 * The outcome of a comparison of a thing or term with Wikidata; that nothing was found is one, too.
 *
 * @param id slug
 * @param entity what was looked for: kind and slug of a record, scheme and code of a concept, or
 *     the name of a term such as {@code casus:State}
 * @param relation code of the scheme {@code link-relation}; given for links only
 * @param qid identifier of the item or property of Wikidata, such as {@code Q399}; for a rejected
 *     item the one to be avoided
 * @param status code of the scheme {@code link-status}
 * @param confidence code of the scheme {@code link-confidence}; given for links only
 * @param evidence on what the outcome rests, or where was looked in vain
 * @param checkedOn the day of the comparison
 * @param attestation the work in which name and identifier stand together
 */
public record WikidataLink(
    String id,
    String entity,
    Optional<String> relation,
    Optional<String> qid,
    String status,
    Optional<String> confidence,
    String evidence,
    Optional<EdtfDate> checkedOn,
    Attestation attestation)
    implements TableRow {

  /** What names of terms of the ontology begin with in {@link #entity}. */
  public static final String TERM = "casus:";

  /** Status of a link that a curator vouches for. */
  public static final String VERIFIED = "verified";

  /** Status of an item that is that of another thing. */
  public static final String REJECTED = "rejected";

  /** Status of what nobody expects Wikidata to have. */
  public static final String NOT_EXPECTED = "not-expected";

  /** Whether the row links the entity to an item, however surely. */
  public boolean isLink() {
    return qid.isPresent() && !status.equals(REJECTED);
  }

  /** Whether a curator vouches for the link. */
  public boolean isVerified() {
    return isLink() && status.equals(VERIFIED);
  }
}
