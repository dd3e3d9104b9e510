package org.casus.query;

import com.google.gson.stream.JsonWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.io.IO;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeToLabel;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.riot.system.SyntaxLabels;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.NodeUtils;

/**
 * Writes SPARQL 1.1 Query Results JSON, one solution a line and without other white space.
 *
 * <p>Jena 5.6 lays out each value by hand, a character at a time, for an eighth of the time that
 * the first answer to a question takes.
 */
public final class JsonResults implements RowSetWriter {
  private static final String VALUE = "value";

  JsonResults() {}

  /** Has all of Jena in this process write answers in JSON this way. */
  public static void register() {
    RowSetWriterRegistry.register(ResultSetLang.RS_JSON, lang -> new JsonResults());
  }

  @Override
  public void write(OutputStream out, RowSet rows, Context context) {
    write(new OutputStreamWriter(out, StandardCharsets.UTF_8), rows, context);
  }

  @Override
  public void write(Writer out, RowSet rows, Context context) {
    Writer text = new BufferedWriter(out);
    try {
      write(text, new JsonWriter(text), rows);
      text.flush();
    } catch (IOException fault) {
      IO.exception(fault);
    }
  }

  @Override
  public void write(OutputStream out, boolean answer, Context context) {
    try {
      Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      new JsonWriter(text)
          .beginObject()
          .name("head")
          .beginObject()
          .endObject()
          .name("boolean")
          .value(answer)
          .endObject();
      text.append('\n').flush();
    } catch (IOException fault) {
      IO.exception(fault);
    }
  }

  private static void write(Writer text, JsonWriter json, RowSet rows) throws IOException {
    json.beginObject().name("head").beginObject().name("vars").beginArray();
    for (Var variable : rows.getResultVars()) {
      json.value(variable.getVarName());
    }
    json.endArray().endObject().name("results").beginObject().name("bindings").beginArray();
    NodeToLabel labels = SyntaxLabels.createNodeToLabel();
    while (rows.hasNext()) {
      Binding row = rows.next();
      text.append('\n');
      json.beginObject();
      for (Var variable : rows.getResultVars()) {
        Node value = row.get(variable);
        if (value != null) {
          write(json.name(variable.getVarName()), value, labels);
        }
      }
      json.endObject();
    }
    json.endArray().endObject().endObject();
    text.append('\n');
  }

  private static void write(JsonWriter json, Node term, NodeToLabel labels) throws IOException {
    json.beginObject().name("type");
    if (term.isURI()) {
      json.value("uri").name(VALUE).value(term.getURI());
    } else if (term.isLiteral()) {
      json.value("literal");
      writeLiteral(json, term);
    } else if (term.isTripleTerm()) {
      Triple triple = term.getTriple();
      json.value("triple").name(VALUE).beginObject();
      write(json.name("subject"), triple.getSubject(), labels);
      write(json.name("predicate"), triple.getPredicate(), labels);
      write(json.name("object"), triple.getObject(), labels);
      json.endObject();
    } else {
      // The label comes as Turtle writes it, with "_:" before.
      json.value("bnode").name(VALUE).value(labels.get(null, term).substring(2));
    }
    json.endObject();
  }

  private static void writeLiteral(JsonWriter json, Node literal) throws IOException {
    if (NodeUtils.isLangString(literal)) {
      json.name("xml:lang").value(literal.getLiteralLanguage());
    } else if (!NodeUtils.isSimpleString(literal)) {
      json.name("datatype").value(literal.getLiteralDatatypeURI());
    }
    json.name(VALUE).value(literal.getLiteralLexicalForm());
  }
}
