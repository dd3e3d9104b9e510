package org.casus.store;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.tdb2.assembler.VocabTDB2;

/**
 * Puts the place of a build into the description of a server. Descriptions name no directory of a
 * machine; they have a placeholder where the location of the database belongs.
 */
public final class DatabaseLocation {

  /** What stands in a description for the database of the current build. */
  public static final String CURRENT_BUILD = "database:current";

  private DatabaseLocation() {}

  /** Replaces every placeholder by the database of the build. */
  public static void put(Model description, Build build) {
    for (Statement location :
        description.listStatements(null, VocabTDB2.pLocation, CURRENT_BUILD).toList()) {
      location.changeObject(build.database().toString());
    }
  }
}
