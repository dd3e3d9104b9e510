package org.casus.server;

import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.util.Context;
import org.casus.http.ServedBuild;
import org.jspecify.annotations.Nullable;

/**
 * The dataset that Fuseki's services are bound to for good: in the thread of a request it is the
 * build of that request.
 *
 * <p>Its context is that of the build with the settings of the server's configuration on top.
 */
final class CurrentDataset extends DatasetGraphWrapper {
  private static final ThreadLocal<@Nullable ServedBuild> SHOWN = new ThreadLocal<>();

  private final ServedBuilds builds;
  private final Context settings;

  /**
   * @param settings what the configuration says for this service
   */
  CurrentDataset(ServedBuilds builds, Context settings) {
    super(null);
    this.builds = builds;
    this.settings = settings;
  }

  /** From now on this thread sees a build. */
  static void show(ServedBuild build) {
    SHOWN.set(build);
  }

  /** This thread's request has ended. */
  static void hide() {
    SHOWN.remove();
  }

  @Override
  protected DatasetGraph get() {
    ServedBuild shown = SHOWN.get();
    // Outside requests, Fuseki looks at its datasets while it starts and stops.
    return (shown == null ? builds.current() : shown).dataset();
  }

  @Override
  public Context getContext() {
    return Context.mergeCopy(get().getContext(), settings);
  }

  /** Builds are closed by whoever opened them. */
  @Override
  public void close() {}
}
