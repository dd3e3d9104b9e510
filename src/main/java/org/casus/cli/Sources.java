package org.casus.cli;

import org.casus.ontology.Ontology;
import org.casus.pipeline.Project;
import org.casus.problem.Problems;
import org.casus.source.CuratedData;
import org.casus.source.SourceReader;
import org.casus.wikidata.LinkTable;

/**
 * What the curators wrote, for commands that need no built dataset.
 *
 * @param ontology the terms
 * @param data the tables
 */
record Sources(Ontology ontology, CuratedData data) {

  /**
   * Reads the ontology and the tables of the project.
   *
   * @param problems gets what is wrong; what is returned is then not complete
   */
  static Sources read(Problems problems) {
    Project project = Installation.project();
    Ontology ontology = Ontology.read(project.ontology(), problems);
    return new Sources(
        ontology, new SourceReader(project.data(), ontology.codeLists()).read(problems));
  }

  LinkTable links() {
    return new LinkTable(data, ontology);
  }
}
