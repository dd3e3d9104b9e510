package org.casus.query;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** SPARQL endpoints of others that questions of the catalogue name. */
public enum KnownService {
  /** The query service of Wikidata, in Wikidata's own RDF model. */
  WIKIDATA("https://query.wikidata.org/sparql", "https://query.wikidata.org/");

  private final URI address;
  private final URI page;

  KnownService(String address, String page) {
    this.address = URI.create(address);
    this.page = URI.create(page);
  }

  /** As it is written in headers and on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its public endpoint, by which queries name it. */
  public URI address() {
    return address;
  }

  /** Where people write queries; a query in the fragment of the address is put into the editor. */
  public URI page() {
    return page;
  }

  /** The service with a name. */
  public static Optional<KnownService> named(String word) {
    return Arrays.stream(values()).filter(service -> service.word().equals(word)).findFirst();
  }

  /** All names, for a sentence. */
  public static String names() {
    return Arrays.stream(values()).map(KnownService::word).collect(Collectors.joining(", "));
  }
}
