package org.casus.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.query.text.Entity;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.query.text.TextQueryFuncs;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.DatabaseOps;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Fills an empty build directory: database, optimiser statistics, text index and dump, all in the
 * order of N-Quads lines, so that the same quads give the same files. The database gets them in one
 * transaction.
 *
 * <p>There is no partial success and no roll-back: after any fault the caller throws the directory
 * away. (TDB2 5.6 can damage a database when a write is aborted, so nothing is ever aborted in one
 * that is kept.)
 */
final class DatasetLoader {
  private final BuildFiles files;
  private final TextFields fields;

  DatasetLoader(BuildFiles files, TextFields fields) {
    this.files = files;
    this.fields = fields;
  }

  /**
   * Writes everything, and leaves no file or lock open whatever happens.
   *
   * @return how many quads there are, each counted once
   */
  long load(Iterable<Quad> any) throws IOException {
    SortedQuads quads = SortedQuads.of(any);
    Files.createDirectories(files.tdb2());
    DatasetGraph database =
        DatabaseMgr.connectDatasetGraph(Location.create(files.tdb2().toString()));
    try {
      write(database, quads);
    } finally {
      disconnect(database);
    }
    DurableFiles.replace(files.textFields(), fields.toJson());
    return quads.size();
  }

  private static void disconnect(DatasetGraph database) {
    if (database.isInTransaction()) {
      database.abort();
      database.end();
    }
    TDBInternal.expel(database, true);
  }

  /** Fills the database in this thread while others write the text index and the dump. */
  private void write(DatasetGraph database, SortedQuads quads) throws IOException {
    AtomicBoolean failed = new AtomicBoolean();
    CompletableFuture<Void> written =
        CompletableFuture.allOf(
            beside(failed, () -> writeTextIndex(quads, failed)),
            beside(failed, () -> writeDump(quads, failed)));
    boolean complete = false;
    try {
      Txn.executeWrite(database, () -> writeDatabase(database, quads));
      writeStatistics(quads);
      complete = true;
    } finally {
      failed.compareAndSet(false, !complete);
      await(written);
    }
  }

  /** Work in another thread; when it fails, the others end early. */
  private static CompletableFuture<Void> beside(AtomicBoolean failed, Runnable work) {
    return CompletableFuture.runAsync(work)
        .whenComplete((done, fault) -> failed.compareAndSet(false, fault != null));
  }

  private static void writeDatabase(DatasetGraph database, SortedQuads quads) {
    DatasetGraphTDB storage = TDBInternal.requireStorage(database);
    new TupleTableWriter(storage.getQuadTable().getNodeTupleTable(), quads.columns(true))
        .write(quads.nodes());
    new TupleTableWriter(storage.getTripleTable().getNodeTupleTable(), quads.columns(false))
        .write(quads.nodes());
  }

  /** Nobody may write any more when the caller throws the directory away. */
  private static void await(CompletableFuture<Void> written) {
    try {
      written.join();
    } catch (CompletionException fault) {
      if (fault.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (fault.getCause() instanceof Error cause) {
        throw cause;
      }
      throw fault;
    }
  }

  private void writeDump(SortedQuads quads, AtomicBoolean failed) {
    try (OutputStream file = Files.newOutputStream(files.dump());
        OutputStream packed = new FastGzip(new BufferedOutputStream(file));
        Writer dump = new BufferedWriter(new OutputStreamWriter(packed, UTF_8))) {
      for (int quad = 0; quad < quads.size() && !failed.get(); quad++) {
        quads.writeLine(quad, dump);
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private void writeTextIndex(SortedQuads quads, AtomicBoolean failed) {
    try {
      TextIndexLucene index = TextIndexFiles.open(files.lucene(), fields);
      try {
        BitSet predicates = new BitSet();
        for (int rank = 0; rank < quads.nodes().length; rank++) {
          Node node = quads.nodes()[rank];
          predicates.set(rank, node.isURI() && index.getDocDef().getField(node) != null);
        }
        for (int quad = 0; quad < quads.size() && !failed.get(); quad++) {
          if (predicates.get(quads.predicate(quad))) {
            Entity entity = TextQueryFuncs.entityFromQuad(index.getDocDef(), quads.quad(quad));
            if (entity != null) {
              index.addEntity(entity);
            }
          }
        }
        index.getIndexWriter().forceMerge(1);
        index.commit();
      } finally {
        index.close();
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** TDB2 reads this file when the database is opened and orders joins by it. */
  private void writeStatistics(SortedQuads quads) throws IOException {
    Path data = DatabaseOps.findStorageLocation(files.tdb2());
    try (OutputStream out = Files.newOutputStream(data.resolve("stats.opt"))) {
      OptimizerStatistics.write(quads, out);
    }
  }

  /** The default level takes three times as long, for a file that is a quarter smaller. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
