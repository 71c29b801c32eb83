package org.arobase.platform.contract;

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

  private static Schema text(String format) {
    return OASFactory.createSchema().addType(SchemaType.STRING).format(format);
  }
}
