package org.casus.wikidata;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.casus.model.WikidataLink;

/**
 * How well {@link Linker} finds links: all links of things are hidden, the search runs over all
 * things, and what it proposes is compared with the verified links, by kind of thing. The links of
 * classes stay, since they are what the search knows of classes.
 */
public final class LinkBenchmark {

  private final Linker linker;

  public LinkBenchmark(Linker linker) {
    this.linker = linker;
  }

  /**
   * What came out for one kind of thing.
   *
   * @param kind the kind; “all” for all together
   * @param verified how many things of the kind have a verified link
   * @param found how many of these were proposed with the verified item
   * @param wrong how many proposals name an item of which it is known that it is not that of the
   *     thing: another than the verified one, one that was rejected, or that of another thing
   * @param unjudged how many proposals are for things without a verified link, so that nobody can
   *     say
   */
  public record Row(String kind, int verified, int found, int wrong, int unjudged) {

    /** Share of the verified links that were found; 1 if there are none. */
    public double recall() {
      return verified == 0 ? 1 : (double) found / verified;
    }

    /** Share of the proposals that can be judged that are right; 1 if there are none. */
    public double precision() {
      return found + wrong == 0 ? 1 : (double) found / (found + wrong);
    }
  }

  /**
   * Runs the search.
   *
   * @param threshold score from which on an item is proposed
   * @return a row for each kind of which there are things, and one for all
   */
  public List<Row> run(double threshold, WorkProgress progress) {
    List<WikidataLink> rows = linker.table().rows();
    Map<String, String> truth =
        rows.stream()
            .filter(WikidataLink::isVerified)
            .filter(row -> linker.entities().containsKey(row.entity()))
            .collect(
                Collectors.toMap(WikidataLink::entity, row -> row.qid().orElse(""), (a, b) -> a));
    List<Proposal> proposals =
        linker.proposals(List.copyOf(linker.entities().values()), List.of(), threshold, progress);
    List<Row> result = new ArrayList<>();
    for (Entity.Group group : Entity.Group.values()) {
      Row row = row(group.word(), proposals, truth, any -> any.entity().group() == group);
      if (row.verified() + row.found() + row.wrong() + row.unjudged() > 0) {
        result.add(row);
      }
    }
    result.add(row("all", proposals, truth, any -> true));
    return List.copyOf(result);
  }

  private Row row(
      String kind,
      List<Proposal> proposals,
      Map<String, String> truth,
      Predicate<Proposal> isOfKind) {
    KnownLinks known = KnownLinks.of(linker.table().rows());
    int verified = 0;
    int found = 0;
    int wrong = 0;
    int unjudged = 0;
    for (Proposal proposal : proposals.stream().filter(isOfKind).toList()) {
      String entity = proposal.entity().name();
      Optional<String> right = Optional.ofNullable(truth.get(entity));
      verified += right.isPresent() ? 1 : 0;
      if (proposal.outcome() != Proposal.Outcome.PROPOSED) {
        continue;
      }
      String item = proposal.comparisons().get(0).item().id();
      if (right.filter(item::equals).isPresent()) {
        found++;
      } else if (right.isPresent() || !known.isFree(item, entity)) {
        wrong++;
      } else {
        unjudged++;
      }
    }
    return new Row(kind, verified, found, wrong, unjudged);
  }

  /** Prints the rows with recall and precision. */
  public static void print(List<Row> rows, double threshold, PrintWriter out) {
    out.printf(Locale.ROOT, "threshold %.2f%n", threshold);
    out.println("kind          verified  found  wrong  unjudged  recall  precision");
    for (Row row : rows) {
      out.printf(
          Locale.ROOT,
          "%-12s %9d %6d %6d %9d %7.2f %10.2f%n",
          row.kind(),
          row.verified(),
          row.found(),
          row.wrong(),
          row.unjudged(),
          row.recall(),
          row.precision());
    }
    out.flush();
  }
}
