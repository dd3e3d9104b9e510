package org.casus.reconciliation;

import java.math.BigDecimal;
import org.casus.model.EdtfDate;

/** A value of a property. */
sealed interface Value {

  /** Another entity. */
  record Thing(Entity entity) implements Value {
    @Override
    public String text() {
      return entity.name();
    }
  }

  /**
   * A text.
   *
   * @param language language tag; empty if it has none
   */
  record Words(String text, String language) implements Value {}

  /** A number. */
  record Number(BigDecimal number) implements Value {
    @Override
    public String text() {
      return number.toPlainString();
    }
  }

  /** A date, never more precise than its source. */
  record Date(EdtfDate date) implements Value {
    @Override
    public String text() {
      return date.text();
    }
  }

  /** What people read. */
  String text();
}
