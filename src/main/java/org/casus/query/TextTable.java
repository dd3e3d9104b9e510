package org.casus.query;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.PrefixMapping;
import org.jspecify.annotations.Nullable;

/**
 * Lays an answer out for people: prefixed names, aligned columns, long cells wrapped at words. No
 * text is cut off.
 */
final class TextTable {
  private static final int WIDEST = 48;
  private static final String GAP = "  ";

  private final ResultTable table;

  TextTable(ResultTable table) {
    this.table = table;
  }

  String render() {
    List<List<List<String>>> rows = new ArrayList<>();
    rows.add(table.columns().stream().map(List::of).toList());
    for (List<@Nullable Node> row : table.rows()) {
      List<List<String>> cells = new ArrayList<>();
      for (@Nullable Node cell : row) {
        cells.add(wrap(text(cell)));
      }
      rows.add(cells);
    }
    int[] widths = widths(rows);
    StringBuilder out = new StringBuilder();
    write(out, rows.get(0), widths);
    rule(out, widths);
    rows.subList(1, rows.size()).forEach(row -> write(out, row, widths));
    int count = table.rows().size();
    out.append(count).append(count == 1 ? " row\n" : " rows\n");
    return out.toString();
  }

  private String text(@Nullable Node cell) {
    if (cell == null) {
      return "";
    }
    if (cell.isURI()) {
      PrefixMapping prefixes = table.prefixes();
      String shortForm = prefixes.shortForm(cell.getURI());
      return shortForm.equals(cell.getURI()) ? "<" + cell.getURI() + ">" : shortForm;
    }
    return cell.isLiteral() ? cell.getLiteralLexicalForm() : "_:" + cell.getBlankNodeLabel();
  }

  private static List<String> wrap(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      if (!line.isEmpty() && width(line) + 1 + width(word) > WIDEST) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static int[] widths(List<List<List<String>>> rows) {
    int[] widths = new int[rows.get(0).size()];
    for (List<List<String>> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        for (String line : row.get(column)) {
          widths[column] = Math.max(widths[column], width(line));
        }
      }
    }
    return widths;
  }

  private static int width(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }

  private static void write(StringBuilder out, List<List<String>> row, int[] widths) {
    int height = row.stream().mapToInt(List::size).max().orElse(1);
    for (int line = 0; line < height; line++) {
      StringBuilder text = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        List<String> cell = row.get(column);
        String part = line < cell.size() ? cell.get(line) : "";
        text.append(column == 0 ? "" : GAP).append(part);
        text.append(" ".repeat(widths[column] - width(part)));
      }
      out.append(text.toString().stripTrailing()).append('\n');
    }
  }

  private static void rule(StringBuilder out, int[] widths) {
    for (int column = 0; column < widths.length; column++) {
      out.append(column == 0 ? "" : GAP).append("-".repeat(widths[column]));
    }
    out.append('\n');
  }
}
