package org.casus.query;

/**
 * How a question goes beyond the data of Casus. Its answer depends on a server of others, so it has
 * no expected rows.
 *
 * @param service whose data it combines with those of Casus
 * @param runsThere whether it is run by that service, which asks Casus; else Casus runs it and asks
 *     the service
 */
public record Federation(KnownService service, boolean runsThere) {

  /** The parameter that takes the address of Casus, in a question that is run elsewhere. */
  public static final String CASUS = "casus";
}
