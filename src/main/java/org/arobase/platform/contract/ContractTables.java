package org.arobase.platform.contract;

import org.arobase.platform.tabular.BookWriter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Says of an operation that it also answers with tables. */
final class ContractTables {
  private ContractTables() {}

  static void addTo(Operation operation) {
    operation.setDescription(
        operation.getDescription()
            + " With `Accept: text/csv`, or XLSX's, the same as a whole table; of several tables CSV"
            + " has the first.");
    Content content = operation.getResponses().getAPIResponse("200").getContent();
    content.addMediaType(BookWriter.CSV, OASFactory.createMediaType().schema(text(null)));
    content.addMediaType(BookWriter.XLSX, OASFactory.createMediaType().schema(text("binary")));
  }

  private static Schema text(String format) {
    return OASFactory.createSchema().addType(SchemaType.STRING).format(format);
  }
}
