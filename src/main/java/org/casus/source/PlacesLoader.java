package org.casus.source;

import org.casus.model.Place;

/** Loads {@code places/places.csv}. */
final class PlacesLoader implements TableLoader<Place> {

  @Override
  public String table() {
    return "places/places.csv";
  }

  @Override
  public Place load(Cells c) {
    return new Place(
        c.text("id"),
        c.text("kind"),
        c.text("label"),
        c.optional("description"),
        c.list("part_of"),
        c.optional("sovereign"),
        c.optional("point"),
        c.optional("point_source"),
        c.factAttestation());
  }
}
