package org.arobase.platform.contract;

import java.util.Map;
import org.arobase.platform.tabular.BookWriter;
import org.arobase.platform.tabular.importing.Upload;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Describes the media types of operations beside JSON. */
final class ContractMedia {
  private static final String EVENTS = "text/event-stream";

  private static final String JSON = "application/json";
  private static final String EXPORT = "export";
  private static final String IMPORT = "import";
  private static final String TAKES =
      "\n\nAll or nothing: if one line is wrong, nothing is written, and the answer lists every"
          + " error with its line. `dryRun=true` writes nothing and returns what would happen to"
          + " each line. The columns of CSV and XLSX are the properties of the JSON, in any order."
          + " CSV may use commas, semicolons or tabs, in UTF-8 or Windows-1252, and may be sent as"
          + " application/vnd.ms-excel, as browsers on Windows do. A cell that begins"
          + " with = + - @ and is not a number must begin with an apostrophe, as in an export. At"
          + " most 32 MiB and 200,000 lines. Sending the same file again changes nothing, so the"
          + " operation takes no Idempotency-Key.";

  private ContractMedia() {}

  /** Gives a stream the schema of one event instead of that of a list of events. */
  static void unfoldStream(Operation operation) {
    APIResponse success = operation.getResponses().getAPIResponse("200");
    if (success != null && success.getContent() != null) {
      MediaType stream = success.getContent().getMediaType(EVENTS);
      if (stream != null) {
        stream.setSchema(stream.getSchema().getItems());
      }
    }
  }

  /** Documents that an operation also returns tables. */
  static void addTables(Operation operation) {
    operation.setDescription(
        operation.getDescription()
            + " With `Accept: text/csv` or the XLSX media type, returns everything as a table; when"
            + " there are several tables, CSV contains only the first.");
    Content content = operation.getResponses().getAPIResponse("200").getContent();
    Object csv = ContractExamples.of(operation.getOperationId()).get("csv");
    content.addMediaType(
        BookWriter.CSV, OASFactory.createMediaType().schema(text(null)).example(csv));
    content.addMediaType(
        BookWriter.XLSX,
        OASFactory.createMediaType().schema(text("binary")).example("The bytes of a workbook."));
  }

  /**
   * Completes exports and imports: {@code importX} accepts what {@code exportX} returns, as JSON,
   * CSV or XLSX.
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
            Content taken = taking.getRequestBody().getContent();
            tables(taken, rows, ContractExamples.of(taking.getOperationId()), "request");
            taken.addMediaType(Upload.EXCEL, taken.getMediaType(BookWriter.CSV));
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
