package org.casus.server;

import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.text.assembler.TextVocab;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.MappedLoader;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/**
 * What a query may call by an IRI: the casts to XSD types, which belong to SPARQL 1.1, and {@code
 * text:query}. Jena has many functions more, one of which waits as long as it is told, and loads
 * whatever class of its libraries a query names.
 */
final class OfferedFunctions {
  private OfferedFunctions() {}

  /** Makes it so for all queries of a dataset. */
  static void on(DatasetGraph dataset) {
    // A function that nobody knows is an error of its expression, as SPARQL has it; no warning
    // belongs into the log of somebody who cannot mend it.
    E_Function.WarnOnUnknownFunction = false;
    FunctionRegistry.set(dataset.getContext(), new Functions(FunctionRegistry.get()));
    PropertyFunctionRegistry.set(
        dataset.getContext(), new Properties(PropertyFunctionRegistry.get()));
  }

  private static QueryParseException notOffered(String iri) {
    return new QueryParseException(
        "<" + iri + "> is not offered here: use the functions of SPARQL 1.1.", -1, -1);
  }

  private static final class Functions extends FunctionRegistry {
    private final FunctionRegistry all;

    Functions(FunctionRegistry all) {
      this.all = all;
    }

    @Override
    public @Nullable FunctionFactory get(String iri) {
      if (iri.startsWith(XSD.getURI())) {
        return all.isRegistered(iri) ? all.get(iri) : null;
      }
      if (all.isRegistered(iri) || MappedLoader.mapDynamicURI(iri) != null) {
        throw notOffered(iri);
      }
      return null;
    }
  }

  private static final class Properties extends PropertyFunctionRegistry {
    private static final String TEXT_QUERY = TextVocab.pfQuery;

    private final PropertyFunctionRegistry all;

    Properties(PropertyFunctionRegistry all) {
      this.all = all;
    }

    @Override
    public boolean manages(String iri) {
      if (MappedLoader.mapDynamicURI(iri) != null) {
        throw notOffered(iri);
      }
      return iri.equals(TEXT_QUERY);
    }

    @Override
    public @Nullable PropertyFunctionFactory get(String iri) {
      return manages(iri) ? all.get(iri) : null;
    }
  }
}
