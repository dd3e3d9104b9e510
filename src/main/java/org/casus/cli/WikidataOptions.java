package org.casus.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.casus.remote.Courtesy;
import org.casus.remote.Pause;
import org.casus.wikidata.AnswerJournal;
import org.casus.wikidata.EndpointSource;
import org.casus.wikidata.FileSource;
import org.casus.wikidata.Linker;
import org.casus.wikidata.SparqlSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where Wikidata is asked, and as whom. Nothing is asked that is not named. */
final class WikidataOptions {

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description =
          "SPARQL endpoint of Wikidata's shape, such as https://query.wikidata.org/sparql.")
  private @Nullable String endpoint;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "File in Wikidata's RDF in place of an endpoint, such as a part of a dump.")
  private @Nullable Path file;

  @Option(
      names = "--contact",
      paramLabel = "CONTACT",
      description =
          "E-mail address or page of whoever runs this, sent with each request as the policy of"
              + " Wikimedia asks; needed for every server that is not on this machine.")
  private @Nullable String contact;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "1",
      description = "Requests in a second at most; ${DEFAULT-VALUE}.")
  private double rate;

  @Option(
      names = "--attempts",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often a request is sent at most; ${DEFAULT-VALUE}.")
  private int attempts;

  /**
   * Fails, before any work is done, if it is not said where to ask, or how.
   *
   * @param service a reconciliation service in place of endpoint and file
   */
  void require(@Nullable String service) {
    long named = Stream.of(endpoint, file, service).filter(Objects::nonNull).count();
    if (named == 0) {
      throw new UsageException("Name where to ask: --endpoint URL or --file FILE.");
    }
    if (named > 1) {
      throw new UsageException("Name one place to ask, and not several.");
    }
    Stream.of(endpoint, service)
        .filter(Objects::nonNull)
        .forEach(text -> courtesy(address(String.valueOf(text))));
  }

  /** Whether a file is asked. */
  boolean namesFile() {
    return file != null;
  }

  /** The endpoint or file. */
  SparqlSource sparql(AnswerJournal journal) {
    require(null);
    if (file != null) {
      return FileSource.read(file);
    }
    URI address = address(String.valueOf(endpoint));
    return new EndpointSource(address, courtesy(address), Pause.SLEEP, journal);
  }

  /** A linker that asks the endpoint or file, or else a reconciliation service. */
  Linker linker(Sources sources, @Nullable String service, AnswerJournal journal) {
    if (service == null) {
      return Linker.over(sources.data(), sources.ontology(), sparql(journal));
    }
    URI address = address(service);
    return Linker.reconciling(
        sources.data(), sources.ontology(), address, courtesy(address), Pause.SLEEP, journal);
  }

  /** Answers of a run that was interrupted, beside the built datasets. */
  static AnswerJournal journal(DatabaseMixin database) {
    return AnswerJournal.at(database.place(), Clock.systemUTC());
  }

  private Courtesy courtesy(URI address) {
    if (!(rate > 0) || attempts < 1) {
      throw new UsageException("--rate is a number above 0, and --attempts is 1 or more.");
    }
    return Courtesy.of(
        Installation.version(), Contact.required(contact, List.of(address)), rate, attempts);
  }

  private static URI address(String text) {
    try {
      URI address = new URI(text);
      if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
        return address;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    throw new UsageException(
        "“" + text + "” is no address such as https://query.wikidata.org/sparql.");
  }
}
