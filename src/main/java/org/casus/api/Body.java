package org.casus.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.casus.http.ReadServlet;
import org.casus.http.Templates;

/**
 * What is sent.
 *
 * @param mediaType without a character set
 * @param content texts are UTF-8
 */
record Body(String mediaType, byte[] content) {

  Body(String mediaType, String content) {
    this(mediaType, content.getBytes(StandardCharsets.UTF_8));
  }

  /** A page from a template. */
  static Body page(String template, Map<String, Object> values) {
    return new Body(Formats.HTML, Templates.render(template, values));
  }

  void write(HttpServletResponse response) throws IOException {
    ReadServlet.write(response, mediaType, content);
  }
}
