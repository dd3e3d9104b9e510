package org.casus.query;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.util.Context;

/** How an answer is written. */
public enum ResultRendering {
  /** Aligned text with prefixed names, for a terminal; it loses datatypes and languages. */
  TABLE("text/plain") {
    @Override
    public String render(ResultTable table) {
      return new TextTable(table).render();
    }
  },
  /** SPARQL 1.1 Query Results CSV: plain values, for R, Python and spreadsheets. */
  CSV("text/csv") {
    @Override
    public String render(ResultTable table) {
      return write(table, ResultSetLang.RS_CSV);
    }
  },
  /** SPARQL 1.1 Query Results TSV: one line a row, terms as in Turtle; nothing is lost. */
  TSV("text/tab-separated-values") {
    @Override
    public String render(ResultTable table) {
      return write(table, ResultSetLang.RS_TSV);
    }
  },
  /** SPARQL 1.1 Query Results JSON: nothing is lost. */
  JSON("application/sparql-results+json") {
    @Override
    public String render(ResultTable table) {
      return write(table, new JsonResults());
    }
  },
  /** SPARQL Query Results XML: nothing is lost. */
  XML("application/sparql-results+xml") {
    @Override
    public String render(ResultTable table) {
      return write(table, ResultSetLang.RS_XML);
    }
  };

  private final String mediaType;

  ResultRendering(String mediaType) {
    this.mediaType = mediaType;
  }

  /** Without the character set, which is UTF-8. */
  public String mediaType() {
    return mediaType;
  }

  /** As it is written on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The rendering with this {@link #word}. */
  public static Optional<ResultRendering> of(String word) {
    return Stream.of(values()).filter(rendering -> rendering.word().equals(word)).findFirst();
  }

  /** The whole answer as text, with a line end after the last line. */
  public abstract String render(ResultTable table);

  private static String write(ResultTable table, Lang lang) {
    return write(table, RowSetWriterRegistry.getFactory(lang).create(lang));
  }

  private static String write(ResultTable table, RowSetWriter writer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(out, table.rowSet(), new Context());
    return out.toString(StandardCharsets.UTF_8);
  }
}
