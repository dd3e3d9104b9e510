package org.casus.inference;

import java.util.List;
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
 * Whether things may hold on a day in common, so that the engine leaves a solution as soon as it
 * has two whose periods are apart, and not after it has found all that could be added to them.
 */
final class CommonTime extends ExprFunctionN {

  private final Periods periods;

  private CommonTime(Periods periods, ExprList things) {
    super("common-time", things);
    this.periods = periods;
  }

  /** The condition on things that variables stand for; one that is not bound sets no limit. */
  static Expr of(Periods periods, List<Var> things) {
    ExprList variables = new ExprList();
    things.forEach(variable -> variables.add(new ExprVar(variable)));
    return new CommonTime(periods, variables);
  }

  /** Takes the values itself, since a function fails otherwise where a variable is not bound. */
  @Override
  protected NodeValue evalSpecial(Binding binding, FunctionEnv environment) {
    Span span = Span.ALWAYS;
    for (Expr thing : getArgs()) {
      Node value = thing.isVariable() ? binding.get(thing.asVar()) : thing.getConstant().asNode();
      if (value != null) {
        span = span.intersect(periods.of(value));
      }
    }
    return NodeValue.booleanReturn(span.mayHold());
  }

  @Override
  public NodeValue eval(List<NodeValue> things) {
    throw new UnsupportedOperationException("the values are taken before");
  }

  @Override
  public Expr copy(ExprList things) {
    return new CommonTime(periods, things);
  }
}
