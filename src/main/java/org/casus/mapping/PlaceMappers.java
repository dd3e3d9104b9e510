package org.casus.mapping;

import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.casus.model.ControlPeriod;
import org.casus.model.Place;
import org.casus.ontology.Ontology;
import org.casus.vocab.Casus;
import org.casus.vocab.Geo;

/** Mappers of places and of who controlled them. */
final class PlaceMappers {

  private final Ontology ontology;
  private final Labels labels;

  PlaceMappers(Ontology ontology, Labels labels) {
    this.ontology = ontology;
    this.labels = labels;
  }

  void place(Place place, ResourceWriter out) {
    out.type(ontology.classFor(Casus.PLACE, place.kind()))
        .label(place.label())
        .text(DCTerms.description.asNode(), place.description())
        .things(Casus.IS_PART_OF, "place", place.partOf())
        .thing(Casus.HAS_RECOGNISED_SOVEREIGN, "actor", place.sovereign())
        .thing(Casus.POINT_SOURCE, "source", place.pointSource());
    place
        .point()
        .ifPresent(
            point ->
                out.node(
                    Geo.AS_WKT,
                    NodeFactory.createLiteralDT(
                        point,
                        TypeMapper.getInstance().getSafeTypeByName(Geo.WKT_LITERAL.getURI()))));
  }

  void controlPeriod(ControlPeriod control, ResourceWriter out) {
    out.type(Casus.CONTROL_PERIOD)
        .label(
            "Control of "
                + labels.of("place", control.territory())
                + " by "
                + labels.of("actor", control.controller())
                + ", "
                + Labels.period(control.period()))
        .thing(Casus.IS_CONTROL_OF, "place", control.territory())
        .thing(Casus.IS_CONTROL_BY, "actor", control.controller())
        .period(control.period());
  }
}
