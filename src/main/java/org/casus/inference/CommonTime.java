package org.casus.inference;

import java.util.List;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Whether things may hold on a day in common, so that the engine leaves a solution as soon as it
 * has two whose periods are apart, and not after it has found all that could be added to them.
 */
final class CommonTime extends ExprFunctionN {

  private final Periods periods;

  private CommonTime(Periods periods, ExprList things) {
    super("common-time", things);
    this.periods = periods;
  }

  /** The condition on things that variables stand for, all of them bound. */
  static Expr of(Periods periods, List<Var> things) {
    ExprList variables = new ExprList();
    things.forEach(variable -> variables.add(new ExprVar(variable)));
    return new CommonTime(periods, variables);
  }

  @Override
  public NodeValue eval(List<NodeValue> things) {
    Span span = Span.ALWAYS;
    for (NodeValue thing : things) {
      span = span.intersect(periods.of(thing.asNode()));
    }
    return NodeValue.booleanReturn(span.mayHold());
  }

  @Override
  public Expr copy(ExprList things) {
    return new CommonTime(periods, things);
  }
}
