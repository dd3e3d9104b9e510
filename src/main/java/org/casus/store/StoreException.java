package org.casus.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.dboe.base.file.FileException;
import org.apache.jena.query.text.TextIndexException;
import org.apache.jena.tdb2.TDBException;
import org.jspecify.annotations.Nullable;

/**
 * The disk, or another process, kept the store from doing its work: never a fault of the data and
 * never a bug. The message is one or two sentences for the operator: what failed, where, and the
 * cure. The command line maps it to the exit status for input and output.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean inUse;

  StoreException(String message) {
    this(message, null);
  }

  StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
    this.inUse = false;
  }

  private StoreException(String message, Throwable cause, boolean inUse) {
    super(message, cause);
    this.inUse = inUse;
  }

  /** For a database that another process has open; that process may be done in a moment. */
  static StoreException inUse(String message, Throwable cause) {
    return new StoreException(message, cause, true);
  }

  /** Whether another process has the database open. */
  boolean isInUse() {
    return inUse;
  }

  /**
   * Tells input and output trouble from bugs.
   *
   * @return a StoreException when some cause of {@code fault} is about files; otherwise {@code
   *     fault} itself, to be thrown on
   */
  static RuntimeException explain(String attempt, Path where, Throwable fault) {
    if (fault instanceof StoreException already) {
      return already;
    }
    for (@Nullable Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException file) {
        return new StoreException(sentence(attempt, where, reason(file)), fault);
      }
      if (cause instanceof InternalError) {
        // A memory-mapped page that the full disk cannot hold surfaces as this error.
        return new StoreException(
            sentence(attempt, where, "the disk is probably full (" + cause.getMessage() + ")"),
            fault);
      }
    }
    if (isStorageFault(fault)) {
      return new StoreException(sentence(attempt, where, fault.getMessage()), fault);
    }
    if (fault instanceof RuntimeException bug) {
      return bug;
    }
    if (fault instanceof Error bug) {
      throw bug;
    }
    return new IllegalStateException(attempt, fault);
  }

  private static boolean isStorageFault(Throwable fault) {
    return fault instanceof RuntimeIOException
        || fault instanceof FileException
        || fault instanceof DBOpEnvException
        || fault instanceof TDBException
        || fault instanceof TextIndexException;
  }

  private static String reason(IOException fault) {
    if (fault instanceof AccessDeniedException) {
      return "access to " + fault.getMessage() + " is denied";
    }
    if (fault instanceof NoSuchFileException) {
      return fault.getMessage() + " does not exist";
    }
    if (fault instanceof FileSystemException file && file.getReason() == null) {
      return fault.getClass().getSimpleName() + " at " + fault.getMessage();
    }
    return String.valueOf(fault.getMessage());
  }

  private static String sentence(String attempt, Path where, @Nullable String reason) {
    return attempt
        + " in "
        + where
        + " failed: "
        + reason
        + ". Check free space and permissions there, or name another place with --database DIR;"
        + " a dataset published before is unharmed.";
  }
}
