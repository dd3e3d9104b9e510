package org.casus.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What each named graph holds, in words. */
final class GraphDescriptions {

  /**
   * One row.
   *
   * @param graphs name of a graph; what is in capitals stands for any text without a slash
   * @param holds what it holds, able to stand in a sentence
   */
  record Row(String graphs, String holds) {

    private boolean fits(String name) {
      return Pattern.matches(graphs.replaceAll("[A-Z]+(-[A-Z]+)?", "[^/]+"), name);
    }
  }

  private static final String WORLDS =
      "bonds, relations, casus foederis, cross-pressure and derivations as they follow from"
          + " imported data sets, reasoned over apart from the curated graphs and from each other";

  /** The table of the README, row by row; a test compares them. */
  static final List<Row> ROWS =
      List.of(
          new Row("ontology", "classes, properties and lists of codes"),
          new Row("shapes", "what every record must have (SHACL)"),
          new Row(
              "reference",
              "what the sides do not contest: who signed what and when, who held which office; the"
                  + " bibliography; dates"),
          new Row(
              "article/KEY",
              "what one article reports, codes, cites and concludes; KEY is its key in the"
                  + " bibliography"),
          new Row(
              "dataset/NAME-VERSION",
              "a data set of others that you imported, as it codes the world; nothing without an"
                  + " import. dataset/wikidata-DATE is what ./casus enrich fetched"),
          new Row(
              "wikidata",
              "links to Wikidata with status, evidence and day; for verified ones owl:sameAs,"
                  + " skos:exactMatch or skos:closeMatch. Nothing is reasoned over them"),
          new Row(
              "catalogue",
              "the questions, the rules, of which work and from which files, with which hashes, each"
                  + " graph comes, which things each article mentions, and what the dataset holds in"
                  + " numbers (VoID)"),
          new Row("inferred/owl", "what the ontology entails"),
          new Row("inferred/names", "all names of a thing at the thing itself"),
          new Row("inferred/citations", "which article cites which work"),
          new Row("inferred/officials", "who spoke in which official capacity, and how certainly"),
          new Row(
              "inferred/claims",
              "who asserts a claim, and which further places it reaches, along the parts of places"),
          new Row(
              "inferred/bonds",
              "who owes whom which alliance obligation, under which provision, from when to when"),
          new Row(
              "inferred/relations",
              "who is ally of whom by treaty, and partner, rival and so on as sources code it, from"
                  + " when to when"),
          new Row(
              "inferred/cross-pressure",
              "who stands between the two sides of a conflict, and of whom that is not covered"),
          new Row(
              "inferred/casus-foederis",
              "for each attack and each duty of defence: whether the scope covers the place,"
                  + " whether help was due, and whether any is recorded"),
          new Row(
              "inferred/justice",
              "the stage of diminishing justice of each entitlement claim, and the ties that it"
                  + " rests on"),
          new Row(
              "inferred/comparisons",
              "which statements and which assessments contradict each other or concur"),
          new Row(
              "inferred/derivations",
              "every reason for what the rules concluded: rule, premises, period"),
          new Row("inferred/cow/NAME", WORLDS),
          new Row("inferred/atop/NAME", WORLDS));

  private GraphDescriptions() {}

  /** What a graph holds; empty for a graph that no row knows. */
  static Optional<String> of(String name) {
    return ROWS.stream().filter(row -> row.fits(name)).findFirst().map(Row::holds);
  }
}
