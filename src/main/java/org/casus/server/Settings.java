package org.casus.server;

import java.time.Duration;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.casus.federation.AllowedServices;
import org.casus.http.Evaluator;
import org.casus.http.Limits;

/**
 * What the configuration says of one service, from the {@code ja:context} entries of its dataset.
 */
final class Settings {
  private static final String NAMESPACE = "https://w3id.org/casus/server#";
  private static final Symbol ROWS = Symbol.create(NAMESPACE + "rowLimit");
  private static final Symbol QUERY_LENGTH = Symbol.create(NAMESPACE + "queryLength");
  private static final Symbol CONCURRENT = Symbol.create(NAMESPACE + "concurrentQueries");
  private static final Symbol PATIENCE = Symbol.create(NAMESPACE + "waitForTurn");

  /** Where {@link ReadOnlyQuery} finds the evaluator of its service. */
  static final Symbol EVALUATOR = Symbol.create(NAMESPACE + "evaluator");

  /** Where {@link ReadOnlyQuery} finds what its service may ask of others. */
  static final Symbol SERVICES = Symbol.create(NAMESPACE + "services");

  private Settings() {}

  /**
   * The limits that a service has.
   *
   * @throws ServerStartException when one is missing or no whole number above zero
   */
  static Limits limits(Context context) {
    return new Limits(
        Duration.ofMillis(number(context, ARQ.queryTimeout, "arq:queryTimeout")),
        number(context, ROWS, ROWS.getSymbol()),
        number(context, QUERY_LENGTH, QUERY_LENGTH.getSymbol()),
        number(context, CONCURRENT, CONCURRENT.getSymbol()),
        Duration.ofMillis(number(context, PATIENCE, PATIENCE.getSymbol())));
  }

  private static int number(Context context, Symbol name, String word) {
    String value = context.getAsString(name, "");
    try {
      int number = Integer.parseInt(value);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException none) {
      // Told below.
    }
    throw new ServerStartException(
        "The server configuration must give "
            + word
            + " as a whole number above zero, in a ja:context of each dataset; found "
            + (context.isDefined(name) ? '"' + value + '"' : "none")
            + ".",
        null);
  }

  /** The evaluator of a service, which {@code context} was made for. */
  static Evaluator evaluator(Context context) {
    return context.get(EVALUATOR);
  }

  /** The servers of others that a service may ask, which {@code context} was made for. */
  static AllowedServices services(Context context) {
    return context.get(SERVICES);
  }
}
