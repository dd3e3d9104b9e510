package org.casus.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;

/**
 * The test cases of the W3C for SPARQL 1.0 (those that 1.1 keeps) and 1.1, from the artefact in
 * which RDF4J publishes them. Files are named by the addresses that they had when the working
 * groups approved them, since expected answers contain some of these.
 */
final class W3cSuite {
  private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
  private static final String QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
  private static final String UT = "http://www.w3.org/2009/sparql/tests/test-update#";
  private static final String DAWG = "http://www.w3.org/2001/sw/DataAccess/tests/test-dawg#";

  private enum Edition {
    SPARQL_10(
        "sparql10",
        "testcases-sparql-1.0-w3c/data-r2/",
        "http://www.w3.org/2001/sw/DataAccess/tests/data-r2/",
        "manifest-evaluation.ttl",
        "manifest-syntax.ttl"),
    SPARQL_11(
        "sparql11",
        "testcases-sparql-1.1-w3c/",
        "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/",
        "manifest-all.ttl");

    final String title;
    final String place;
    final String base;
    final List<String> manifests;

    Edition(String title, String place, String base, String... manifests) {
      this.title = title;
      this.place = place;
      this.base = base;
      this.manifests = List.of(manifests);
    }
  }

  /**
   * A test case.
   *
   * @param id edition, manifest and name, such as {@code sparql11/bind/bind01}
   * @param type the local name of its class, such as {@code QueryEvaluationTest}
   * @param approved whether a working group approved it
   * @param file the query or the update; empty where a test is told in words only
   * @param data files that make up the default graph
   * @param graphs files that are named graphs, each by its address
   * @param result the file of the expected answer
   * @param anyCardinality whether duplicates may be more or fewer, as REDUCED allows
   */
  record Case(
      String id,
      String type,
      boolean approved,
      Optional<String> file,
      List<String> data,
      List<String> graphs,
      Optional<String> result,
      boolean anyCardinality) {

    /** Edition and manifest, such as {@code sparql11/bind}. */
    String area() {
      return id.substring(0, id.lastIndexOf('/'));
    }

    String text() {
      return W3cSuite.text(file.orElseThrow());
    }
  }

  private W3cSuite() {}

  /** All cases that were approved, in the order of the manifests. */
  static List<Case> approved() {
    List<Case> cases = new ArrayList<>();
    for (Edition edition : Edition.values()) {
      for (String manifest : edition.manifests) {
        collect(edition, edition.base + manifest, cases);
      }
    }
    return cases.stream().filter(Case::approved).toList();
  }

  /** The cases of one manifest, such as {@code sparql11/protocol}, approved or not. */
  static List<Case> of(String area) {
    Edition edition =
        Stream.of(Edition.values())
            .filter(each -> area.startsWith(each.title + "/"))
            .findFirst()
            .orElseThrow();
    List<Case> cases = new ArrayList<>();
    String manifest = area.substring(edition.title.length() + 1) + "/manifest.ttl";
    collect(edition, edition.base + manifest, cases);
    return cases;
  }

  private static void collect(Edition edition, String address, List<Case> cases) {
    Model manifest = ModelFactory.createDefaultModel();
    parse(address, manifest);
    Resource self = manifest.createResource(address);
    for (RDFNode included : list(self, "include")) {
      collect(edition, included.asResource().getURI(), cases);
    }
    String folder = address.substring(edition.base.length(), address.lastIndexOf('/') + 1);
    for (RDFNode entry : list(self, "entries")) {
      cases.add(read(edition.title + "/" + folder, entry.asResource()));
    }
  }

  private static List<RDFNode> list(Resource manifest, String property) {
    return Optional.ofNullable(manifest.getProperty(mf(property)))
        .map(found -> found.getObject().as(RDFList.class).asJavaList())
        .orElse(List.of());
  }

  private static Case read(String folder, Resource test) {
    Optional<Resource> action = Optional.ofNullable(test.getPropertyResourceValue(mf("action")));
    return new Case(
        folder + test.getURI().substring(test.getURI().indexOf('#') + 1),
        test.getPropertyResourceValue(RDF.type).getLocalName(),
        test.hasProperty(
            ResourceFactory.createProperty(DAWG, "approval"),
            ResourceFactory.createResource(DAWG + "Approved")),
        action.map(W3cSuite::request).map(Resource::getURI),
        files(action, "data"),
        files(action, "graphData"),
        Optional.ofNullable(test.getPropertyResourceValue(mf("result"))).map(Resource::getURI),
        test.hasProperty(mf("resultCardinality")));
  }

  /** The query or the update. */
  private static Resource request(Resource action) {
    if (action.isURIResource()) {
      return action;
    }
    Resource query = action.getPropertyResourceValue(ResourceFactory.createProperty(QT, "query"));
    return query == null
        ? action.getPropertyResourceValue(ResourceFactory.createProperty(UT, "request"))
        : query;
  }

  private static List<String> files(Optional<Resource> action, String property) {
    return action.stream()
        .flatMap(
            node ->
                node
                    .listProperties(ResourceFactory.createProperty(QT, property))
                    .mapWith(statement -> statement.getResource().getURI())
                    .toList()
                    .stream())
        .sorted()
        .toList();
  }

  private static Property mf(String name) {
    return ResourceFactory.createProperty(MF, name);
  }

  /** Reads a file of triples into a model. */
  static void parse(String address, Model model) {
    try (InputStream file = open(address)) {
      RDFParser.source(file).lang(RDFLanguages.filenameToLang(address)).base(address).parse(model);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** The text of a file. */
  static String text(String address) {
    try (InputStream file = open(address)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  static InputStream open(String address) {
    for (Edition edition : Edition.values()) {
      if (address.startsWith(edition.base)) {
        InputStream file =
            W3cSuite.class.getResourceAsStream(
                "/" + edition.place + address.substring(edition.base.length()));
        if (file != null) {
          return file;
        }
      }
    }
    throw new IllegalArgumentException("The suite has no file " + address);
  }
}
