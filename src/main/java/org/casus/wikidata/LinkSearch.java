package org.casus.wikidata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casus.remote.FarSideException;

/**
 * Looks for the items of things. States come first, then organisations, offices and the rest, since
 * what was found of a state tells more of its offices, and that of an office more of who held it.
 */
final class LinkSearch {

  /** A second item this close to the best makes both doubtful. */
  private static final double TOO_CLOSE = 0.1;

  private final ItemSearch search;
  private final Map<String, Entity> all;
  private final double threshold;

  /**
   * A search.
   *
   * @param all all things by name, for the names of countries and offices
   * @param threshold score from which on an item is proposed
   */
  LinkSearch(ItemSearch search, Map<String, Entity> all, double threshold) {
    this.search = search;
    this.all = all;
    this.threshold = threshold;
  }

  /**
   * What was found for each of the things, in the order of their groups.
   *
   * @param known what is linked or rejected already; gets what is proposed
   * @throws FarSideException if the far side cannot be asked
   */
  List<Proposal> run(List<Entity> wanted, KnownLinks known, WorkProgress progress) {
    List<Proposal> proposals = new ArrayList<>();
    for (Entity.Group group : Entity.Group.values()) {
      List<Entity> ofGroup = wanted.stream().filter(any -> any.group() == group).toList();
      if (ofGroup.isEmpty()) {
        continue;
      }
      Map<String, List<Item>> found = search.find(ofGroup, known, WorkProgress.SILENT);
      List<Proposal> compared =
          ofGroup.stream()
              .map(entity -> compare(entity, found.getOrDefault(entity.name(), List.of()), known))
              .toList();
      for (Proposal proposal : withoutShared(compared)) {
        if (proposal.outcome() == Proposal.Outcome.PROPOSED) {
          known.add(proposal.entity().name(), proposal.comparisons().get(0).item().id());
        }
        proposals.add(proposal);
      }
      progress.done(proposals.size(), wanted.size());
    }
    return List.copyOf(proposals);
  }

  private Proposal compare(Entity entity, List<Item> items, KnownLinks known) {
    List<Comparison> comparisons =
        items.stream()
            .filter(item -> item.mergedInto().isEmpty())
            .filter(item -> known.isFree(item.id(), entity.name()))
            .map(
                item ->
                    Comparison.of(entity, item, known, name -> Optional.ofNullable(all.get(name))))
            .filter(comparison -> comparison.score() > 0)
            .sorted(Comparison.bestFirst())
            .toList();
    return new Proposal(entity, outcome(comparisons), comparisons);
  }

  private Proposal.Outcome outcome(List<Comparison> comparisons) {
    if (comparisons.isEmpty()) {
      return Proposal.Outcome.NOTHING;
    }
    double best = comparisons.get(0).score();
    if (best < threshold) {
      return Proposal.Outcome.WEAK;
    }
    return comparisons.size() > 1 && best - comparisons.get(1).score() < TOO_CLOSE
        ? Proposal.Outcome.AMBIGUOUS
        : Proposal.Outcome.PROPOSED;
  }

  /** An item that is proposed for two things is right for one of them at most. */
  private static List<Proposal> withoutShared(List<Proposal> proposals) {
    Map<String, Double> bestByItem = new HashMap<>();
    Set<String> tied = new HashSet<>();
    proposals.stream()
        .filter(any -> any.outcome() == Proposal.Outcome.PROPOSED)
        .map(any -> any.comparisons().get(0))
        .forEach(
            best -> {
              Double other = bestByItem.get(best.item().id());
              if (other != null && Math.abs(other - best.score()) < TOO_CLOSE) {
                tied.add(best.item().id());
              }
              bestByItem.merge(best.item().id(), best.score(), Math::max);
            });
    return proposals.stream()
        .map(
            proposal -> {
              if (proposal.outcome() != Proposal.Outcome.PROPOSED) {
                return proposal;
              }
              Comparison best = proposal.comparisons().get(0);
              String item = best.item().id();
              boolean wins =
                  !tied.contains(item) && best.score() >= bestByItem.getOrDefault(item, 0.0);
              return wins
                  ? proposal
                  : new Proposal(
                      proposal.entity(), Proposal.Outcome.AMBIGUOUS, proposal.comparisons());
            })
        .toList();
  }
}
