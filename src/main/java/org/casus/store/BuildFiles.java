package org.casus.store;

import java.nio.file.Path;

/**
 * The names inside one build directory.
 *
 * @param directory the build directory
 */
record BuildFiles(Path directory) {

  Path info() {
    return directory.resolve("build.json");
  }

  Path textFields() {
    return directory.resolve("text-index.json");
  }

  Path inUse() {
    return directory.resolve("in-use.lock");
  }

  Path tdb2() {
    return directory.resolve("tdb2");
  }

  Path lucene() {
    return directory.resolve("lucene");
  }

  Path dump() {
    return directory.resolve("dataset.nq.gz");
  }
}
