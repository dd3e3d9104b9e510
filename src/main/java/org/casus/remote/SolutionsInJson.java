package org.casus.remote;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.resultset.ResultSetException;
import org.apache.jena.sparql.util.Context;

/**
 * Solutions of a SPARQL query in JSON, which cannot be cut off without being malformed, as CSV or
 * N-Triples can.
 */
public final class SolutionsInJson {

  /** What to ask for. */
  public static final String MEDIA_TYPE = "application/sparql-results+json";

  private SolutionsInJson() {}

  /**
   * All solutions.
   *
   * @throws JenaException if the text is not whole, or holds no solutions
   */
  public static List<Binding> read(byte[] answer) {
    RowSetReader reader =
        RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON).create(ResultSetLang.RS_JSON);
    RowSet rows = reader.read(new ByteArrayInputStream(answer), Context.emptyContext());
    if (rows == null) {
      throw new ResultSetException("no solutions");
    }
    List<Binding> solutions = new ArrayList<>();
    rows.forEachRemaining(solutions::add);
    return List.copyOf(solutions);
  }
}
