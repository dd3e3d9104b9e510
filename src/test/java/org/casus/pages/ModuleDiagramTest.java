package org.casus.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.casus.pages.ModuleDiagram.Box;
import org.junit.jupiter.api.Test;

class ModuleDiagramTest {

  private static final SortedMap<String, Set<String>> REQUIRES =
      new TreeMap<>(
          Map.of(
              "core", Set.of(),
              "actors", Set.of("core"),
              "places", Set.of("actors", "core"),
              "claims", Set.of("actors", "core"),
              "top", Set.of("places", "claims", "core", "elsewhere")));

  @Test
  void eachModuleStandsAboveWhatItBuildsOn() {
    ModuleDiagram diagram = ModuleDiagram.of(REQUIRES);
    REQUIRES.forEach(
        (module, required) ->
            required.stream()
                .filter(REQUIRES::containsKey)
                .forEach(
                    other ->
                        assertThat(box(diagram, module).y()).isLessThan(box(diagram, other).y())));
    assertThat(box(diagram, "places").y()).isEqualTo(box(diagram, "claims").y());
    assertThat(diagram.boxes())
        .allSatisfy(
            box -> {
              assertThat(box.x()).isNotNegative();
              assertThat(box.y()).isNotNegative();
              assertThat(box.x() + box.width()).isLessThanOrEqualTo(diagram.width());
              assertThat(box.y() + box.height()).isLessThanOrEqualTo(diagram.height());
            });
  }

  @Test
  void whatFollowsFromOtherArrowsHasNone() {
    // core <- actors <- places, claims <- top: five arrows, none of them to core but from actors.
    assertThat(ModuleDiagram.of(REQUIRES).arrows()).hasSize(5);
  }

  @Test
  void cyclesAreDrawn() {
    SortedMap<String, Set<String>> cycle =
        new TreeMap<>(Map.of("a", Set.of("b"), "b", Set.of("a")));
    assertThat(ModuleDiagram.of(cycle).boxes()).hasSize(2);
    assertThat(ModuleDiagram.of(new TreeMap<>()).boxes()).isEmpty();
  }

  private static Box box(ModuleDiagram diagram, String name) {
    return diagram.boxes().stream()
        .filter(box -> box.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
