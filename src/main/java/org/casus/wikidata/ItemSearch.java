package org.casus.wikidata;

import java.util.List;
import java.util.Map;
import org.casus.remote.FarSideException;

/** Finds items that may be the same as things of Casus; how well they fit is told by the caller. */
interface ItemSearch {

  /** Where it looks. */
  String name();

  /**
   * Items for each entity by its name; an entity for which there are none is absent.
   *
   * @param known which items are known, by which further ones can be found
   * @throws FarSideException if it cannot be asked
   */
  Map<String, List<Item>> find(List<Entity> entities, KnownLinks known, WorkProgress progress);
}
