package org.casus.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.casus.testing.GraphAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationFormatTest {

  /** A statement of the DOT language as it is written here: quoted names, and quoted labels. */
  private static final Pattern DOT_LINE =
      Pattern.compile(
          "  (\"([^\"\\\\]|\\\\.)*\"( -> \"([^\"\\\\]|\\\\.)*\")?"
              + "( \\[(\\w+=(\\w+|\"([^\"\\\\]|\\\\.)*\")(, )?)+])?|rankdir=LR|node \\[.*]);");

  private static Explanation explain(String reference) {
    return new Explainer(ExplainedDataset.dataset()).explain(reference).orElseThrow();
  }

  @Test
  void text_is_a_tree_that_ends_in_sources_and_tells_nothing_twice() {
    assertThat(ExplanationFormat.TEXT.render(explain("tie/t")))
        .isEqualTo(
            """
            Aland allied with Bland
            │  DyadicRelation [inferred/bonds]
            │  https://w3id.org/casus/id/tie/t
            ├─ reason 1 of 2: rule “Tie”
            │  │  If: b. Then: t.
            │  └─ Alignment: Aland towards Bland
            │        source: ATOP [article/x]
            │        gist: They are friends.
            └─ reason 2 of 2: rule “Tie”
               └─ bond: Aland owes Bland defence
                  │  from 1997, still going on, attested until 2016-12-31
                  │  derived [inferred/bonds]
                  ├─ reason 1 of 2: rule “By charter”
                  │  │  If: c. Then: b.
                  │  ├─ provision: Article 4 of the charter
                  │  │     source: ATOP, alliance 7 [reference]
                  │  └─ provision: Article 3 of the treaty
                  │        source: ATOP, alliance 1; alliance 2; corroborated by COW; status verified
                  │        [reference]
                  └─ reason 2 of 2: rule “By treaty”, from 1997, end unknown
                     │  If: t. Then: b.
                     └─ provision: Article 3 of the treaty (see above)
            """);
  }

  @Test
  void text_tells_apart_why_a_thing_is_there_and_why_it_is_so() {
    assertThat(
            ExplanationFormat.TEXT.render(
                new Explainer(ExplainedDataset.withFinding())
                    .explain("casus-foederis/f")
                    .orElseThrow()))
        .isEqualTo(
            """
            Question
            │  CasusFoederis [inferred/casus-foederis]
            │  https://w3id.org/casus/id/casus-foederis/f
            ├─ because of the rule “Tie”
            │  │  If: b. Then: t.
            │  └─ provision: Article 4 of the charter
            │        source: ATOP, alliance 7 [reference]
            └─ has finding: not obliged
               └─ because of the rule “Finding”
                     If: f. Then: n.
            """);
  }

  @Test
  void text_tells_short_cuts_quotes_and_what_rests_on_a_curated_record() {
    assertThat(ExplanationFormat.TEXT.render(explain("statement/s")))
        .contains(
            "│  Not derived: it is curated.\n", "│  quote: “say \"no\" to \\N & the <rest>”\n")
        .contains("├─ derived: speaks officially for Aland [inferred/bonds]\n")
        .contains("└─ 1 conclusion rests on it directly\n   └─ Capacity\n")
        .contains("would fall, has no other reason; “By charter”\n")
        // What follows for the record itself is told above, and no other thing.
        .doesNotContain("by way of");
  }

  @Test
  void json_keeps_its_structure_and_all_characters() {
    JsonObject json = JSON.parse(ExplanationFormat.JSON.render(explain("statement/s")));

    assertThat(json.keys())
        .containsExactlyInAnyOrder("explains", "things", "derivedTriples", "conclusions");
    JsonObject subject = json.get("things").getAsArray().get(0).getAsObject();
    assertThat(subject.getString("iri")).isEqualTo(json.getString("explains"));
    assertThat(
            subject
                .get("attestations")
                .getAsArray()
                .get(0)
                .getAsObject()
                .get("quotes")
                .getAsArray()
                .get(0))
        .hasToString("\"say \\\"no\\\" to \\\\N &\\tthe <rest>\"");
    assertThat(
            json.get("derivedTriples")
                .getAsArray()
                .get(0)
                .getAsObject()
                .get("derivations")
                .getAsArray())
        .hasSize(1);
    assertThat(json.get("conclusions").getAsArray().get(0).getAsObject().getNumber("reasonsLeft"))
        .hasToString("0");
    assertThat(JSON.parse(ExplanationFormat.JSON.render(explain("bond/b"))).toString())
        .contains("\"attestedUntil\"", "\"premises\"")
        .doesNotContain("null");
  }

  @Test
  void turtle_holds_the_reasons_and_their_sources() {
    Graph graph =
        RDFParser.fromString(ExplanationFormat.TURTLE.render(explain("bond/b")), Lang.TURTLE)
            .toGraph();

    GraphAssert.assertThatGraph(graph)
        .hasAtLeast(
            """
            <bond/b> a casus:Bond ; prov:wasGeneratedBy <derivation/1>, <derivation/2> .
            <derivation/2> casus:derivedBy <rule/by-charter> ;
              prov:used <provision/charter>, <provision/treaty> .
            <provision/treaty> dcterms:source <source/atop> ; casus:locator "alliance 1" .
            <rule/by-charter> skos:definition "If: c. Then: b."@en .
            <date/1997> casus:edtf "1997" .
            """);
    assertThat(graph.stream().map(triple -> triple.getSubject().getURI()))
        .noneMatch(iri -> iri.contains("/statement/"));
  }

  @ParameterizedTest
  @EnumSource(ExplanationFormat.class)
  void the_same_data_give_the_same_text(ExplanationFormat format) {
    for (String reference : new String[] {"tie/t", "statement/s", "provision/treaty"}) {
      assertThat(format.render(explain(reference)))
          .isEqualTo(format.render(explain(reference)))
          .endsWith("\n");
    }
  }

  @Test
  void dot_is_quoted_and_draws_things_reasons_and_sources() {
    for (String reference : new String[] {"tie/t", "statement/s", "provision/treaty"}) {
      String dot = ExplanationFormat.DOT.render(explain(reference));

      assertThat(dot).startsWith("digraph explanation {\n").endsWith("}\n");
      assertThat(dot.lines().filter(line -> line.startsWith(" ")))
          .allMatch(DOT_LINE.asMatchPredicate());
    }
    assertThat(ExplanationFormat.DOT.render(explain("statement/s")))
        .contains("shape=ellipse", "shape=note", "style=dashed")
        .contains("“say \\\"no\\\" to \\\\N & the <rest>”");
  }
}
