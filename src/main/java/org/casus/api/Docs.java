package org.casus.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.casus.http.Refusal;

/**
 * A page to try the API, {@code /api/docs/}: Swagger UI from its WebJar, so that nothing is loaded
 * from elsewhere. The page starts it by a script file of its own, since scripts within pages are
 * forbidden here.
 */
final class Docs {
  /** As for all pages of the server, except that Swagger UI sets styles within its page. */
  static final String POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

  private static final int NOT_FOUND = 404;
  private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/";
  private static final String VERSION = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
  private static final Map<String, String> TYPES =
      Map.of(
          "swagger-ui.css", "text/css",
          "swagger-ui-bundle.js", "text/javascript");

  private Docs() {}

  /**
   * @param file what stands after {@code /api/docs/}
   */
  static Body body(String file) throws IOException {
    if (file.isEmpty()) {
      return Body.page("docs", Map.of("description", ApiServlet.OPENAPI));
    }
    String type =
        Optional.ofNullable(TYPES.get(file))
            .orElseThrow(
                () -> new Refusal(NOT_FOUND, "There is no " + file + " here; see /api/docs/."));
    return new Body(type, read(WEBJAR + version() + "/" + file));
  }

  private static String version() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = open(VERSION)) {
      properties.load(in);
    }
    return properties.getProperty("version");
  }

  private static byte[] read(String resource) throws IOException {
    try (InputStream in = open(resource)) {
      return in.readAllBytes();
    }
  }

  private static InputStream open(String resource) {
    return Optional.ofNullable(Docs.class.getResourceAsStream(resource))
        .orElseThrow(() -> new IllegalStateException("Not on the class path: " + resource));
  }
}
