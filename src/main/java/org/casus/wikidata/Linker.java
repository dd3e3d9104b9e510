package org.casus.wikidata;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.casus.model.WikidataLink;
import org.casus.ontology.Ontology;
import org.casus.remote.Courtesy;
import org.casus.remote.FarSideException;
import org.casus.remote.Pause;
import org.casus.source.CuratedData;
import org.jspecify.annotations.Nullable;

/**
 * Finds candidates for things without a link, and checks the links there are. Called by the command
 * {@code link}; says what it found and changes nothing.
 */
public final class Linker {

  /** The score from which on an item is proposed. */
  public static final double THRESHOLD = 0.75;

  private static final int SHOWN = 3;
  private static final String SAME_AS = "same-as";

  private final LinkTable table;
  private final Map<String, Entity> entities;
  private final ItemSearch search;
  private final @Nullable SparqlSource source;

  private Linker(
      CuratedData data, Ontology ontology, ItemSearch search, @Nullable SparqlSource source) {
    this.table = new LinkTable(data, ontology);
    this.entities = Entities.of(data, ontology, table);
    this.search = search;
    this.source = source;
  }

  /** Asks by SPARQL. */
  public static Linker over(CuratedData data, Ontology ontology, SparqlSource source) {
    return new Linker(data, ontology, new SparqlItemSearch(source), source);
  }

  /** Asks a reconciliation service, which can find candidates and not check links. */
  public static Linker reconciling(
      CuratedData data,
      Ontology ontology,
      URI service,
      Courtesy courtesy,
      Pause pause,
      AnswerJournal journal) {
    return new Linker(
        data, ontology, new ReconciliationSearch(service, courtesy, pause, journal), null);
  }

  /** Where it looks. */
  public String sourceName() {
    return search.name();
  }

  /** The names of all things that can be looked for. */
  public Set<String> names() {
    return entities.keySet();
  }

  /** The names of the things without a link of which one would expect that Wikidata has them. */
  public Set<String> unlinked() {
    Set<String> settled =
        table.rows().stream()
            .filter(row -> row.isLink() || row.status().equals(WikidataLink.NOT_EXPECTED))
            .map(WikidataLink::entity)
            .collect(Collectors.toSet());
    return entities.keySet().stream()
        .filter(name -> !settled.contains(name))
        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
  }

  /**
   * Looks for the items of things.
   *
   * @param names which things
   * @param threshold score from which on an item is a candidate
   * @return a line for each thing, and some more where several items fit
   * @throws FarSideException if the far side cannot be asked
   */
  public List<Finding> search(Set<String> names, double threshold, WorkProgress progress) {
    List<Entity> wanted =
        entities.values().stream().filter(entity -> names.contains(entity.name())).toList();
    // A thing that is looked for again may be found to be the item that it is linked to.
    List<WikidataLink> others =
        table.rows().stream()
            .filter(row -> !row.isLink() || !names.contains(row.entity()))
            .toList();
    return proposals(wanted, others, threshold, progress).stream()
        .flatMap(proposal -> findings(proposal).stream())
        .toList();
  }

  List<Proposal> proposals(
      List<Entity> wanted, List<WikidataLink> rows, double threshold, WorkProgress progress) {
    return new LinkSearch(search, entities, threshold).run(wanted, KnownLinks.of(rows), progress);
  }

  LinkTable table() {
    return table;
  }

  Map<String, Entity> entities() {
    return entities;
  }

  private static List<Finding> findings(Proposal proposal) {
    Entity entity = proposal.entity();
    if (proposal.comparisons().isEmpty()) {
      return List.of(
          new Finding(
              entity.name(), entity.label(), proposal.outcome().words(), "", "", -1, List.of()));
    }
    int shown = proposal.outcome() == Proposal.Outcome.AMBIGUOUS ? SHOWN : 1;
    return proposal.comparisons().stream()
        .limit(shown)
        .map(
            comparison ->
                new Finding(
                    entity.name(),
                    entity.label(),
                    proposal.outcome().words(),
                    comparison.item().id(),
                    comparison.item().label(),
                    comparison.score(),
                    comparison.words()))
        .toList();
  }

  /** Whether links can be checked against what is asked. */
  public boolean canVerify() {
    return source != null;
  }

  /**
   * Checks the links there are: whether the item is still there, was merged into another, is of
   * another class or has names, countries, dates or a place that contradict ours.
   *
   * @param names which things; all if empty
   * @return a line for each link about which there is something to tell; none if all is well
   * @throws FarSideException if the far side cannot be asked
   */
  public List<Finding> verify(Set<String> names, WorkProgress progress) {
    if (source == null) {
      throw new IllegalStateException("links are checked by SPARQL only");
    }
    List<WikidataLink> links =
        table.links().filter(link -> names.isEmpty() || names.contains(link.entity())).toList();
    Map<String, Item> items =
        new ItemReader(source)
            .read(links.stream().map(link -> link.qid().orElseThrow()).toList(), progress);
    KnownLinks known = KnownLinks.of(table.rows());
    List<Finding> findings = new ArrayList<>();
    for (WikidataLink link : links) {
      Item item = items.get(link.qid().orElseThrow());
      if (item != null) {
        check(link, item, known).ifPresent(findings::add);
      }
    }
    findings.sort(Comparator.comparing(Finding::entity));
    return List.copyOf(findings);
  }

  private Optional<Finding> check(WikidataLink link, Item item, KnownLinks known) {
    if (!item.exists()) {
      return Optional.of(
          finding(
              link,
              item,
              "gone",
              List.of("nothing is said of it there; it may have been deleted")));
    }
    if (item.mergedInto().isPresent()) {
      return Optional.of(
          finding(link, item, "redirected", List.of("merged into " + item.mergedInto().get())));
    }
    Entity entity = entities.get(link.entity());
    if (entity == null) {
      return Optional.empty();
    }
    boolean isSame = link.relation().filter(SAME_AS::equals).isPresent();
    List<Comparison.Reason> contradictions =
        Comparison.of(entity, item, known, name -> Optional.ofNullable(entities.get(name)))
            .reasons()
            .stream()
            .filter(Comparison.Reason::contradicts)
            .filter(reason -> isSame || reason.aspect() != Comparison.Aspect.CLASS)
            .toList();
    if (contradictions.isEmpty()) {
      return Optional.empty();
    }
    boolean isOfOtherClass =
        contradictions.stream().anyMatch(reason -> reason.aspect() == Comparison.Aspect.CLASS);
    return Optional.of(
        finding(
            link,
            item,
            isOfOtherClass ? "other class" : "contradicts",
            contradictions.stream().map(Comparison.Reason::text).toList()));
  }

  private Finding finding(WikidataLink link, Item item, String outcome, List<String> reasons) {
    return new Finding(
        link.entity(),
        table.label(link.entity()),
        outcome,
        item.id(),
        item.names().isEmpty() ? "" : item.label(),
        -1,
        reasons);
  }
}
