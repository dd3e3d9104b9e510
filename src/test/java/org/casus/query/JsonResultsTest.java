package org.casus.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonResultsTest {
  private final RowSetWriter writer = new JsonResults();

  @Test
  void writesEachKindOfTermAsTheW3cSays() {
    assertThat(
            json(
                """
                SELECT * {
                  VALUES (?iri ?text ?french ?day ?nothing) {
                    (<http://example.org/ö> "a \\"b\\"\\n\\t\\\\" "été"@fr "2020-09-27"^^<http://www.w3.org/2001/XMLSchema#date> UNDEF)
                  }
                }
                """))
        .isEqualTo(
            """
            {"head":{"vars":["iri","text","french","day","nothing"]},"results":{"bindings":[
            {"iri":{"type":"uri","value":"http://example.org/ö"},\
            "text":{"type":"literal","value":"a \\"b\\"\\n\\t\\\\"},\
            "french":{"type":"literal","xml:lang":"fr","value":"été"},\
            "day":{"type":"literal","datatype":"http://www.w3.org/2001/XMLSchema#date","value":"2020-09-27"}}]}}
            """);
  }

  @Test
  void keepsBlankNodesApart() {
    String json = json("SELECT (BNODE() AS ?a) (?a AS ?same) (BNODE() AS ?b) {}");
    assertThat(json)
        .contains(
            "{\"a\":{\"type\":\"bnode\",\"value\":\"b0\"},\"same\":{\"type\":\"bnode\",\"value\":\"b0\"},\"b\":{\"type\":\"bnode\",\"value\":\"b1\"}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { VALUES ?x { } }",
        "SELECT ?x { VALUES (?x ?y) { (1 2) (UNDEF 3) (true 'x'@en-GB) } }",
        "SELECT * { BIND(<<( <urn:a> <urn:b> <<( <urn:c> <urn:d> 'e' )>> )>> AS ?t) }",
      })
  void isReadBackByJena(String query) {
    RowSet expected = answer(query);
    RowSet read =
        RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON)
            .create(ResultSetLang.RS_JSON)
            .read(
                new ByteArrayInputStream(json(query).getBytes(StandardCharsets.UTF_8)),
                new Context());
    assertThat(read.getResultVars()).isEqualTo(expected.getResultVars());
    assertThat(read.stream().toList()).isEqualTo(expected.stream().toList());
  }

  @Test
  void writesCharactersBeyondTheBasicPlaneAsTheyAre() {
    assertThat(json("SELECT ('\uD83D\uDD4A' AS ?dove) {}")).contains("\"\uD83D\uDD4A\"");
  }

  @Test
  void leavesAnAnswerOpenThatBreaks() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RowSet breaking =
        RowSetStream.create(
            List.of(Var.alloc("x")),
            Iter.concat(
                answer("SELECT (1 AS ?x) {}").stream().iterator(),
                Stream.<Binding>generate(
                        () -> {
                          throw new IllegalStateException("as a query that is stopped");
                        })
                    .iterator()));
    assertThatThrownBy(() -> writer.write(out, breaking, new Context()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(out.toString(StandardCharsets.UTF_8)).doesNotEndWith("}\n");
  }

  @Test
  void writesOneSolutionALine() {
    assertThat(json("SELECT * { VALUES ?x { 1 2 3 } }").lines()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void writesAnAnswerToAsk(boolean answer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(out, answer, new Context());
    assertThat(JsonParser.parseString(out.toString(StandardCharsets.UTF_8)))
        .isEqualTo(JsonParser.parseString("{\"head\":{},\"boolean\":" + answer + "}"));
  }

  private String json(String query) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(out, answer(query), new Context());
    return out.toString(StandardCharsets.UTF_8);
  }

  private static RowSet answer(String query) {
    try (QueryExec execution =
        QueryExec.dataset(DatasetGraphFactory.empty()).query(QueryFactory.create(query)).build()) {
      return execution.select().materialize();
    }
  }
}
