package org.arobase.platform.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.arobase.platform.paging.Page;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/** Marks the properties of records as required unless they are {@link Nullable}. */
final class ContractRequired {
  private static final DotName SCHEMA =
      DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");

  private final IndexView index;

  ContractRequired(IndexView index) {
    this.index = index;
  }

  /** Sets the required properties of every schema. */
  void say(OpenAPI document) {
    Map<String, Schema> schemas = document.getComponents().getSchemas();
    Map<String, ClassInfo> records = namedRecords();
    schemas.forEach(
        (name, schema) -> {
          ClassInfo type = name.startsWith("Page") ? pageType() : records.get(name);
          if (type != null && schema.getProperties() != null) {
            schema.setRequired(required(type, schema));
          }
        });
  }

  private ClassInfo pageType() {
    return index.getClassByName(DotName.createSimple(Page.class));
  }

  /** Records by the name of their schema: the annotation's name, or else the record's own. */
  private Map<String, ClassInfo> namedRecords() {
    Map<String, ClassInfo> records = new HashMap<>();
    Map<String, ClassInfo> named = new HashMap<>();
    for (ClassInfo type : index.getKnownClasses()) {
      if (type.isRecord()) {
        records.put(type.simpleName(), type);
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        if (schema != null && schema.value("name") != null) {
          named.put(schema.value("name").asString(), type);
        }
      }
    }
    records.putAll(named);
    return records;
  }

  private static @Nullable List<String> required(ClassInfo type, Schema schema) {
    List<String> required = new ArrayList<>();
    type.recordComponents()
        .forEach(
            component -> {
              boolean nullable =
                  component.type().hasAnnotation(DotName.createSimple(Nullable.class));
              if (!nullable && schema.getProperties().containsKey(component.name())) {
                required.add(component.name());
              }
            });
    return required.isEmpty() ? null : required;
  }
}
