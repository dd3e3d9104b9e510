package org.casus.wikidata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.shared.JenaException;
import org.casus.remote.CourteousClient;
import org.casus.store.DurableFiles;

/**
 * The answers of a run that is not finished, a file each, so that a run that was interrupted goes
 * on where it stopped instead of asking again. An answer is written whole or not at all, and is
 * forgotten after a day, or when the run is done.
 */
public final class AnswerJournal {

  private static final Duration KEPT = Duration.ofDays(1);

  private final Path directory;
  private int reused;

  private AnswerJournal(Path directory) {
    this.directory = directory;
  }

  /**
   * The journal of a database directory, without what is too old. Nothing is created on disk before
   * the first answer.
   */
  public static AnswerJournal at(Path database, Clock clock) {
    AnswerJournal journal = new AnswerJournal(database.resolve("wikidata-answers"));
    journal.forget(clock);
    return journal;
  }

  private void forget(Clock clock) {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> all = files.toList();
      for (Path file : all) {
        if (Files.getLastModifiedTime(file).toInstant().plus(KEPT).isBefore(clock.instant())) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many requests were answered from here and not by the far side. */
  public int reused() {
    return reused;
  }

  /** What the answer to a request was, if it was answered and can be read. */
  <T> Optional<T> find(String request, CourteousClient.Reader<T> reader) {
    try {
      Optional<T> answer = Optional.of(reader.read(Files.readAllBytes(file(request))));
      reused++;
      return answer;
    } catch (NoSuchFileException | JenaException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void keep(String request, byte[] answer) {
    try {
      Files.createDirectories(directory);
      DurableFiles.replace(file(request), answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets all answers: the run is done, and the next one asks anew. */
  public void clear() {
    try {
      DurableFiles.deleteTree(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String request) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8));
      return directory.resolve(HexFormat.of().formatHex(digest) + ".json");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
