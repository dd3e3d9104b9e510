package org.casus.inference;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_Path0;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.PathVisitorByType;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;

/**
 * The classes and properties that a rule concludes, asks for, and asks not to be there. From these
 * follows in which order rules can run, since what a rule asks not to be there must be complete
 * before, and which conclusions no rule will look for.
 *
 * @param concluded properties of the template; for {@code rdf:type}, the class beside it. Labels
 *     are left out: every record has one, and no rule depends on it
 * @param wanted properties and classes of the pattern, and what it lists in VALUES, which may be
 *     classes; {@code rdf:type} itself only where any class will do
 * @param requiredOf for each subject of the pattern those of the wanted that are told of it in
 *     every solution
 * @param denied those within NOT EXISTS, EXISTS and MINUS. EXISTS counts, since its value may be
 *     negated
 */
record RuleTerms(
    Set<Node> concluded, Set<Wanted> wanted, Map<Node, Set<Node>> requiredOf, Set<Wanted> denied) {

  private static final Node TYPE = RDF.type.asNode();

  /** Stands for being named or listed in VALUES, which no record is that a rule concludes. */
  private static final Node NAMED = NodeFactory.createURI("urn:x-casus:named");

  /**
   * A term that a rule asks for.
   *
   * @param beside what must be told of the same thing as well, the term itself among it, as far as
   *     the rule says so
   * @param fixed what must be told of it in these words, as far as the rule says so
   */
  record Wanted(Node term, Set<Node> beside, Set<Fixed> fixed) {

    /** A term that is asked for, whatever else is told of the thing. */
    static Wanted ofAnything(Node term) {
      return new Wanted(term, Set.of(), Set.of());
    }

    /** Whether it may be found at a record of which these terms are told, and no others. */
    boolean mayBeToldOf(Set<Node> told) {
      return told.contains(term) && told.containsAll(beside);
    }
  }

  /** A property with the thing that it must lead to. */
  record Fixed(Node property, Node value) {

    boolean isAmong(List<Triple> triples) {
      return triples.stream()
          .anyMatch(
              triple -> triple.getObject().equals(value) && triple.getPredicate().equals(property));
    }
  }

  /**
   * The terms of a rule.
   *
   * @throws IllegalArgumentException if it leaves open which property or class it means
   */
  static RuleTerms of(Query query) {
    Set<Node> concluded = new HashSet<>();
    for (Triple triple : query.getConstructTemplate().getTriples()) {
      if (triple.getPredicate().equals(TYPE) && !triple.getObject().isURI()) {
        throw new IllegalArgumentException(
            "the CONSTRUCT template leaves open which class is meant; name it");
      }
      if (!triple.getPredicate().equals(RDFS.label.asNode())) {
        concluded.addAll(of(triple.getPredicate(), triple.getObject()));
      }
    }
    Set<Wanted> wanted = new HashSet<>();
    Set<Wanted> denied = new HashSet<>();
    Required required = collect(query.getQueryPattern(), Set.of(), new Required(), wanted, denied);
    return new RuleTerms(
        Set.copyOf(concluded), Set.copyOf(wanted), Map.copyOf(required.terms), Set.copyOf(denied));
  }

  /** The terms without which the pattern has no solution at all. */
  Set<Node> required() {
    return requiredOf.values().stream()
        .flatMap(Set::stream)
        .filter(term -> !term.equals(NAMED))
        .collect(Collectors.toSet());
  }

  /** What it looks for, whether to be there or not. */
  Stream<Wanted> inquired() {
    return Stream.concat(wanted.stream(), denied.stream());
  }

  /** The terms that it asks not to be there, of whatever. */
  Set<Node> deniedTerms() {
    return denied.stream().map(Wanted::term).collect(Collectors.toSet());
  }

  /** Whether a graph has a triple with this property, or something of this class. */
  static boolean isTold(Node term, Graph graph) {
    return graph.contains(Node.ANY, term, Node.ANY) || graph.contains(Node.ANY, TYPE, term);
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

  /** The variables whose values the pattern lists for all its solutions, none of them UNDEF. */
  private static Set<Node> listed(Element pattern) {
    Set<Node> variables = new HashSet<>();
    if (pattern instanceof ElementGroup group) {
      group.getElements().forEach(part -> variables.addAll(listed(part)));
    } else if (pattern instanceof ElementData values) {
      values.getVars().stream()
          .filter(variable -> values.getRows().stream().allMatch(row -> row.contains(variable)))
          .forEach(variables::add);
    }
    return variables;
  }

  /**
   * What is asked for and denied in a pattern.
   *
   * @param outside variables whose values are listed where the pattern stands
   * @param around what is asked of variables around the pattern, which has their values
   * @return what it asks for in all solutions
   */
  private static Required collect(
      Element pattern, Set<Node> outside, Required around, Set<Wanted> wanted, Set<Wanted> denied) {
    Set<Node> listed = new HashSet<>(outside);
    listed.addAll(listed(pattern));
    Required required = around.with(pattern, listed);
    Set<ElementPathBlock> optional = optional(pattern);
    Map<Element, Required> bound = new IdentityHashMap<>();
    bound(pattern, listed, around, bound);
    ElementWalker.walk(
        pattern,
        new ElementVisitorBase() {
          @Override
          public void visit(ElementPathBlock block) {
            block
                .patternElts()
                .forEachRemaining(
                    path ->
                        wanted.addAll(
                            // What is left unbound here may be bound by anything further on.
                            wanted(path, listed, optional.contains(block) ? null : required)));
          }

          @Override
          public void visit(ElementData values) {
            values
                .getRows()
                .forEach(
                    row -> row.forEach((variable, value) -> wanted.add(Wanted.ofAnything(value))));
          }

          @Override
          public void visit(ElementMinus minus) {
            // It has no values from around it.
            deny(minus.getMinusElement(), listed, new Required(), denied);
          }

          @Override
          public void visit(ElementSubQuery inner) {
            collect(inner.getQuery().getQueryPattern(), Set.of(), new Required(), wanted, denied);
            expressions(inner.getQuery())
                .forEach(expression -> denials(expression, Set.of(), new Required(), denied));
          }

          @Override
          public void visit(ElementFilter filter) {
            denials(filter.getExpr(), listed, known(filter), denied);
          }

          @Override
          public void visit(ElementBind bind) {
            denials(bind.getExpr(), listed, known(bind), denied);
          }

          private Required known(Element condition) {
            return bound.getOrDefault(condition, new Required());
          }
        });
    return required;
  }

  /**
   * For conditions of a pattern what is asked of the variables that are bound where they stand: a
   * variable that one shares with the pattern stands for something of which the pattern asks more,
   * so that only such things are meant. Of others nothing is known.
   *
   * @param around what is asked of variables around the pattern, which its own conditions know
   */
  private static void bound(
      Element pattern, Set<Node> listed, Required around, Map<Element, Required> bound) {
    if (pattern instanceof ElementGroup group) {
      Required whole = around.with(group, listed);
      // What stands further on binds too late for a BIND or an OPTIONAL, and what is around the
      // group is joined only afterwards (SPARQL 1.1 Query, section 18.2.2).
      Required before = new Required();
      for (Element part : group.getElements()) {
        if (part instanceof ElementFilter) {
          bound.put(part, whole);
        } else if (part instanceof ElementBind) {
          bound.put(part, before);
        } else if (part instanceof ElementOptional optional) {
          bound(optional.getOptionalElement(), listed, before, bound);
        } else {
          bound(part, listed, new Required(), bound);
        }
        before = before.with(part, listed);
      }
    } else if (pattern instanceof ElementUnion union) {
      union.getElements().forEach(branch -> bound(branch, listed, new Required(), bound));
    }
  }

  /** What a pattern asks of each subject in all solutions, and not only in some. */
  private static final class Required {
    private final Map<Node, Set<Node>> terms = new HashMap<>();
    private final Map<Node, Set<Fixed>> fixed = new HashMap<>();

    /** The same and what a further pattern asks. */
    Required with(Element pattern, Set<Node> listed) {
      Required both = new Required();
      terms.forEach(both::add);
      fixed.forEach((subject, more) -> both.fixed.put(subject, new HashSet<>(more)));
      require(pattern, listed, both);
      return both;
    }

    void add(Node subject, Collection<Node> more) {
      terms.computeIfAbsent(subject, any -> new HashSet<>()).addAll(more);
    }

    void add(TriplePath path, Set<Node> listed) {
      Node subject = path.getSubject();
      add(subject, terms(path, listed));
      if (!subject.isVariable()) {
        add(subject, Set.of(NAMED));
      }
      if (path.getObject().isURI() && !path.getPredicate().equals(TYPE)) {
        fixed
            .computeIfAbsent(subject, any -> new HashSet<>())
            .add(new Fixed(path.getPredicate(), path.getObject()));
      }
    }
  }

  private static void require(Element pattern, Set<Node> listed, Required required) {
    if (pattern instanceof ElementGroup group) {
      group.getElements().forEach(part -> require(part, listed, required));
    } else if (pattern instanceof ElementPathBlock block) {
      block
          .patternElts()
          .forEachRemaining(
              path -> {
                if (path.isTriple()) {
                  required.add(path, listed);
                }
              });
    } else if (pattern instanceof ElementData values) {
      listed(values).forEach(variable -> required.add(variable, Set.of(NAMED)));
    }
  }

  /** The blocks within OPTIONAL. */
  private static Set<ElementPathBlock> optional(Element pattern) {
    Set<ElementPathBlock> blocks = Collections.newSetFromMap(new IdentityHashMap<>());
    ElementVisitorBase collector =
        new ElementVisitorBase() {
          @Override
          public void visit(ElementPathBlock block) {
            blocks.add(block);
          }
        };
    ElementWalker.walk(
        pattern,
        new ElementVisitorBase() {
          @Override
          public void visit(ElementOptional optional) {
            ElementWalker.walk(optional.getOptionalElement(), collector);
          }
        });
    return blocks;
  }

  /** What a query computes outside its pattern. */
  private static Stream<Expr> expressions(Query query) {
    return Stream.of(
            query.getProject().getExprs().values().stream(),
            query.getGroupBy().getExprs().values().stream(),
            query.getHavingExprs().stream(),
            query.hasOrderBy()
                ? query.getOrderBy().stream().map(SortCondition::getExpression)
                : Stream.<Expr>empty(),
            query.getAggregators().stream()
                .flatMap(
                    aggregate ->
                        aggregate.getAggregator().getExprList() == null
                            ? Stream.empty()
                            : aggregate.getAggregator().getExprList().getList().stream()))
        .flatMap(expressions -> expressions);
  }

  private static Set<Wanted> wanted(
      TriplePath path, Set<Node> listed, @Nullable Required required) {
    Set<Node> ofSubject = Set.of();
    Set<Node> ofAnything = terms(path, listed);
    if (required != null && path.isTriple()) {
      ofSubject = ofAnything;
      ofAnything = Set.of();
    } else if (required != null
        && path.getPath() instanceof P_Seq steps
        && steps.getLeft() instanceof P_Link first
        && !first.getNode().equals(TYPE)) {
      ofSubject = Set.of(first.getNode());
      ofAnything = new HashSet<>();
      steps.getRight().visit(new Links(ofAnything));
    }
    Set<Wanted> wanted = new HashSet<>();
    ofAnything.forEach(term -> wanted.add(Wanted.ofAnything(term)));
    for (Node term : ofSubject) {
      wanted.add(
          new Wanted(
              term,
              Set.copyOf(required.terms.getOrDefault(path.getSubject(), Set.of())),
              Set.copyOf(required.fixed.getOrDefault(path.getSubject(), Set.of()))));
    }
    return wanted;
  }

  private static void denials(
      Expr expression, Set<Node> listed, Required around, Set<Wanted> denied) {
    if (expression instanceof ExprFunctionOp exists) {
      deny(exists.getElement(), listed, around, denied);
    } else if (expression instanceof ExprFunction function) {
      function.getArgs().forEach(argument -> denials(argument, listed, around, denied));
    }
  }

  private static void deny(Element pattern, Set<Node> listed, Required around, Set<Wanted> denied) {
    Set<Wanted> unwanted = new HashSet<>();
    collect(pattern, listed, around, unwanted, denied);
    denied.addAll(unwanted);
  }

  private static Set<Node> terms(TriplePath path, Set<Node> listed) {
    Set<Node> terms = new HashSet<>();
    if (!path.isTriple()) {
      path.getPath().visit(new Links(terms));
    } else if (!path.getPredicate().equals(TYPE)) {
      terms.addAll(of(path.getPredicate(), path.getObject()));
    } else if (path.getObject().isURI()) {
      terms.add(path.getObject());
    } else if (!listed.contains(path.getObject())) {
      terms.add(TYPE);
    }
    return terms;
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
