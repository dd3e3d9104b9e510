package org.casus.query;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Query files that break the rules of the catalogue: all that is wrong with them, in one go. */
public final class CatalogueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  /**
   * One thing wrong in one place.
   *
   * @param file the query file, or the directory when a file is missing
   * @param line counted from 1; 0 when no line is to blame
   * @param text what was found and what was expected
   */
  public record Fault(Path file, int line, String text) {
    /** {@code queries/name.rq:7: text}, as editors understand it. */
    @Override
    public String toString() {
      return file + (line > 0 ? ":" + line : "") + ": " + text;
    }
  }

  CatalogueException(List<Fault> faults) {
    super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /** In the order of file and line. */
  public List<Fault> faults() {
    return faults;
  }
}
