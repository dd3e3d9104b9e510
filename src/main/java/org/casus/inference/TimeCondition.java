package org.casus.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;

/**
 * A condition on the periods of things, so that the engine leaves a solution as soon as it has what
 * fails it, and not after it has found all that could be added.
 */
final class TimeCondition extends ExprFunctionN {

  private final String name;
  private final Predicate<List<Node>> condition;

  private TimeCondition(String name, Predicate<List<Node>> condition, ExprList things) {
    super(name, things);
    this.name = name;
    this.condition = condition;
  }

  /** Whether things may have a day in common; a variable that is not bound sets no limit. */
  static Expr common(Periods periods, List<Var> things) {
    return new TimeCondition("common-time", values -> haveCommonDay(periods, values), list(things));
  }

  /** Whether it is told when a thing begins or ends; a variable that is not bound has no date. */
  static Expr dated(Periods periods, Var thing) {
    return new TimeCondition(
        "dated", values -> values.stream().anyMatch(periods::isDated), list(List.of(thing)));
  }

  /** Whether a thing may be in force when the last of others begins. */
  static Expr inForce(Periods periods, Var thing, List<Var> moment) {
    ExprList variables = list(List.of(thing));
    variables.addAll(list(moment));
    return new TimeCondition(
        "in-force",
        values -> periods.inForce(values.get(0), values.subList(1, values.size())).isPresent(),
        variables);
  }

  private static boolean haveCommonDay(Periods periods, List<Node> things) {
    Span span = Span.ALWAYS;
    for (Node thing : things) {
      span = span.intersect(periods.of(thing));
    }
    return !span.isEmpty();
  }

  private static ExprList list(List<Var> things) {
    ExprList variables = new ExprList();
    things.forEach(variable -> variables.add(new ExprVar(variable)));
    return variables;
  }

  /** Takes the values itself, since a function fails otherwise where a variable is not bound. */
  @Override
  protected NodeValue evalSpecial(Binding binding, FunctionEnv environment) {
    List<Node> values = new ArrayList<>(getArgs().size());
    for (Expr thing : getArgs()) {
      Node value = thing.isVariable() ? binding.get(thing.asVar()) : thing.getConstant().asNode();
      if (value != null) {
        values.add(value);
      }
    }
    return NodeValue.booleanReturn(condition.test(values));
  }

  @Override
  public NodeValue eval(List<NodeValue> things) {
    throw new UnsupportedOperationException("the values are taken before");
  }

  @Override
  public Expr copy(ExprList things) {
    return new TimeCondition(name, condition, things);
  }
}
