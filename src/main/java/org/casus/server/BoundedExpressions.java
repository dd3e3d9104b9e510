package org.casus.server;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.Rewrite;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_Divide;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.util.Context;
import org.casus.http.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a query from doing what no limit of time can stop: one evaluation of one expression.
 *
 * <ul>
 *   <li>Java tries all ways in which a pattern of REGEX or REPLACE may match. There can be more of
 *       them than anybody can wait for, and it looks at no clock. Here it stops with its query.
 *   <li>A few BINDs in a row, each joining a text to itself or multiplying a number with itself,
 *       fill the memory or take hours. Here texts and numbers have a greatest length.
 * </ul>
 *
 * <p>Also, a decimal divided by zero has no value, as SPARQL wants it; Jena 5.6 breaks off.
 */
final class BoundedExpressions extends ExprTransformCopy {
  /** Characters of a text that a query makes. */
  private static final int LONGEST_TEXT = 100_000;

  /** Digits of a number that a query makes. */
  private static final int LONGEST_NUMBER = 10_000;

  private static final int TOO_LARGE = 413;

  private BoundedExpressions() {}

  /** Makes it so for all queries of a dataset. */
  static void on(DatasetGraph dataset) {
    RewriteFactory bounded =
        context -> {
          Rewrite standard = Optimize.stdOptimizationFactory.create(context);
          return op ->
              standard.rewrite(
                  Transformer.transform(new TransformCopy(), new BoundedExpressions(), op));
        };
    dataset.getContext().set(ARQConstants.sysOptimizerFactory, bounded);
  }

  @Override
  public Expr transform(ExprFunction1 function, Expr argument) {
    return function instanceof E_StrEncodeForURI
        ? new Encoding(argument)
        : super.transform(function, argument);
  }

  @Override
  public Expr transform(ExprFunction2 function, Expr left, Expr right) {
    if (function instanceof E_Multiply) {
      return new Product(left, right);
    }
    if (function instanceof E_Add) {
      return new Sum(left, right);
    }
    return function instanceof E_Divide
        ? new Quotient(left, right)
        : super.transform(function, left, right);
  }

  @Override
  public Expr transform(ExprFunctionN function, ExprList arguments) {
    if (function instanceof E_Regex) {
      return new Match(arguments);
    }
    if (function instanceof E_StrReplace) {
      return new Replacement(arguments);
    }
    return function instanceof E_StrConcat
        ? new Concatenation(arguments)
        : super.transform(function, arguments);
  }

  private static NodeValue bounded(NodeValue value) {
    if (value.isString()) {
      checkText(value.getString().length());
    } else if (value.isDecimal()) {
      BigDecimal number = value.getDecimal();
      if (number.precision() + Math.max(0, -number.scale()) > LONGEST_NUMBER) {
        throw new Refusal(
            TOO_LARGE,
            "The query makes a number of more than " + LONGEST_NUMBER + " digits, the most here.");
      }
    }
    return value;
  }

  private static void checkText(long length) {
    if (length > LONGEST_TEXT) {
      throw new Refusal(
          TOO_LARGE,
          "The query makes a text of more than " + LONGEST_TEXT + " characters, the most here.");
    }
  }

  private static int length(NodeValue value) {
    return value.isLiteral() ? value.asNode().getLiteralLexicalForm().length() : 0;
  }

  private static @Nullable Expr at(ExprList arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : null;
  }

  private static final class Encoding extends E_StrEncodeForURI {
    Encoding(Expr argument) {
      super(argument);
    }

    @Override
    public NodeValue eval(NodeValue text) {
      return bounded(super.eval(text));
    }

    @Override
    public Expr copy(Expr argument) {
      return new Encoding(argument);
    }
  }

  private static final class Product extends E_Multiply {
    Product(Expr left, Expr right) {
      super(left, right);
    }

    @Override
    public NodeValue eval(NodeValue left, NodeValue right) {
      return bounded(super.eval(left, right));
    }

    @Override
    public Expr copy(Expr left, Expr right) {
      return new Product(left, right);
    }
  }

  /** Of numbers; Jena joins texts by it, too. */
  private static final class Sum extends E_Add {
    Sum(Expr left, Expr right) {
      super(left, right);
    }

    @Override
    public NodeValue eval(NodeValue left, NodeValue right) {
      return bounded(super.eval(left, right));
    }

    @Override
    public Expr copy(Expr left, Expr right) {
      return new Sum(left, right);
    }
  }

  private static final class Quotient extends E_Divide {
    Quotient(Expr left, Expr right) {
      super(left, right);
    }

