package org.casus.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.casus.pipeline.Project;
import org.casus.testing.ProjectCopy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Armenia's part in the treaty of 1997 and in the charter of the CSTO are taken out of the data.
 * What follows from them alone is gone; what follows otherwise, too, stays.
 */
class RemovedPremiseTest {

  private static final Set<String> REMOVED =
      Set.of(
          "participation/russia-armenia-treaty-1997-armenia", "participation/csto-charter-armenia");
  private static final String BY_MEMBERSHIP_TOO =
      "bond/csto-charter-defence--russia--armenia--2003-09-18";
  private static final String BY_PARTICIPATION_ONLY =
      "bond/russia-armenia-treaty-1997-defence--russia--armenia--1997-08-29";
  private static final String ALLIANCE =
      "dyadic-relation/alliance-by-treaty--russia--armenia--1993-01-22";

  private static Map<String, Map<String, SortedSet<String>>> before;
  private static Map<String, Map<String, SortedSet<String>>> after;

  @BeforeAll
  static void removeTwoRows(@TempDir Path directory) throws IOException {
    Project copy = ProjectCopy.in(directory);
    Path table = copy.data().resolve("agreements/participations.csv");
    List<String> rows = Files.readAllLines(table);
    List<String> kept =
        rows.stream()
            .filter(
                row ->
                    REMOVED.stream()
                        .noneMatch(
                            removed -> row.startsWith(removed.replace("participation/", "") + ",")))
            .toList();
    assertThat(rows).hasSize(kept.size() + REMOVED.size());
    Files.writeString(table, String.join("\n", kept) + "\n");
    before = ConclusionsOfTheProject.original().derivations();
    after = ConclusionsOfTheProject.of(copy).derivations();
  }

  @Test
  void exactlyWhatHasNoOtherReasonIsGone() {
    SortedSet<String> gone = new TreeSet<>(before.keySet());
    gone.removeAll(after.keySet());
    SortedSet<String> expected = new TreeSet<>(before.keySet());
    expected.removeAll(stillFollowing());
    assertThat(gone).isEqualTo(expected).contains(BY_PARTICIPATION_ONLY);
    assertThat(after.keySet()).isSubsetOf(before.keySet());
  }

  /** What has a reason all of whose premises are curated and kept, or follow in turn. */
  private static Set<String> stillFollowing() {
    Set<String> following = new TreeSet<>();
    boolean more;
    do {
      more = false;
      for (var conclusion : before.entrySet()) {
        boolean holds =
            conclusion.getValue().values().stream()
                .anyMatch(
                    premises ->
                        premises.stream()
                            .allMatch(
                                premise ->
                                    !REMOVED.contains(premise)
                                        && (!before.containsKey(premise)
                                            || following.contains(premise))));
        more |= holds && following.add(conclusion.getKey());
      }
    } while (more);
    return following;
  }

  @Test
  void bondWithTwoReasonsStaysWithOne() {
    assertThat(before.get(BY_MEMBERSHIP_TOO)).hasSize(2);
    assertThat(after.get(BY_MEMBERSHIP_TOO).values())
        .containsExactly(
            new TreeSet<>(
                Set.of(
                    "agreement/csto-charter",
                    "membership/armenia-csto",
                    "membership/russia-csto",
                    "provision/csto-charter-defence")));
  }

  @Test
  void allianceLosesTheReasonsThatAreGone() {
    assertThat(bondsOf(before)).contains(BY_PARTICIPATION_ONLY, BY_MEMBERSHIP_TOO);
    assertThat(bondsOf(after)).contains(BY_MEMBERSHIP_TOO).doesNotContain(BY_PARTICIPATION_ONLY);
  }

  @Test
  void findingsOnTheDutyThatIsGoneAreGone() {
    assertThat(findings(before)).isNotEmpty();
    assertThat(findings(after)).isEmpty();
  }

  private static List<String> bondsOf(Map<String, Map<String, SortedSet<String>>> derivations) {
    return derivations.get(ALLIANCE).values().stream().flatMap(SortedSet::stream).toList();
  }

  private static List<String> findings(Map<String, Map<String, SortedSet<String>>> derivations) {
    return derivations.keySet().stream()
        .filter(record -> record.startsWith("casus-foederis/"))
        .filter(record -> record.contains("russia-armenia-treaty-1997"))
        .toList();
  }
}
