package org.casus.reconciliation;

import java.util.List;

/**
 * A request for values of properties, and where its parts go.
 *
 * @param ids identifiers of entities, as sent
 * @param columns the properties
 */
record Extension(List<String> ids, List<Column> columns) {

  /**
   * A property whose values are asked for.
   *
   * @param id as sent
   * @param limit at most so many values of an entity; 0 for all
   */
  record Column(String id, int limit) {

    /** For people; the id of what is no property of Casus. */
    String name() {
      return Property.find(id).map(Property::name).orElse(id);
    }

    /** The values of an entity; none of what is no property or no entity. */
    List<Value> values(Authority authority, String entity) {
      List<Value> values =
          Property.find(id)
              .flatMap(
                  property ->
                      authority.identified(entity).map(found -> authority.values(found, property)))
              .orElse(List.of());
      return limit == 0 ? values : values.subList(0, Math.min(limit, values.size()));
    }
  }

  Extension {
    ids = List.copyOf(ids);
    columns = List.copyOf(columns);
    Batches.checkCells(ids.size(), columns.size());
  }

  /** Reads a request; it is the same in both versions. */
  static Extension read(SentJson sent) {
    return new Extension(
        sent.member("ids").elements().stream().map(SentJson::string).toList(),
        sent.member("properties").elements().stream().map(Extension::column).toList());
  }

  private static Column column(SentJson sent) {
    return new Column(
        sent.member("id").string(),
        sent.optional("settings")
            .flatMap(settings -> settings.optional("limit"))
            .map(limit -> limit.number(0))
            .orElse(0));
  }
}
