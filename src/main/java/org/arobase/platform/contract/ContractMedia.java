package org.arobase.platform.contract;

import java.util.Map;
import org.arobase.platform.tabular.BookWriter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What operations answer with beside JSON. */
final class ContractMedia {
  private static final String EVENTS = "text/event-stream";

  private static final String JSON = "application/json";
  private static final String EXPORT = "export";
  private static final String IMPORT = "import";
  private static final String TAKES =
      "\n\nAll or nothing: of a file with one wrong line nothing is written, and everything that is"
          + " wrong is said with its line; `dryRun=true` writes nothing and says what would become of"
          + " each line. The columns of CSV and XLSX are the properties of the JSON, in any order. CSV"
          + " may have commas, semicolons or tabs, in UTF-8 or Windows-1252. A cell that begins with"
          + " = + - @ and is no number begins with an apostrophe, as in an export. At most 32 MiB and"
          + " 200,000 lines. Sent again it changes nothing more, so it takes no Idempotency-Key.";

  private ContractMedia() {}

  /** What a stream consists of is what each of its events says, not a list of them. */
  static void unfoldStream(Operation operation) {
    APIResponse success = operation.getResponses().getAPIResponse("200");
    if (success != null && success.getContent() != null) {
      MediaType stream = success.getContent().getMediaType(EVENTS);
      if (stream != null) {
        stream.setSchema(stream.getSchema().getItems());
      }
    }
  }

  /** Says of an operation that it also answers with tables. */
  static void addTables(Operation operation) {
    operation.setDescription(
        operation.getDescription()
            + " With `Accept: text/csv`, or XLSX's, the same as a whole table; of several tables CSV"
            + " has the first.");
    Content content = operation.getResponses().getAPIResponse("200").getContent();
    Object csv = ContractExamples.of(operation.getOperationId()).get("csv");
    content.addMediaType(
        BookWriter.CSV, OASFactory.createMediaType().schema(text(null)).example(csv));
    content.addMediaType(
        BookWriter.XLSX,
        OASFactory.createMediaType().schema(text("binary")).example("The bytes of a workbook."));
  }

  /**
   * Completes what gives and takes tables: {@code importX} takes what {@code exportX} gives, as
   * JSON, CSV or XLSX.
   */
  static void describeExchange(Map<String, Operation> operations) {
    operations.forEach(
        (id, operation) -> {
          if (id.startsWith(EXPORT)) {
            Content given = operation.getResponses().getAPIResponse("200").getContent();
            Schema rows = given.getMediaType(JSON).getSchema();
            tables(given, rows, ContractExamples.of(id), "response");
            Operation taking = operations.get(IMPORT + id.substring(EXPORT.length()));
            if (taking == null) {
              return;
            }
            taking.getRequestBody().setRequired(true);
            taking.setDescription(taking.getDescription() + TAKES);
            tables(
                taking.getRequestBody().getContent(),
                rows,
                ContractExamples.of(taking.getOperationId()),
                "request");
          }
        });
  }

  private static void tables(
      Content content, Schema rows, Map<String, Object> examples, String which) {
    content.getMediaTypes().keySet().forEach(content::removeMediaType);
    content.addMediaType(
        JSON, OASFactory.createMediaType().schema(rows).example(examples.get(which)));
    content.addMediaType(
        BookWriter.CSV,
        OASFactory.createMediaType().schema(text(null)).example(examples.get("csv")));
    content.addMediaType(
        BookWriter.XLSX,
        OASFactory.createMediaType().schema(text("binary")).example("The bytes of a workbook."));
  }

  private static Schema text(String format) {
    return OASFactory.createSchema().addType(SchemaType.STRING).format(format);
  }
}
