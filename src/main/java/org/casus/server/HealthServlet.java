package org.casus.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.system.Txn;
import org.casus.http.ReadServlet;
import org.casus.http.Refusal;
import org.casus.http.ServedBuild;

/**
 * Tells machines that watch servers whether this one answers, from which build: 200 when a triple
 * can be read from it, else 503.
 */
final class HealthServlet extends ReadServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ServedBuild build = ServedBuild.of(request);
    boolean readable =
        Txn.calculateRead(
            build.dataset(),
            () -> build.dataset().find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).hasNext());
    if (!readable) {
      throw new Refusal(503, "The dataset is empty: build it again.");
    }
    JsonObject health = new JsonObject();
    health.put("status", "up");
    health.put("build", build.info().buildId());
    health.put("created", build.info().created());
    health.put("program", build.info().programVersion());
    response.setHeader("Cache-Control", "no-store");
    write(response, "application/json", health + "\n");
  }
}
