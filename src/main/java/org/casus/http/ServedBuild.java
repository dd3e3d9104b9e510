package org.casus.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.apache.jena.sparql.core.DatasetGraph;
import org.casus.store.BuildInfo;
import org.casus.store.OpenDataset;

/**
 * The build that a request sees from its beginning to its end, also when a newer one is published
 * in between. It never changes, so what was once made from it can be kept: see {@link #once}.
 */
public final class ServedBuild {
  private static final String ATTRIBUTE = ServedBuild.class.getName();

  private final OpenDataset open;
  private final String version;
  private final ConcurrentMap<Class<?>, Object> made = new ConcurrentHashMap<>();

  private int users = 1;

  /**
   * @param open closed by this object when the last user has let it go
   */
  public ServedBuild(OpenDataset open) {
    this.open = open;
    BuildInfo info = open.build().info();
    this.version = String.join("-", info.buildId(), info.sourceHash(), info.programVersion());
  }

  /**
   * The build of this request.
   *
   * @throws IllegalStateException when the request came past the filter that {@linkplain #bind
   *     binds} it
   */
  public static ServedBuild of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof ServedBuild build) {
      return build;
    }
    throw new IllegalStateException("No build is bound to " + request.getRequestURI());
  }

  /** Makes this the build of a request. */
  public void bind(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /** The quads; read them in transactions. The default graph is the union of the named graphs. */
  public DatasetGraph dataset() {
    return open.dataset();
  }

  /** What it was built from and when. */
  public BuildInfo info() {
    return open.build().info();
  }

  /**
   * Tells this build from all others. The same build served twice by the same program has the same
   * version.
   */
  public String version() {
    return version;
  }

  /**
   * Something that is made from this build once and then kept with it, such as its statistics.
   *
   * @param type the key: one thing of each type
   */
  public <T> T once(Class<T> type, Function<ServedBuild, T> maker) {
    return type.cast(made.computeIfAbsent(type, key -> maker.apply(this)));
  }

  /** Adds a user; false when the build has been closed, and a newer one is there. */
  public synchronized boolean use() {
    if (users == 0) {
      return false;
    }
    users++;
    return true;
  }

  /** Takes a user away. The first user is whoever opened it; the last one closes it. */
  public synchronized void release() {
    users--;
    if (users == 0) {
      open.close();
    }
  }
}
