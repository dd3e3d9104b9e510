package org.casus.query;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformApplyElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * The defaults of parameters in the text of a question: {@code VALUES ?state { … }} wherever a
 * SELECT speaks of the parameter, since a variable of one SELECT is another in the next. So the
 * file asks as it stands what the question asks, in every tool. Other values take the place of the
 * variable, and the blocks go.
 */
final class Defaults {

  private Defaults() {}

  /** The values that blocks of one variable give to each of these. */
  static Map<Var, Set<Node>> of(Query query, Set<Var> parameters) {
    Blocks blocks = new Blocks(parameters);
    transform(query, blocks);
    return blocks.found.stream()
        .collect(
            Collectors.groupingBy(
                block -> block.getVars().get(0),
                Collectors.flatMapping(
                    block -> block.getRows().stream().map(row -> row.get(block.getVars().get(0))),
                    Collectors.toSet())));
  }

  /** The query without these blocks. */
  static Query without(Query query, Set<Var> parameters) {
    return transform(query, new Blocks(parameters));
  }

  /** The text without them: each goes with its line, or with the blank after it. */
  static String without(String text, Set<Var> parameters) {
    String shorter = text;
    for (Var parameter : parameters) {
      String block = "VALUES\\s*[?$]" + parameter.getVarName() + "\\s*\\{[^{}]*\\}[ \\t]*";
      shorter =
          Pattern.compile("(?mi)^[ \\t]*" + block + "\\R|\\b" + block)
              .matcher(shorter)
              .replaceAll("");
    }
    return shorter;
  }

  private static Query transform(Query query, Blocks blocks) {
    return QueryTransformOps.transform(
        query, blocks, new ExprTransformApplyElementTransform(blocks));
  }

  /** Takes the blocks out of the groups in which they stand. */
  private static final class Blocks extends ElementTransformCopyBase {
    private final Set<Var> parameters;
    private final Set<ElementData> found = new HashSet<>();

    Blocks(Set<Var> parameters) {
      this.parameters = parameters;
    }

    @Override
    public Element transform(ElementGroup group, List<Element> parts) {
      ElementGroup left = new ElementGroup();
      for (Element part : parts) {
        if (part instanceof ElementData block
            && block.getVars().size() == 1
            && parameters.contains(block.getVars().get(0))) {
          found.add(block);
        } else {
          left.addElement(part);
        }
      }
      return left;
    }
  }
}
