package org.arobase.platform.contract;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The meaning of each parameter of the API. A name means the same in every operation. */
final class ContractParameters {

  private record Meaning(String description, Object example) {}

  private static final Map<String, Meaning> MEANINGS =
      Map.ofEntries(
          Map.entry("year", new Meaning("Year of the edition.", 2020)),
          Map.entry("edition", new Meaning("Year of the edition.", 2020)),
          Map.entry("code", new Meaning("Code of the authority.", "78138")),
          Map.entry("number", new Meaning("Number of the initiative in its dossier.", 1)),
          Map.entry("juror", new Meaning("Id of the juror, or `me`.", "me")),
          Map.entry("id", new Meaning("Id of the framework.", "sample-framework-2020")),
          Map.entry("with", new Meaning("Id of the other framework.", "framework-2027")),
          Map.entry("q", new Meaning("Beginning of a name, or a code.", "chanteloup")),
          Map.entry("department", new Meaning("Number of a département.", "78")),
          Map.entry("region", new Meaning("INSEE code of a région.", "11")),
          Map.entry("kind", new Meaning("Kind of authority.", "MUNICIPALITY")),
          Map.entry("level", new Meaning("Only this level, 0 to 5 @.", 4)),
          Map.entry("flag", new Meaning("Only dossiers with this flag.", "DIVERGENT")),
          Map.entry("stage", new Meaning("Only dossiers at this stage.", "CONSENSUS")),
          Map.entry("sort", new Meaning("Order of the list.", "GAIN")),
          Map.entry("dryRun", new Meaning("Only show what would happen.", true)),
          Map.entry("dialect", new Meaning("How CSV is written.", "EXCEL_FR")),
          Map.entry("limit", new Meaning("Rows of a page, 1 to 500.", 100)),
          Map.entry(
              "Idempotency-Key",
              new Meaning(
                  "A key chosen by the client for this request. A request sent again with the same"
                      + " key within 24 hours is not executed again and gets the same answer.",
                  "5f0c6a3e-8f5b-4a9e-9b0a-1d2c3b4a5e6f")),
          Map.entry("member", new Meaning("Id of the member of the jury.", "juror1")),
          Map.entry("version", new Meaning("Version of the results, from 1.", 1)),
          Map.entry(
              "key",
              new Meaning("Thumbprint of the key.", "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")),
          Map.entry("stratum", new Meaning("Only this stratum.", "town")),
          Map.entry("session", new Meaning("Number of the session.", 1)),
          Map.entry("motion", new Meaning("Number of the motion in its session.", 1)),
          Map.entry("recusal", new Meaning("Number of the recusal.", 1201)),
          Map.entry("submission", new Meaning("Number of the submission, from 1.", 1)),
          Map.entry("reason", new Meaning("Reason.", "Déclaré par erreur.")),
          Map.entry("event", new Meaning("Number of the event.", 42)),
          Map.entry("job", new Meaning("Id of the job.", "6f9c1f0e-6d0c-4a3b-8f55-0e6a0c1c5a11")),
          Map.entry("size", new Meaning("Number of events in the tree.", 120)),
          Map.entry("from", new Meaning("Size of the earlier tree.", 80)),
          Map.entry("cursor", new Meaning("`nextCursor` of the previous page.", "MDIyOTU")),
          Map.entry(
              "If-Match", new Meaning("ETag of the version that the caller has read.", "\"3\"")));

  private static final Set<String> REQUIRED = Set.of("If-Match", "edition", "with");

  private ContractParameters() {}

  /** The key that every operation marked as idempotent takes. */
  static Parameter idempotencyKey() {
    return OASFactory.createParameter()
        .name("Idempotency-Key")
        .in(Parameter.In.HEADER)
        .schema(OASFactory.createSchema().addType(SchemaType.STRING).maxLength(100));
  }

  /** Describes a parameter that its method did not describe itself. */
  static void describe(Parameter parameter) {
    if (parameter.getDescription() != null) {
      return;
    }
    Meaning meaning = MEANINGS.get(parameter.getName());
    if (meaning == null) {
      throw new IllegalStateException("Say what the parameter " + parameter.getName() + " means");
    }
    parameter.setDescription(meaning.description());
    parameter.setExample(meaning.example());
    if (REQUIRED.contains(parameter.getName())) {
      parameter.setRequired(true);
    }
  }

  /**
   * Writes the enumerations of parameters with a default in their place. SmallRye OpenAPI combines
   * a reference and the default, and validators do not recognise such a schema as a text.
   */
  static void inlineEnumerations(Collection<Operation> operations, Map<String, Schema> schemas) {
    Set<String> inlined =
        operations.stream()
            .filter(operation -> operation.getParameters() != null)
            .flatMap(operation -> operation.getParameters().stream())
            .filter(parameter -> parameter.getSchema().getAllOf() != null)
            .map(parameter -> inlineEnumeration(parameter, schemas))
            .collect(Collectors.toSet());
    schemas.keySet().removeAll(inlined);
  }

  private static String inlineEnumeration(Parameter parameter, Map<String, Schema> schemas) {
    List<Schema> parts = parameter.getSchema().getAllOf();
    String name = parts.get(0).getRef().replaceFirst(".*/", "");
    parameter.setSchema(
        OASFactory.createSchema()
            .addType(SchemaType.STRING)
            .enumeration(schemas.get(name).getEnumeration())
            .defaultValue(parts.get(1).getDefaultValue()));
    return name;
  }
}
