package org.arobase.platform.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Names page schemas after their items, for example {@code DossierSummaryPage}. SmallRye OpenAPI
 * numbers them in the order of the classes, so that a new list would rename existing schemas.
 */
final class ContractPages {
  private static final String REF = "#/components/schemas/";

  private ContractPages() {}

  /**
   * Renames every page schema.
   *
   * @return the new reference for each old one
   */
  static Map<String, String> rename(Components components) {
    Map<String, String> renamed = new HashMap<>();
    Map<String, Schema> schemas = new TreeMap<>();
    components
        .getSchemas()
        .forEach(
            (name, schema) -> {
              String better = name.startsWith("Page") ? item(schema) + "Page" : name;
              schemas.put(better, schema);
              renamed.put(REF + name, REF + better);
            });
    components.setSchemas(schemas);
    return renamed;
  }

  private static String item(Schema page) {
    return page.getProperties().get("items").getItems().getRef().substring(REF.length());
  }

  /** Makes the responses of an operation refer to the renamed schemas. */
  static void follow(Operation operation, Map<String, String> renamed) {
    operation.getResponses().getAPIResponses().values().stream()
        .filter(response -> response.getContent() != null)
        .flatMap(response -> response.getContent().getMediaTypes().values().stream())
        .map(MediaType::getSchema)
        .filter(schema -> schema != null && renamed.containsKey(schema.getRef()))
        .forEach(schema -> schema.setRef(renamed.get(schema.getRef())));
  }
}
