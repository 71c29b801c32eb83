package org.arobase.platform.canonical;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * Canonical JSON: equal content gives the same text (keys sorted, numbers plain and without
 * trailing zeros, no nulls) and so the same SHA-256.
 */
public final class Canonical {
  private static final ObjectMapper JSON = canonicalJson();
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private static final Cache<Document, Object> ONCE =
      Caffeine.newBuilder().maximumSize(100).build();

  private Canonical() {}

  private static ObjectMapper canonicalJson() {
    JsonMapper mapper =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .addModule(PlainDecimals.module())
            .addModule(SortedSets.module())
            .build();
    mapper.setNodeFactory(JsonNodeFactory.withExactBigDecimals(false));
    return mapper;
  }

  /** The canonical JSON text of a value. */
  public static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not a document: " + value.getClass(), e);
    }
  }

  /** The JSON of a value as RFC 8785 defines it, so that any library produces the same bytes. */
  public static String rfc8785(Object value) {
    try {
      return new JsonCanonicalizer(json(value)).getEncodedString();
    } catch (IOException e) {
      throw new IllegalArgumentException("Not a document: " + value.getClass(), e);
    }
  }

  /** A decimal without exponent and trailing zeros, as canonical JSON has it. */
  public static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /** Reads what {@link #json} wrote. */
  public static <T> T read(String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not a " + type.getSimpleName(), e);
    }
  }

  /**
   * Reads what {@link #json} wrote, once for each text: for documents that seldom change and are
   * read by every request.
   *
   * @param type an immutable type, because all callers get the same object
   */
  public static <T> T readOnce(String json, Class<T> type) {
    return type.cast(ONCE.get(new Document(type, json), key -> read(json, type)));
  }

  private record Document(Class<?> type, String json) {}

  /** Reads JSON of any shape. */
  public static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not JSON", e);
    }
  }

  /** Reads a YAML resource of the application; an unknown key is an error. */
  public static <T> T yaml(String resource, Class<T> type) {
    try (InputStream file = Canonical.class.getResourceAsStream(resource)) {
      return YAML.readValue(file, type);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " is not a " + type.getSimpleName(), e);
    }
  }

  /** SHA-256 of a text in UTF-8: 64 hexadecimal digits in lower case. */
  public static String hash(String text) {
    return hash(text.getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256 of bytes: 64 hexadecimal digits in lower case. */
  public static String hash(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  /** A digest to feed piece by piece. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
