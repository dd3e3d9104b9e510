package org.casus.source;

import java.util.List;
import org.casus.model.TableRow;

/**
 * The rows of a table that passed its contract, in the order of the file.
 *
 * @param metadata the contract
 * @param rows the records with their lines
 * @param written the same rows as they are written
 */
public record LoadedTable(
    TableMetadata metadata, List<Located<TableRow>> rows, List<WrittenRow> written) {}
