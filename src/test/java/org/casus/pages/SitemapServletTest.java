package org.casus.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.casus.http.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SitemapServletTest {
  private static final List<String> ADDRESSES = List.of("/", "/id/a?b&c", "/id/<d>");

  @Test
  void fewPagesAreOneFile() {
    assertThat(SitemapServlet.file(ADDRESSES, 3, null, "https://a.org", "2026-11-22"))
        .contains(
            "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">",
            "<url><loc>https://a.org/</loc><lastmod>2026-11-22</lastmod></url>",
            "<loc>https://a.org/id/a?b&amp;c</loc>",
            "<loc>https://a.org/id/&lt;d");
  }

  @Test
  void manyPagesAreAnIndexOfFiles() {
    assertThat(SitemapServlet.file(ADDRESSES, 2, null, "https://a.org", "2026-11-22"))
        .contains(
            "<sitemapindex ",
            "<sitemap><loc>https://a.org/sitemap.xml?part=1</loc>",
            "<sitemap><loc>https://a.org/sitemap.xml?part=2</loc>")
        .doesNotContain("part=3", "/id/");
    assertThat(SitemapServlet.file(ADDRESSES, 2, "2", "https://a.org", "2026-11-22"))
        .contains("<urlset ", "/id/&lt;d")
        .doesNotContain("/id/a?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "3", "-1", "x", "", "99999999999"})
  void otherPartsAreNotFound(String part) {
    assertThatThrownBy(() -> SitemapServlet.file(ADDRESSES, 2, part, "https://a.org", ""))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("2 parts");
  }
}
