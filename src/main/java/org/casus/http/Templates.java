package org.casus.http;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/**
 * The HTML pages, from Pebble templates in {@code templates/} on the class path. Pebble escapes
 * every value for HTML unless a template says {@code raw}, which none may say.
 */
public final class Templates {
  private static final PebbleEngine ENGINE = engine();

  private Templates() {}

  private static PebbleEngine engine() {
    ClasspathLoader loader = new ClasspathLoader(Templates.class.getClassLoader());
    loader.setPrefix("templates");
    loader.setSuffix(".html");
    return new PebbleEngine.Builder()
        .loader(loader)
        .strictVariables(true)
        .defaultLocale(Locale.ROOT)
        .build();
  }

  /**
   * A page.
   *
   * @param template its name without {@code .html}
   * @param values what it shows; a name that the template uses and this lacks is an error
   */
  public static String render(String template, Map<String, Object> values) {
    StringWriter page = new StringWriter();
    try {
      ENGINE.getTemplate(template).evaluate(page, values);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    return page.toString();
  }
}
