package org.casus.source;

import java.util.List;
import org.casus.model.Work;

/**
 * All that the curators have written, typed.
 *
 * @param works the bibliography
 * @param tables the tables in order of their file names
 */
public record CuratedData(List<Located<Work>> works, List<LoadedTable> tables) {}
