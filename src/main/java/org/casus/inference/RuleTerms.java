package org.casus.inference;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_Path0;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.PathVisitorByType;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * The classes and properties that a rule concludes, asks for, and asks not to be there. From these
 * follows in which order rules can run, since what a rule asks not to be there must be complete
 * before, and which conclusions no rule will look for.
 *
 * @param concluded properties of the template; for {@code rdf:type}, the class beside it. Labels
 *     are left out: every record has one, and no rule depends on it
 * @param asked properties and classes of the pattern, and what it lists in VALUES, which may be
 *     classes; {@code rdf:type} itself only where any class will do
 * @param denied those within NOT EXISTS, EXISTS and MINUS. EXISTS counts, since its value may be
 *     negated
 */
record RuleTerms(Set<Node> concluded, Set<Node> asked, Set<Node> denied) {

  private static final Node TYPE = RDF.type.asNode();

  /**
   * The terms of a rule.
   *
   * @throws IllegalArgumentException if it leaves open which property it means
   */
  static RuleTerms of(Query query) {
    Set<Node> concluded = new HashSet<>();
    for (Triple triple : query.getConstructTemplate().getTriples()) {
      if (!triple.getPredicate().equals(RDFS.label.asNode())) {
        concluded.addAll(of(triple.getPredicate(), triple.getObject()));
      }
    }
    Set<Node> asked = new HashSet<>();
    Set<Node> denied = new HashSet<>();
    collect(query.getQueryPattern(), listed(query.getQueryPattern()), asked, denied);
    return new RuleTerms(Set.copyOf(concluded), Set.copyOf(asked), Set.copyOf(denied));
  }

  /** By any of these a triple can be asked for. */
  static Set<Node> of(Triple triple) {
    return of(triple.getPredicate(), triple.getObject());
  }

  private static Set<Node> of(Node property, Node object) {
    if (!property.isURI()) {
      throw new IllegalArgumentException(
          "it leaves open which property is meant; name those that are");
    }
    return property.equals(TYPE) && object.isURI() ? Set.of(TYPE, object) : Set.of(property);
  }

  /** The variables whose values the pattern lists, none of them UNDEF. */
  private static Set<Node> listed(Element pattern) {
    Set<Node> variables = new HashSet<>();
    ElementWalker.walk(
        pattern,
        new ElementVisitorBase() {
          @Override
          public void visit(ElementData values) {
            values.getVars().stream()
                .filter(
                    variable -> values.getRows().stream().allMatch(row -> row.contains(variable)))
                .forEach(variables::add);
          }
        });
    return variables;
  }

  private static void collect(
      Element pattern, Set<Node> listed, Set<Node> asked, Set<Node> denied) {
    ElementWalker.walk(
        pattern,
        new ElementVisitorBase() {
          @Override
          public void visit(ElementPathBlock block) {
            block.patternElts().forEachRemaining(path -> RuleTerms.collect(path, listed, asked));
          }

          @Override
          public void visit(ElementData values) {
            values.getRows().forEach(row -> row.forEach((variable, value) -> asked.add(value)));
          }

          @Override
          public void visit(ElementMinus minus) {
            collect(minus.getMinusElement(), listed, denied, denied);
          }

          @Override
          public void visit(ElementSubQuery inner) {
            Element pattern = inner.getQuery().getQueryPattern();
            collect(pattern, listed(pattern), asked, denied);
          }

          @Override
          public void visit(ElementFilter filter) {
            denials(filter.getExpr(), listed, denied);
          }

          @Override
          public void visit(ElementBind bind) {
            denials(bind.getExpr(), listed, denied);
          }
        });
  }

  private static void denials(Expr expression, Set<Node> listed, Set<Node> denied) {
    if (expression instanceof ExprFunctionOp exists) {
      collect(exists.getElement(), listed, denied, denied);
    } else if (expression instanceof ExprFunction function) {
      function.getArgs().forEach(argument -> denials(argument, listed, denied));
    }
  }

  private static void collect(TriplePath path, Set<Node> listed, Set<Node> terms) {
    if (!path.isTriple()) {
      path.getPath().visit(new Links(terms));
    } else if (!path.getPredicate().equals(TYPE)) {
      terms.addAll(of(path.getPredicate(), path.getObject()));
    } else if (path.getObject().isURI()) {
      terms.add(path.getObject());
    } else if (!listed.contains(path.getObject())) {
      terms.add(TYPE);
    }
  }

  /** Collects the properties of a path. */
  private static final class Links extends PathVisitorByType {
    private final Set<Node> terms;

    Links(Set<Node> terms) {
      this.terms = terms;
    }

    @Override
    public void visit0(P_Path0 link) {
      terms.add(link.getNode());
    }

    @Override
    public void visit1(P_Path1 step) {
      step.getSubPath().visit(this);
    }

    @Override
    public void visit2(P_Path2 steps) {
      steps.getLeft().visit(this);
      steps.getRight().visit(this);
    }

    @Override
    public void visitNegPS(P_NegPropSet others) {
      throw new IllegalArgumentException(
          "the pattern asks for all properties but some; name those that it asks for");
    }
  }
}
