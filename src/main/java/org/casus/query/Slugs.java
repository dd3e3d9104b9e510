package org.casus.query;

import java.util.regex.Pattern;

/** The form of short names: of things, of their kinds and of queries. */
final class Slugs {
  static final Pattern PATTERN = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

  private Slugs() {}
}
