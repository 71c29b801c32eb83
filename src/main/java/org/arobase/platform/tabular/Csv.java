package org.arobase.platform.tabular;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.arobase.platform.tabular.Book.Table;
import org.jspecify.annotations.Nullable;

/** Tables with a header line. */
public final class Csv {
  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvParser.Feature.TRIM_SPACES).build();

  private static final Pattern FORMULA = Pattern.compile("(?!-?[0-9]+(\\.[0-9]+)?$)[=+\\-@\\t\\r]");

  private Csv() {}

  /** The rows of a UTF-8 table, each by column name; an empty cell is the empty text. */
  public static List<Map<String, String>> rows(byte[] table) {
    var reader = MAPPER.readerForMapOf(String.class).with(CsvSchema.emptySchema().withHeader());
    try (var rows = reader.<Map<String, String>>readValues(new ByteArrayInputStream(table))) {
      return rows.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException("Not a table with a header line", e);
    }
  }

  /** Writes a table, its header line first. */
  static void write(Table table, OutputStream out) throws IOException {
    try (SequenceWriter rows = MAPPER.writer().writeValues(out)) {
      rows.write(table.columns());
      for (List<Object> row : table.rows()) {
        rows.write(row.stream().map(Csv::harmless).toList());
      }
    }
  }

  /** A text that a spreadsheet would take for a formula gets an apostrophe; a number is none. */
  private static Object harmless(@Nullable Object cell) {
    if (cell == null) {
      return "";
    }
    boolean formula = cell instanceof CharSequence text && FORMULA.matcher(text).lookingAt();
    if (cell instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return formula ? "'" + cell : cell;
  }
}
