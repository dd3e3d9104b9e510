package org.casus.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory of builds, one of which is current. Safe for several processes: one may build while
 * others read.
 *
 * <p>Nothing is created on disk before {@link #begin}.
 */
public final class DatasetDirectory {
  private static final Logger LOG = LoggerFactory.getLogger(DatasetDirectory.class);
  private static final Pattern BUILD_ID = Pattern.compile("b[0-9]{6,}");
  private static final int ATTEMPTS = 3;

  private final Path root;

  private DatasetDirectory(Path root) {
    this.root = root;
  }

  /** The directory need not exist yet. */
  public static DatasetDirectory at(Path root) {
    return new DatasetDirectory(root.toAbsolutePath().normalize());
  }

  /** Where the builds are. */
  public Path root() {
    return root;
  }

  /**
   * The build that readers get.
   *
   * @return empty when nothing was published here, and also, with a warning in the log, when what
   *     was published has been taken away by hand: in both cases the cure is to build
   * @throws StoreException when the directory cannot be read
   */
  public Optional<Build> current() {
    try {
      Optional<String> id = currentId();
      if (id.isEmpty()) {
        return Optional.empty();
      }
      BuildFiles files = files(id.get());
      if (!Files.exists(files.info())) {
        LOG.warn(
            "{} names {}, which is not complete; build the dataset again", pointer(), id.get());
        return Optional.empty();
      }
      return Optional.of(new Build(files, BuildInfo.fromJson(Files.readString(files.info()))));
    } catch (IOException fault) {
      throw StoreException.explain("Reading the dataset", root, fault);
    }
  }

  /**
   * Opens the current build for long, as a server does, also when it is replaced in this very
   * moment.
   *
   * @return empty under the same conditions as {@link #current}
   * @throws StoreException when another process serves it, or when the directory cannot be read
   */
  public Optional<OpenDataset> open() {
    return current(Build::open);
  }

  /**
   * Opens the current build for a short command, beside a running server if need be; see {@link
   * Build#read}.
   *
   * @return empty under the same conditions as {@link #current}
   * @throws StoreException when the directory cannot be read
   */
  public Optional<OpenDataset> read() {
    return current(Build::read);
  }

  private Optional<OpenDataset> current(Function<Build, OpenDataset> way) {
    for (int attempt = 1; ; attempt++) {
      Optional<Build> build = current();
      if (build.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(way.apply(build.get()));
      } catch (StoreException fault) {
        boolean replaced = !current().map(Build::id).equals(build.map(Build::id));
        if (!replaced || attempt == ATTEMPTS) {
          throw fault;
        }
      }
    }
  }

  /**
   * Starts a new build. Takes the build lock, and removes what earlier builds left behind:
   * unfinished ones, and finished ones that are neither current nor in use.
   *
   * @throws StoreException when a build is running in this or another process, or when the
   *     directory cannot be written
   */
  public NewBuild begin() {
    try {
      Files.createDirectories(builds());
      ProcessLock lock =
          ProcessLock.tryExclusive(root.resolve("build.lock"))
              .orElseThrow(
                  () ->
                      new StoreException(
                          "Another build is running in "
                              + root
                              + ". Wait until it has finished, or name another place with"
                              + " --database DIR."));
      try {
        removeLeftovers();
        String id = nextId();
        Files.createDirectory(files(id).directory());
        return new NewBuild(this, id, lock);
      } catch (IOException | RuntimeException fault) {
        lock.close();
        throw fault;
      }
    } catch (IOException fault) {
      throw StoreException.explain("Preparing a build", root, fault);
    }
  }

  BuildFiles files(String id) {
    return new BuildFiles(builds().resolve(id));
  }

  void setCurrent(String id) throws IOException {
    DurableFiles.syncDirectory(builds());
    DurableFiles.replace(pointer(), id + "\n");
  }

  private Path builds() {
    return root.resolve("builds");
  }

  private Path pointer() {
    return root.resolve("current");
  }

  private Optional<String> currentId() throws IOException {
    String id;
    try {
      id = Files.readString(pointer()).strip();
    } catch (NoSuchFileException nothingYet) {
      return Optional.empty();
    }
    if (!BUILD_ID.matcher(id).matches()) {
      throw new StoreException(
          pointer()
              + " should name a build such as b000001, but says \""
              + id
              + "\". Delete the"
              + " file and build again.");
    }
    return Optional.of(id);
  }

  private List<String> ids() throws IOException {
    try (Stream<Path> entries = Files.list(builds())) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> BUILD_ID.matcher(name).matches())
          .sorted((a, b) -> Long.compare(number(a), number(b)))
          .toList();
    }
  }

  /** Higher than all that exist: an id in use is never given out again. */
  private String nextId() throws IOException {
    List<String> ids = ids();
    long last = ids.isEmpty() ? 0 : number(ids.get(ids.size() - 1));
    return "b%06d".formatted(last + 1);
  }

  private static long number(String id) {
    return Long.parseLong(id.substring(1));
  }

  private void removeLeftovers() throws IOException {
    String current = currentId().orElse("");
    for (String id : ids()) {
      if (!id.equals(current)) {
        try {
          remove(files(id));
        } catch (IOException fault) {
          LOG.warn("The old build {} could not be removed: {}", files(id).directory(), fault);
        }
      }
    }
  }

  /**
   * The lock is held while the build goes, its description first, so that a reader who comes late
   * finds either the whole build or none.
   */
  private static void remove(BuildFiles files) throws IOException {
    ProcessLock lock = ProcessLock.tryExclusive(files.inUse()).orElse(null);
    if (lock == null) {
      return;
    }
    try (lock) {
      Files.deleteIfExists(files.info());
      DurableFiles.deleteTree(files.tdb2());
      DurableFiles.deleteTree(files.lucene());
    }
    DurableFiles.deleteTree(files.directory());
  }
}
