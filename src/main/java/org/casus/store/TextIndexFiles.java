package org.casus.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextIndexConfig;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.store.NoLockFactory;

/**
 * Opens the Lucene index of a build.
 *
 * <p>jena-text opens every index with a writer, whose lock would allow one process only. The lock
 * is left out: a new build is guarded by the build lock, and a published one is never written to.
 */
final class TextIndexFiles {
  /**
   * Tells users of newer Java versions to update Lucene, which they cannot; kept from being lost.
   */
  private static final Logger VECTOR_ADVICE =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  static {
    VECTOR_ADVICE.setLevel(Level.SEVERE);
  }

  private TextIndexFiles() {}

  static TextIndexLucene open(Path directory, TextFields fields) throws IOException {
    TextIndexConfig config = new TextIndexConfig(definition(fields));
    FoldingAnalyzer analyzer = new FoldingAnalyzer();
    config.setAnalyzer(analyzer);
    config.setQueryAnalyzer(analyzer);
    config.setValueStored(true);
    return new TextIndexLucene(new NIOFSDirectory(directory, NoLockFactory.INSTANCE), config);
  }

  private static EntityDefinition definition(TextFields fields) {
    EntityDefinition definition =
        new EntityDefinition("iri", fields.fields().get(0).name(), "graph");
    definition.setLangField("lang");
    for (TextFields.Field field : fields.fields()) {
      definition.set(field.name(), NodeFactory.createURI(field.property()));
    }
    return definition;
  }
}
