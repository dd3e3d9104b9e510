package org.casus.wikidata;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.vocabulary.OWL;
import org.casus.model.WikidataLink;
import org.casus.ontology.Ontology;
import org.casus.remote.FarSideException;
import org.casus.source.CuratedData;
import org.casus.vocab.Wikidata;

/**
 * Fetches what Wikidata says of linked things: labels and aliases in English, Russian, Armenian,
 * Azerbaijani and Turkish, coordinates, dates, positions held and memberships. Statements come as
 * they are, with qualifiers, ranks and references, in Wikidata's own model; the short forms without
 * qualifiers are left out, since a position without its time is a false statement.
 */
public final class Enrichment {

  private final LinkTable table;
  private final ItemReader reader;

  public Enrichment(CuratedData data, Ontology ontology, SparqlSource source) {
    this.table = new LinkTable(data, ontology);
    this.reader = new ItemReader(source);
  }

  /**
   * What was fetched.
   *
   * @param items how many items Wikidata says something of
   * @param lines the triples as lines of N-Triples, sorted
   * @param warnings links whose item is gone or was merged, each a sentence
   */
  public record Fetched(int items, SortedSet<String> lines, List<String> warnings) {}

  /**
   * Fetches everything, or fails.
   *
   * @throws FarSideException if something could not be fetched; then nothing is to be kept but the
   *     answers for the next run
   */
  public Fetched fetch(WorkProgress progress) {
    List<WikidataLink> links =
        table
            .links()
            .filter(WikidataLink::isVerified)
            .filter(link -> !link.entity().startsWith(WikidataLink.TERM))
            .filter(link -> link.qid().filter(qid -> qid.startsWith("Q")).isPresent())
            .toList();
    SortedSet<String> lines = new TreeSet<>();
    Set<String> present = new HashSet<>();
    List<String> warnings = new ArrayList<>();
    List<List<String>> batches =
        ItemReader.batches(links.stream().map(link -> link.qid().orElseThrow()).toList());
    for (int i = 0; i < batches.size(); i++) {
      List<Node> items = batches.get(i).stream().map(Wikidata::entity).toList();
      List<Triple> triples = new ArrayList<>();
      reader.triples(WikidataQuery.PLAIN, items).forEach(triples::add);
      reader.triples(WikidataQuery.STATEMENTS, items).forEach(triples::add);
      reader.triples(WikidataQuery.REFERENCES, items).forEach(triples::add);
      for (Triple triple : triples) {
        if (items.contains(triple.getSubject())) {
          present.add(Wikidata.id(triple.getSubject()));
          if (triple.getPredicate().equals(OWL.sameAs.asNode())) {
            warnings.add(
                Wikidata.id(triple.getSubject())
                    + " was merged into "
                    + triple.getObject().getURI().substring(Wikidata.ENTITY.length())
                    + "; correct the link and fetch again.");
          }
        }
        if (isKept(triple)) {
          lines.add(line(triple));
        }
      }
      progress.done(i + 1, batches.size());
    }
    for (WikidataLink link : links) {
      if (!present.contains(link.qid().orElseThrow())) {
        warnings.add(
            link.qid().orElseThrow()
                + ", to which "
                + link.entity()
                + " is linked, is not there; check the link with ./casus link --verify.");
      }
    }
    return new Fetched(present.size(), lines, List.copyOf(warnings));
  }

  private static boolean isKept(Triple triple) {
    String predicate = triple.getPredicate().getURI();
    return !predicate.startsWith(Wikidata.DIRECT)
        && !predicate.equals(OWL.sameAs.getURI())
        && !predicate.equals(Wikidata.WIKIBASE + "statements")
        && !triple.getSubject().isBlank();
  }

  private static String line(Triple triple) {
    Node object = triple.getObject().isBlank() ? unknownValue(triple) : triple.getObject();
    return NodeFmtLib.strNT(triple.getSubject())
        + " "
        + NodeFmtLib.strNT(triple.getPredicate())
        + " "
        + NodeFmtLib.strNT(object)
        + " .";
  }

  /**
   * A value that exists and is not known gets a name that is the same in the next run, as Wikidata
   * itself gives it.
   */
  private static Node unknownValue(Triple triple) {
    String where = triple.getSubject() + " " + triple.getPredicate();
    return NodeFactory.createURI(
        Wikidata.UNKNOWN_VALUE
            + UUID.nameUUIDFromBytes(where.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", ""));
  }
}
