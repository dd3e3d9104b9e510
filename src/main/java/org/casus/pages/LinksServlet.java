package org.casus.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.casus.http.Evaluator;
import org.casus.http.ReadServlet;
import org.casus.http.Refusal;
import org.casus.http.ServedBuild;
import org.casus.http.Templates;
import org.jspecify.annotations.Nullable;

/**
 * Lists everything that a property leads from to a thing, page by page: {@code
 * /links?to=IRI&by=IRI&page=N}. The order is that of the IRIs, so that the pages together are
 * complete and have nothing twice.
 */
final class LinksServlet extends ReadServlet {
  private static final long serialVersionUID = 1L;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int PAGE = 200;

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Node to = NodeFactory.createURI(parameter(request, "to"));
    Node by = NodeFactory.createURI(parameter(request, "by"));
    long page = page(request.getParameter("page"));
    DatasetGraph dataset = ServedBuild.of(request).dataset();
    Evaluator evaluator = Evaluator.of(request);
    Map<String, Object> values =
        evaluator.inTurn(
            () ->
                Txn.calculateRead(
                    dataset,
                    () -> {
                      List<Quad> links = evaluator.all(dataset.findNG(Node.ANY, Node.ANY, by, to));
                      return values(new Labels(dataset), links, to, by, page);
                    }));
    write(response, "text/html", Templates.render("links", values));
  }

  private static String parameter(HttpServletRequest request, String name) {
    @Nullable String value = request.getParameter(name);
    if (value == null || value.isBlank()) {
      throw new Refusal(
          BAD_REQUEST,
          "Say where the links lead and by which property: "
              + Addresses.LINKS
              + "?to=IRI&by=IRI; \""
              + name
              + "\" is missing.");
    }
    return value;
  }

  private static long page(@Nullable String text) {
    if (text == null) {
      return 1;
    }
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw new Refusal(BAD_REQUEST, "The page is a number from 1, and not " + text + ".");
    }
    return Long.parseLong(text);
  }

  private static Map<String, Object> values(
      Labels labels, List<Quad> links, Node to, Node by, long page) {
    SortedSet<String> subjects = new TreeSet<>();
    for (Quad link : links) {
      if (link.getSubject().isURI()) {
        subjects.add(link.getSubject().getURI());
      }
    }
    long pages = (subjects.size() + PAGE - 1) / PAGE;
    if (page > pages) {
      throw new Refusal(
          NOT_FOUND,
          subjects.isEmpty()
              ? "Nothing has <" + to + "> as value of <" + by + ">."
              : "There are " + pages + " pages, and no page " + page + ".");
    }
    Map<String, Object> values = new HashMap<>();
    values.put("to", labels.of(to));
    values.put("by", labels.of(by));
    values.put("total", subjects.size());
    values.put("start", (page - 1) * PAGE + 1);
    values.put("page", page);
    values.put("pages", pages);
    values.put(
        "links",
        subjects.stream()
            .skip((page - 1) * PAGE)
            .limit(PAGE)
            .map(NodeFactory::createURI)
            .map(labels::of)
            .toList());
    values.put("previous", page == 1 ? "" : Addresses.links(to.getURI(), by.getURI(), page - 1));
    values.put("next", page == pages ? "" : Addresses.links(to.getURI(), by.getURI(), page + 1));
    return values;
  }
}
