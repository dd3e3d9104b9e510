package org.casus.pages;

/**
 * A name that may lead somewhere.
 *
 * @param label what is shown
 * @param lang language tag of the label; empty if it has none
 * @param href an address that is safe to follow; empty if there is none
 */
record Link(String label, String lang, String href) {

  static Link of(String label, String href) {
    return new Link(label, "", href);
  }
}
