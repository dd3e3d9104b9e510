package org.casus.fidelity;

import java.util.stream.Stream;
import org.casus.problem.Problem;
import org.casus.source.WrittenRow;

/** One way in which a row is held to the article that it names as its source. */
interface RowCheck {

  /** Code of the check in the scheme {@code fidelity-check}. */
  String code();

  Stream<Problem> check(WrittenRow row, Article article);
}
