package org.casus.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.query.text.Entity;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.query.text.TextQueryFuncs;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.solver.SolverLibTDB;
import org.apache.jena.tdb2.solver.stats.Stats;
import org.apache.jena.tdb2.solver.stats.StatsCollectorNodeId;
import org.apache.jena.tdb2.solver.stats.StatsResults;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.sys.DatabaseOps;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Fills an empty build directory: database, optimiser statistics, text index and dump. The quads
 * are walked twice at the same time, and the database gets them in one transaction.
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
   * @return how many quads came in, duplicates included
   */
  long load(Iterable<Quad> quads) throws IOException {
    Files.createDirectories(files.tdb2());
    DatasetGraph database =
        DatabaseMgr.connectDatasetGraph(Location.create(files.tdb2().toString()));
    long count;
    try {
      count = write(database, quads);
      writeStatistics(database);
    } finally {
      disconnect(database);
    }
    DurableFiles.replace(files.textFields(), fields.toJson());
    return count;
  }

  private static void disconnect(DatasetGraph database) {
    if (database.isInTransaction()) {
      database.abort();
      database.end();
    }
    TDBInternal.expel(database, true);
  }

  /** Fills the database in this thread while another writes the text index and the dump. */
  private long write(DatasetGraph database, Iterable<Quad> quads) {
    AtomicBoolean failed = new AtomicBoolean();
    CompletableFuture<Void> written =
        CompletableFuture.runAsync(() -> writeIndexAndDump(unless(failed, quads)))
            .whenComplete((done, fault) -> failed.compareAndSet(false, fault != null));
    boolean complete = false;
    try {
      long count =
          Txn.calculateWrite(database, () -> writeDatabase(database, unless(failed, quads)));
      complete = true;
      return count;
    } finally {
      failed.compareAndSet(false, !complete);
      await(written);
    }
  }

  /** The quads, or an early end where the other thread has failed, so that nobody waits in vain. */
  private static Iterable<Quad> unless(AtomicBoolean failed, Iterable<Quad> quads) {
    return () -> {
      Iterator<Quad> all = quads.iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return !failed.get() && all.hasNext();
        }

        @Override
        public Quad next() {
          return all.next();
        }
      };
    };
  }

  private static long writeDatabase(DatasetGraph database, Iterable<Quad> quads) {
    DatasetGraphTDB storage = TDBInternal.requireStorage(database);
    TupleTableWriter named = new TupleTableWriter(storage.getQuadTable().getNodeTupleTable());
    TupleTableWriter unnamed = new TupleTableWriter(storage.getTripleTable().getNodeTupleTable());
    long count = 0;
    for (Quad quad : quads) {
      if (quad.isDefaultGraph()) {
        unnamed.add(quad.getSubject(), quad.getPredicate(), quad.getObject());
      } else {
        named.add(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
      }
      count++;
    }
    named.write();
    unnamed.write();
    return count;
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

  private void writeIndexAndDump(Iterable<Quad> quads) {
    try (OutputStream dump =
        new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(files.dump())))) {
      TextIndexLucene index = TextIndexFiles.open(files.lucene(), fields);
      try {
        StreamRDF dumpStream = StreamRDFWriter.getWriterStream(dump, Lang.NQUADS);
        dumpStream.start();
        for (Quad quad : quads) {
          dumpStream.quad(quad);
          Entity entity = TextQueryFuncs.entityFromQuad(index.getDocDef(), quad);
          if (entity != null) {
            index.addEntity(entity);
          }
        }
        dumpStream.finish();
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
  private void writeStatistics(DatasetGraph database) throws IOException {
    Path data = DatabaseOps.findStorageLocation(files.tdb2());
    StatsResults statistics = Txn.calculateRead(database, () -> count(database));
    try (OutputStream out = Files.newOutputStream(data.resolve("stats.opt"))) {
      Stats.write(out, statistics);
    }
  }

  /** Counts in the union of the graphs, since that is what is queried by default. */
  private static StatsResults count(DatasetGraph database) {
    NodeTupleTable quads = TDBInternal.requireStorage(database).getQuadTable().getNodeTupleTable();
    StatsCollectorNodeId statistics = new StatsCollectorNodeId(quads.getNodeTable());
    SolverLibTDB.unionGraph(quads)
        .forEachRemaining(
            quad -> statistics.record(quad.get(0), quad.get(1), quad.get(2), quad.get(3)));
    return statistics.results();
  }
}
