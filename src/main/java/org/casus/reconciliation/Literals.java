package org.casus.reconciliation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/** Texts of a dataset, in an order that does not depend on its storage. */
final class Literals {
  private static final Comparator<Name> ENGLISH_FIRST =
      Comparator.comparing((Name name) -> !name.language().equals("en"))
          .thenComparing(Name::language)
          .thenComparing(Name::text);

  private Literals() {}

  /** The texts of a property of any graph, English ones first. */
  static List<Name> of(DatasetGraph dataset, Node subject, Node property) {
    List<Name> texts = new ArrayList<>();
    dataset
        .find(Node.ANY, subject, property, Node.ANY)
        .forEachRemaining(
            quad -> {
              if (quad.getObject().isLiteral()) {
                Name name =
                    new Name(
                        quad.getObject().getLiteralLexicalForm(),
                        quad.getObject().getLiteralLanguage());
                if (!texts.contains(name)) {
                  texts.add(name);
                }
              }
            });
    texts.sort(ENGLISH_FIRST);
    return texts;
  }

  static Optional<String> first(DatasetGraph dataset, Node subject, Node property) {
    return of(dataset, subject, property).stream().findFirst().map(Name::text);
  }
}
