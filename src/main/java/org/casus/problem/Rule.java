package org.casus.problem;

/**
 * The rules that the readers of tables and of the bibliography, and the checks against the articles
 * and of the balance, hold a file to. Names are stable: they appear in the problem table and may be
 * filtered on. Shapes and violation queries have rules of their own, named after the shape or the
 * query file.
 */
public enum Rule {
  FILE_MISSING,
  FILE_UNKNOWN,
  FILE_EMPTY,
  FILE_NOT_UTF8,
  FILE_NOT_CSV,
  METADATA_MALFORMED,
  BIBLIOGRAPHY_MALFORMED,
  COLUMN_MISSPELT,
  COLUMN_UNKNOWN,
  COLUMN_MISSING,
  COLUMN_REPEATED,
  COLUMN_ORDER,
  ROW_TOO_SHORT,
  ROW_TOO_LONG,
  CELL_TOO_LARGE,
  CELL_LINE_BREAK,
  CELL_REQUIRED,
  CELL_WHITE_SPACE,
  CELL_MALFORMED,
  CELL_LIST_MALFORMED,
  DATE_MALFORMED,
  DATE_IMPOSSIBLE,
  DATES_REVERSED,
  KEY_REPEATED,
  CODE_UNKNOWN,
  REFERENCE_UNKNOWN,
  ONTOLOGY_MALFORMED,
  SHAPE_MALFORMED,
  CHECK_MALFORMED,
  RULE_MALFORMED,
  QUERY_MALFORMED,
  EXPECTED_ROWS_DIFFER,
  QUOTE_ABSENT,
  QUOTE_UNMARKED,
  QUOTE_TOO_LONG,
  CITATION_ABSENT,
  DATE_ABSENT,
  WORDS_SHARED,
  EXCEPTION_UNNEEDED,
  LABEL_ONE_SIDED
}
