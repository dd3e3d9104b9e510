package org.casus.model;

import java.util.List;
import java.util.Optional;

/**
 * A name that an actor, place, agreement or event bears; contested things keep all forms and none
 * is the truth.
 *
 * @param id slug
 * @param bearer the kind of thing that bears the name
 * @param entity slug of the thing
 * @param name the name as written
 * @param language BCP 47 tag
 * @param usedBy actors known to use this form
 * @param kind code of the scheme name-kind
 * @param attestation what the record rests on
 */
public record EntityName(
    String id,
    Bearer bearer,
    String entity,
    String name,
    Optional<String> language,
    List<String> usedBy,
    String kind,
    Attestation attestation)
    implements TableRow {

  /** What can bear a name; each kind of bearer has a table of names of its own. */
  public enum Bearer {
    ACTOR,
    PLACE,
    AGREEMENT,
    EVENT
  }
}