    @Override
    public NodeValue eval(NodeValue left, NodeValue right) {
      try {
        return super.eval(left, right);
      } catch (ArithmeticException noValue) {
        throw new ExprEvalException("Division by zero", noValue);
      }
    }

    @Override
    public Expr copy(Expr left, Expr right) {
      return new Quotient(left, right);
    }
  }

  private static final class Concatenation extends E_StrConcat {
    Concatenation(ExprList arguments) {
      super(arguments);
    }

    @Override
    public NodeValue eval(List<NodeValue> texts) {
      checkText(texts.stream().mapToLong(BoundedExpressions::length).sum());
      return super.eval(texts);
    }

    @Override
    public Expr copy(ExprList arguments) {
      return new Concatenation(arguments);
    }
  }

  private static final class Match extends E_Regex {
    private final Patterns patterns = new Patterns("REGEX");

    Match(ExprList arguments) {
      super(arguments.get(0), arguments.get(1), at(arguments, 2));
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments, FunctionEnv env) {
      String text = text("REGEX", arguments.get(0));
      Pattern pattern = patterns.of(arguments, 2);
      return NodeValue.booleanReturn(pattern.matcher(new StoppableText(text, env)).find());
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
      throw notYet();
    }

    @Override
    public Expr copy(ExprList arguments) {
      return new Match(arguments);
    }
  }

  private static final class Replacement extends E_StrReplace {
    private final Patterns patterns = new Patterns("REPLACE");

    Replacement(ExprList arguments) {
      super(arguments.get(0), arguments.get(1), arguments.get(2), at(arguments, 3));
    }

    /** Looks for all matches first, which can be stopped and tells how long the text will be. */
    @Override
    public NodeValue eval(List<NodeValue> arguments, FunctionEnv env) {
      String text = text("REPLACE", arguments.get(0));
      String replacement = text("REPLACE", arguments.get(2));
      long references = replacement.chars().filter(c -> c == '$').count();
      long length = text.length();
      Matcher matcher = patterns.of(arguments, 3).matcher(new StoppableText(text, env));
      while (matcher.find()) {
        length += replacement.length() - (matcher.end() - matcher.start());
        // A reference has two characters or more, and gives a group.
        length += references * (longestGroup(matcher) - 2);
        checkText(length);
      }
      try {
        return super.eval(arguments);
      } catch (IllegalArgumentException noSuchGroup) {
        throw new ExprEvalException("REPLACE: no such group", noSuchGroup);
      }
    }

    private static int longestGroup(Matcher matcher) {
      return IntStream.rangeClosed(0, matcher.groupCount())
          .map(group -> matcher.end(group) - matcher.start(group))
          .max()
          .orElseThrow();
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
      throw notYet();
    }

    @Override
    public Expr copy(ExprList arguments) {
      return new Replacement(arguments);
    }
  }

  /** Jena tries expressions of constants before the query runs, when nothing can stop them. */
  private static ExprEvalException notYet() {
    return new ExprEvalException("Not before the query runs");
  }

  private static String text(String function, NodeValue value) {
    return NodeValueOps.checkAndGetStringLiteral(function, value).getLiteralLexicalForm();
  }

  /** The patterns of one call, which mostly has one only. */
  private static final class Patterns {
    private record Compiled(String pattern, String flags, Pattern compiled) {}

    private final String function;
    private volatile @Nullable Compiled last;

    Patterns(String function) {
      this.function = function;
    }

    /**
     * @param flags where the flags are among the arguments, if there are any
     */
    Pattern of(List<NodeValue> arguments, int flags) {
      String pattern = plain(arguments.get(1));
      String letters = flags < arguments.size() ? plain(arguments.get(flags)) : "";
      Compiled known = last;
      if (known == null || !known.pattern().equals(pattern) || !known.flags().equals(letters)) {
        known = new Compiled(pattern, letters, RegexEngine.makePattern(function, pattern, letters));
        last = known;
      }
      return known.compiled();
    }

    private String plain(NodeValue value) {
      if (!value.isString()) {
        throw new ExprEvalException(function + ": pattern and flags are plain texts");
      }
      return value.getString();
    }
  }

  /** A text that cannot be read any further once its query was stopped. */
  private static final class StoppableText implements CharSequence {
    private static final int BETWEEN_LOOKS = 0xFFF;

    private final String text;
    private final @Nullable AtomicBoolean stopped;
    private int reads;

    StoppableText(String text, FunctionEnv env) {
      this.text = text;
      this.stopped = Context.getCancelSignal(env.getContext());
    }

    @Override
    public char charAt(int index) {
      reads++;
      if ((reads & BETWEEN_LOOKS) == 0 && stopped != null && stopped.get()) {
        throw new QueryCancelledException();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
