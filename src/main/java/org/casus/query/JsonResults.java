package org.casus.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
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
 *
 * @see <a href="https://www.w3.org/TR/sparql11-results-json/">SPARQL 1.1 Query Results JSON
 *     Format</a>
 */
public final class JsonResults implements RowSetWriter {
  /** Ends nothing by itself: neither the stream, which is of others, nor an answer that broke. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .build();

  private static final SerializedString TYPE = new SerializedString("type");
  private static final SerializedString VALUE = new SerializedString("value");

  JsonResults() {}

  /** Has all of Jena in this process write answers in JSON this way. */
  public static void register() {
    RowSetWriterRegistry.register(ResultSetLang.RS_JSON, lang -> new JsonResults());
  }

  @Override
  public void write(OutputStream out, RowSet rows, Context context) {
    try {
      write(JSON.createGenerator(out), rows);
    } catch (IOException fault) {
      IO.exception(fault);
    }
  }

  @Override
  public void write(Writer out, RowSet rows, Context context) {
    try {
      write(JSON.createGenerator(out), rows);
    } catch (IOException fault) {
      IO.exception(fault);
    }
  }

  @Override
  public void write(OutputStream out, boolean answer, Context context) {
    try {
      JsonGenerator json = JSON.createGenerator(out);
      json.writeStartObject();
      json.writeObjectFieldStart("head");
      json.writeEndObject();
      json.writeBooleanField("boolean", answer);
      json.writeEndObject();
      json.writeRaw('\n');
      json.close();
    } catch (IOException fault) {
      IO.exception(fault);
    }
  }

  private static void write(JsonGenerator json, RowSet rows) throws IOException {
    List<Var> variables = rows.getResultVars();
    json.writeStartObject();
    json.writeObjectFieldStart("head");
    json.writeArrayFieldStart("vars");
    for (Var variable : variables) {
      json.writeString(variable.getVarName());
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeObjectFieldStart("results");
    json.writeArrayFieldStart("bindings");
    List<SerializedString> names =
        variables.stream().map(Var::getVarName).map(SerializedString::new).toList();
    NodeToLabel labels = SyntaxLabels.createNodeToLabel();
    while (rows.hasNext()) {
      Binding row = rows.next();
      json.writeRaw('\n');
      json.writeStartObject();
      for (int column = 0; column < names.size(); column++) {
        Node value = row.get(variables.get(column));
        if (value != null) {
          json.writeFieldName(names.get(column));
          write(json, value, labels);
        }
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }

  private static void write(JsonGenerator json, Node term, NodeToLabel labels) throws IOException {
    json.writeStartObject();
    json.writeFieldName(TYPE);
    if (term.isURI()) {
      json.writeString("uri");
      write(json, term.getURI());
    } else if (term.isLiteral()) {
      json.writeString("literal");
      writeLiteral(json, term);
    } else if (term.isTripleTerm()) {
      Triple triple = term.getTriple();
      json.writeString("triple");
      json.writeFieldName(VALUE);
      json.writeStartObject();
      json.writeFieldName("subject");
      write(json, triple.getSubject(), labels);
      json.writeFieldName("predicate");
      write(json, triple.getPredicate(), labels);
      json.writeFieldName("object");
      write(json, triple.getObject(), labels);
      json.writeEndObject();
    } else {
      json.writeString("bnode");
      // The label comes as Turtle writes it, with "_:" before.
      write(json, labels.get(null, term).substring(2));
    }
    json.writeEndObject();
  }

  private static void writeLiteral(JsonGenerator json, Node literal) throws IOException {
    if (NodeUtils.isLangString(literal)) {
      json.writeStringField("xml:lang", literal.getLiteralLanguage());
    } else if (!NodeUtils.isSimpleString(literal)) {
      json.writeStringField("datatype", literal.getLiteralDatatypeURI());
    }
    write(json, literal.getLiteralLexicalForm());
  }

  private static void write(JsonGenerator json, String value) throws IOException {
    json.writeFieldName(VALUE);
    json.writeString(value);
  }
}
