package org.arobase.platform.canonical;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Writes a set of strings or enum constants sorted: the order of a hash set varies between JVMs.
 */
final class SortedSets extends StdSerializer<Set<?>> {
  private static final long serialVersionUID = 1L;

  private SortedSets() {
    super(Set.class, false);
  }

  @SuppressWarnings("unchecked")
  static Module module() {
    return new SimpleModule("sorted sets")
        .addSerializer((Class<Set<?>>) (Class<?>) Set.class, new SortedSets());
  }

  @Override
  public void serialize(Set<?> set, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    List<?> sorted = set.stream().sorted(Comparator.comparing(String::valueOf)).toList();
    json.writeStartArray();
    for (Object element : sorted) {
      provider.defaultSerializeValue(element, json);
    }
    json.writeEndArray();
  }
}
