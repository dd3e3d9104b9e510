package org.casus.reconciliation;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/** What the service offers and where, in either version. */
final class Manifest {
  /** Where the service is on this server. */
  static final String PATH = "/reconcile";

  static final String DOCUMENTATION = "/documentation";
  static final String PREVIEW = "/preview";
  static final String VIEW = "/view";
  static final String SUGGEST = "/suggest/";
  static final String FLYOUT = "/flyout/";
  static final String PROPOSE = "/extend/propose";

  static final int PREVIEW_WIDTH = 430;
  static final int PREVIEW_HEIGHT = 300;

  private static final List<String> SUGGESTED = List.of("entity", "type", "property");

  /** The types that tables of other people have, of those that a build has. */
  private static final List<String> USUAL_TYPES =
      List.of(
          "Person",
          "State",
          "Place",
          "Agreement",
          "Event",
          "InternationalOrganisation",
          "Office",
          "Actor",
          "Source",
          "Theory",
          Types.CONCEPT);

  private final String server;
  private final Authority authority;
  private final String programVersion;

  /**
   * @param server the address of this server, without a path
   */
  Manifest(String server, Authority authority, String programVersion) {
    this.server = server;
    this.authority = authority;
    this.programVersion = programVersion;
  }

  /** In version 0.2, which names the address of each part. */
  JsonObject version02() {
    JsonObject manifest = common("{{id}}");
    manifest.addProperty("identifierSpace", Authority.SPACE);
    manifest.addProperty("schemaSpace", Types.SPACE);
    JsonObject suggest = new JsonObject();
    for (String kind : SUGGESTED) {
      JsonObject service = service(SUGGEST + kind);
      service.addProperty("flyout_service_path", PATH + FLYOUT + kind + "?id=${id}");
      suggest.add(kind, service);
    }
    manifest.add("suggest", suggest);
    JsonObject preview = preview();
    preview.addProperty("url", server + PATH + PREVIEW + "?id={{id}}");
    manifest.add("preview", preview);
    JsonObject extend = new JsonObject();
    extend.add("propose_properties", service(PROPOSE));
    extend.add("property_settings", settings("name", "label", "help_text"));
    manifest.add("extend", extend);
    return manifest;
  }

  /** In the draft of 1.0, which has one place for each part. */
  JsonObject draft() {
    JsonObject manifest = common("{id}");
    JsonObject suggest = new JsonObject();
    SUGGESTED.forEach(kind -> suggest.addProperty(kind, true));
    manifest.add("suggest", suggest);
    manifest.add("preview", preview());
    JsonObject extend = new JsonObject();
    extend.addProperty("proposeProperties", true);
    extend.add("propertySettings", settings("id", "name", "helpText"));
    manifest.add("extend", extend);
    manifest.addProperty("standardizedScore", true);
    manifest.addProperty("lang", "en");
    manifest.addProperty("dir", "ltr");
    return manifest;
  }

  /** The address of an entity's page leads on: identifiers have slashes, which clients encode. */
  private JsonObject common(String variable) {
    JsonObject manifest = new JsonObject();
    JsonArray versions = new JsonArray();
    versions.add("0.2");
    versions.add("1.0-draft");
    manifest.add("versions", versions);
    manifest.addProperty(
        "name", "Casus: actors, places, agreements and events of the Nagorno-Karabakh conflict");
    manifest.addProperty("documentation", server + PATH + DOCUMENTATION);
    manifest.addProperty("serviceVersion", programVersion);
    manifest.addProperty("batchSize", Batches.QUERIES);
    JsonObject view = new JsonObject();
    view.addProperty("url", server + PATH + VIEW + "?id=" + variable);
    manifest.add("view", view);
    List<EntityType> used = authority.usedTypes();
    manifest.add(
        "defaultTypes",
        Json.array(
            USUAL_TYPES.stream()
                .flatMap(id -> authority.types().find(id).stream())
                .filter(used::contains)
                .toList(),
            Json::type));
    return manifest;
  }

  private JsonObject service(String path) {
    JsonObject service = new JsonObject();
    service.addProperty("service_url", server);
    service.addProperty("service_path", PATH + path);
    return service;
  }

  private static JsonObject preview() {
    JsonObject preview = new JsonObject();
    preview.addProperty("width", PREVIEW_WIDTH);
    preview.addProperty("height", PREVIEW_HEIGHT);
    return preview;
  }

  private static JsonArray settings(String id, String name, String help) {
    JsonObject limit = new JsonObject();
    limit.addProperty(id, "limit");
    limit.addProperty(name, "Limit");
    limit.addProperty("type", "number");
    limit.addProperty("default", 0);
    limit.addProperty(help, "At most so many values of an entity; 0 for all");
    JsonArray settings = new JsonArray();
    settings.add(limit);
    return settings;
  }
}
