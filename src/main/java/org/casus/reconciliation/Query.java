package org.casus.reconciliation;

import java.util.List;

/**
 * One query of a batch.
 *
 * @param conditions what the entities should be like
 * @param types ids of types as the client sent them, one of which they should have; empty for any
 * @param strict whether entities of other types are no candidates at all
 * @param limit at most so many candidates
 */
record Query(List<Condition> conditions, List<String> types, boolean strict, int limit) {
  static final int USUAL_LIMIT = 10;

  /** What a larger limit is taken for. */
  static final int MOST = 100;

  Query {
    conditions = List.copyOf(conditions);
    types = List.copyOf(types);
    limit = Math.min(limit, MOST);
  }
}
