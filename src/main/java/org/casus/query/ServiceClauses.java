package org.casus.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/** The {@code SERVICE} clauses of a query, wherever they stand: in sub-queries and EXISTS, too. */
public final class ServiceClauses {

  /**
   * One clause.
   *
   * @param service an IRI or a variable
   * @param silent whether a failure is to be passed over
   */
  public record Clause(Node service, boolean silent) {}

  private ServiceClauses() {}

  /** All of them. */
  public static List<Clause> of(Query query) {
    List<Clause> found = new ArrayList<>();
    QueryTransformOps.transform(
        query,
        new ElementTransformCopyBase() {
          @Override
          public Element transform(ElementService service, Node name, Element inner) {
            found.add(new Clause(service.getServiceNode(), service.getSilent()));
            return service;
          }
        });
    return found;
  }

  /** What is wrong with those of a question, for its header. */
  static List<String> faults(
      Query query, Optional<Federation> federation, List<Parameter> parameters) {
    List<String> faults = new ArrayList<>();
    List<Clause> clauses = of(query);
    Set<String> named = new TreeSet<>();
    clauses.forEach(clause -> named.add(written(clause.service())));
    if (clauses.stream().anyMatch(Clause::silent)) {
      faults.add("SERVICE SILENT would show a failure of the far side as nothing found");
    }
    Optional<String> expected = federation.map(ServiceClauses::expected);
    if (expected.isEmpty() && !named.isEmpty()) {
      faults.add(
          "uses SERVICE, which the header must tell with \"asks\" or \"runs-at\", in the directory "
              + Catalogue.FEDERATED);
    }
    if (expected.isPresent() && !named.equals(Set.of(expected.get()))) {
      faults.add(
          "must have SERVICE "
              + expected.get()
              + ", as the header says, and no other; found "
              + (named.isEmpty() ? "none" : String.join(", ", named)));
    }
    boolean takesAddress =
        parameters.stream()
            .anyMatch(
                parameter ->
                    parameter.name().equals(Federation.CASUS)
                        && parameter.type() == ParameterType.IRI
                        && parameter.defaultValue().isEmpty());
    if (federation.filter(Federation::runsThere).isPresent() && !takesAddress) {
      faults.add(
          "needs a parameter "
              + Federation.CASUS
              + " of the type iri without default, since nobody knows where Casus will be served");
    }
    return faults;
  }

  private static String expected(Federation federation) {
    return federation.runsThere()
        ? "?" + Federation.CASUS
        : "<" + federation.service().address() + ">";
  }

  private static String written(Node service) {
    return service.isURI() ? "<" + service.getURI() + ">" : service.toString();
  }
}
