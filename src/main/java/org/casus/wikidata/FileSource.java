package org.casus.wikidata;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * A file in Wikidata's RDF, such as a part of a dump or downloads of Special:EntityData, asked in
 * memory.
 */
public final class FileSource implements SparqlSource {

  private final String name;
  private final DatasetGraph dataset;

  private FileSource(String name, Graph graph) {
    this.name = name;
    this.dataset = DatasetGraphFactory.wrap(graph);
  }

  /**
   * Reads a file in any syntax of RDF that its name tells.
   *
   * @throws WikidataException if it cannot be read whole
   */
  public static FileSource read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new WikidataException(file + " is no file that can be read. Name a file with RDF.");
    }
    Graph graph = GraphFactory.createDefaultGraph();
    try {
      RDFParser.source(file)
          .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
          .parse(graph);
    } catch (RiotException e) {
      throw new WikidataException(
          file
              + " cannot be read as RDF: "
              + e.getMessage()
              + ". The ending of its name must tell the syntax, such as .ttl or .nt.",
          e);
    }
    return new FileSource(String.valueOf(file.getFileName()), graph);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Binding> select(Query query) {
    try (QueryExec exec = QueryExec.dataset(dataset).query(query).build()) {
      List<Binding> solutions = new ArrayList<>();
      RowSet rows = exec.select();
      rows.forEachRemaining(solutions::add);
      return List.copyOf(solutions);
    }
  }
}
