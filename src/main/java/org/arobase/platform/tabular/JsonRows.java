package org.arobase.platform.tabular;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.arobase.platform.tabular.Book.Table;
import org.jspecify.annotations.Nullable;

/** A table as an array of flat objects; an empty cell is an absent property. */
final class JsonRows {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonRows() {}

  static void write(Table table, OutputStream out) throws IOException {
    JsonGenerator json = JSON.createGenerator(out);
    try {
      json.writeStartArray();
      table.rows().each(row -> write(table.columns(), row, json));
      json.writeEndArray();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    // not closed after an error: an incomplete file must not look complete
    json.close();
  }

  private static void write(List<String> names, List<@Nullable Object> row, JsonGenerator json) {
    try {
      json.writeStartObject();
      for (int i = 0; i < names.size(); i++) {
        Object cell = row.get(i);
        if (cell != null) {
          json.writeFieldName(names.get(i));
          write(cell, json);
        }
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Object cell, JsonGenerator json) throws IOException {
    if (cell instanceof List<?> list) {
      String[] texts = list.stream().map(String::valueOf).toArray(String[]::new);
      json.writeArray(texts, 0, texts.length);
    } else if (cell instanceof BigDecimal number) {
      json.writeNumber(number.toPlainString());
    } else if (cell instanceof Integer || cell instanceof Long) {
      json.writeNumber(((Number) cell).longValue());
    } else if (cell instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else {
      json.writeString(cell.toString());
    }
  }
}
