package org.arobase.platform.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The committed examples of an operation: {@code openapi/examples/<operationId>.json}. */
final class ContractExamples {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ContractExamples() {}

  /** The examples under {@code request} and {@code response}; without the file the build fails. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> of(String operationId) {
    String name = "openapi/examples/" + operationId + ".json";
    try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("Write an example: src/main/resources/" + name);
      }
      return JSON.readValue(file, Map.class);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " is not a JSON object", e);
    }
  }

  /** The text of a resource; without it the build fails. */
  static String text(String name) {
    try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("There is no src/main/resources/" + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }
}
