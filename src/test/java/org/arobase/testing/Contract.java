package org.arobase.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The operations of {@code openapi/openapi.yaml}, as a client finds them there. */
public final class Contract {
  private static final Set<String> VERBS = Set.of("get", "put", "post", "patch", "delete");

  private static final JsonNode CONTRACT = read();
  private static final List<Operation> OPERATIONS = all();

  private Contract() {}

  /**
   * An entry of {@code x-access}.
   *
   * @param reach {@code any}, {@code own}, {@code chair} or {@code membership}
   */
  public record Grant(String role, String reach, Set<String> phases) {
    /** Whether the role reaches only its own dossier or sheet. */
    public boolean own() {
      return reach.equals("own");
    }

    /** Whether the role reaches only the dossiers that the caller was made chair of. */
    public boolean chair() {
      return reach.equals("chair");
    }

    /** Whether the role reaches only its own membership, declined or not. */
    public boolean membership() {
      return reach.equals("membership");
    }
  }

  /**
   * An operation.
   *
   * @param path below {@code /api/v1}, with its parameters in braces
   * @param parameters names of path and query parameters
   * @param headers names of the headers that it takes
   * @param grants empty when everyone may call it without a token
   */
  public record Operation(
      String id,
      String method,
      String path,
      Set<String> parameters,
      Set<String> headers,
      boolean takesBody,
      List<Grant> grants) {
    /**
     * Its address for one edition; numbers are 1, and a parameter that is not about the edition, a
     * dossier or a juror is one that exists.
     *
     * @param code of the dossier
     * @param juror an id or {@code me}
     */
    public String address(int year, String code, String juror) {
      String address =
          path.replace("{year}", String.valueOf(year))
              .replace("{code}", code)
              .replace("{juror}", juror)
              .replace("{member}", "juror2")
              .replace("{id}", "sample-framework-2020")
              .replaceAll("\\{[a-z]+}", "1");
      return parameters.contains("edition") ? address + "?edition=" + year : address;
    }

    /** Whether it is about an edition. */
    public boolean ofEdition() {
      return parameters.contains("year") || parameters.contains("edition");
    }

    /** Whether it is about a dossier. */
    public boolean ofDossier() {
      return path.contains("{year}") && path.contains("{code}");
    }

    /** Whether it is about a score sheet. */
    public boolean ofSheet() {
      return path.contains("{juror}");
    }
  }

  /** Every operation, in the contract's order. */
  public static List<Operation> operations() {
    return OPERATIONS;
  }

  private static List<Operation> all() {
    List<Operation> operations = new ArrayList<>();
    CONTRACT
        .get("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        entry -> {
                          if (VERBS.contains(entry.getKey())) {
                            operations.add(
                                operation(path.getKey(), entry.getKey(), entry.getValue()));
                          }
                        }));
    return List.copyOf(operations);
  }

  /** The texts of all request bodies by schema and property, without those of listed values. */
  public static Map<String, JsonNode> requestTexts() {
    Map<String, JsonNode> texts = new TreeMap<>();
    CONTRACT
        .findValues("requestBody")
        .forEach(body -> body.findValues("$ref").forEach(ref -> texts(name(ref), texts)));
    return texts;
  }

  private static void texts(String schema, Map<String, JsonNode> texts) {
    JsonNode found = CONTRACT.at("/components/schemas/" + schema);
    if (texts.put(schema, found) != null) {
      return;
    }
    found.findValues("$ref").forEach(ref -> texts(name(ref), texts));
    found
        .path("properties")
        .fields()
        .forEachRemaining(
            property -> {
              JsonNode one = property.getValue();
              if (one.path("type").asText().equals("string") && !one.has("enum")) {
                texts.put(schema + "." + property.getKey(), one);
              }
            });
  }

  private static String name(JsonNode reference) {
    String address = reference.asText();
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private static JsonNode read() {
    try {
      return new YAMLMapper().readTree(ContractCheck.CONTRACT.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Operation operation(String path, String method, JsonNode said) {
    Set<String> parameters = new TreeSet<>();
    Set<String> headers = new TreeSet<>();
    for (JsonNode parameter : said.path("parameters")) {
      boolean header = parameter.get("in").asText().equals("header");
      (header ? headers : parameters).add(parameter.get("name").asText());
    }
    List<Grant> grants = new ArrayList<>();
    for (JsonNode grant : said.path("x-access")) {
      Set<String> phases = new TreeSet<>();
      grant.get("phases").forEach(phase -> phases.add(phase.asText()));
      grants.add(new Grant(grant.get("role").asText(), grant.get("reach").asText(), phases));
    }
    if (grants.isEmpty() && !said.path("x-roles").toString().equals("[\"anonymous\"]")) {
      throw new AssertionError(said.get("operationId") + " says neither x-access nor anonymous");
    }
    return new Operation(
        said.get("operationId").asText(),
        method.toUpperCase(Locale.ROOT),
        path.substring("/api/v1".length()),
        parameters,
        headers,
        said.has("requestBody"),
        grants);
  }
}
