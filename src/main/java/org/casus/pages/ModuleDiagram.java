package org.casus.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A drawing of modules in rows: what builds on nothing stands at the bottom, everything else above
 * all that it builds on. Arrows lead to what a module builds on; what follows from two arrows in
 * succession has none of its own.
 */
record ModuleDiagram(int width, int height, List<Box> boxes, List<Arrow> arrows) {
  private static final int BOX_WIDTH = 140;
  private static final int BOX_HEIGHT = 40;
  private static final int ROW = 84;
  private static final int GAP = 40;
  private static final int MARGIN = 10;

  /** A module; x and y are of the upper left corner. */
  record Box(String name, int x, int y, int width, int height, int textX, int textY) {}

  /** From the lower edge of one box to the upper edge of another. */
  record Arrow(int fromX, int fromY, int toX, int toY) {}

  /**
   * @param requires for each module all modules that it names as required; cycles are drawn in one
   *     row
   */
  static ModuleDiagram of(SortedMap<String, Set<String>> requires) {
    SortedMap<Integer, SortedSet<String>> rows = new TreeMap<>();
    for (String module : requires.keySet()) {
      rows.computeIfAbsent(level(module, requires, new HashSet<>()), any -> new TreeSet<>())
          .add(module);
    }
    int columns = rows.values().stream().mapToInt(Set::size).max().orElse(1);
    int width = 2 * MARGIN + columns * BOX_WIDTH + (columns - 1) * GAP;
    int height = 2 * MARGIN + Math.max(0, rows.size() - 1) * ROW + BOX_HEIGHT;
    Map<String, Box> boxes = new HashMap<>();
    List<Box> ordered = new ArrayList<>();
    int row = 0;
    for (SortedSet<String> modules : rows.values()) {
      int used = modules.size() * BOX_WIDTH + (modules.size() - 1) * GAP;
      int x = (width - used) / 2;
      int y = height - MARGIN - BOX_HEIGHT - row * ROW;
      for (String module : modules) {
        Box box =
            new Box(module, x, y, BOX_WIDTH, BOX_HEIGHT, x + BOX_WIDTH / 2, y + BOX_HEIGHT / 2 + 5);
        boxes.put(module, box);
        ordered.add(box);
        x += BOX_WIDTH + GAP;
      }
      row++;
    }
    return new ModuleDiagram(width, height, ordered, arrows(requires, boxes));
  }

  private static List<Arrow> arrows(
      SortedMap<String, Set<String>> requires, Map<String, Box> boxes) {
    List<Arrow> arrows = new ArrayList<>();
    requires.forEach(
        (module, required) -> {
          for (String target : new TreeSet<>(required)) {
            boolean indirect =
                required.stream()
                    .filter(other -> !other.equals(target))
                    .anyMatch(other -> reaches(other, target, requires, new HashSet<>()));
            Box from = boxes.get(module);
            Box to = boxes.get(target);
            if (!indirect && from != null && to != null && !from.equals(to)) {
              arrows.add(new Arrow(from.textX(), from.y() + BOX_HEIGHT, to.textX(), to.y() - 2));
            }
          }
        });
    return arrows;
  }

  private static boolean reaches(
      String from, String to, SortedMap<String, Set<String>> requires, Set<String> seen) {
    return seen.add(from)
        && requires.getOrDefault(from, Set.of()).stream()
            .anyMatch(next -> next.equals(to) || reaches(next, to, requires, seen));
  }

  private static int level(
      String module, SortedMap<String, Set<String>> requires, Set<String> above) {
    if (!above.add(module)) {
      return 0;
    }
    int level =
        requires.getOrDefault(module, Set.of()).stream()
            .filter(requires::containsKey)
            .mapToInt(required -> 1 + level(required, requires, above))
            .max()
            .orElse(0);
    above.remove(module);
    return level;
  }
}
