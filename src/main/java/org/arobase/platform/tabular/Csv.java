package org.arobase.platform.tabular;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
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

/** Reads and writes CSV tables with a header line. */
public final class Csv {
  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvParser.Feature.TRIM_SPACES).build();

  private static final CsvMapper STRICT =
      CsvMapper.builder().enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING).build();

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** The beginning of a text that a spreadsheet would take for a formula; numbers are excluded. */
  private static final Pattern FORMULA = Pattern.compile("(?!-?[0-9]+(\\.[0-9]+)?$)[=+\\-@\\t\\r]");

  private static final Pattern SEPARATOR = Pattern.compile("[;,\\t]");

  /** Such a text after a separator, with the apostrophes that it has already. */
  private static final Pattern INNER = Pattern.compile("([;,\\t][ \"]*)(?='*[=+\\-@])");

  private static final Pattern HARMLESS_INNER = Pattern.compile("([;,\\t][ \"]*)'(?='*[=+\\-@])");

  /** How such a text begins, apostrophes included. */
  private static final String SUSPECT = "=+-@\t\r'";

  /** Such a text behind apostrophes; it needs one more, because reading removes one. */
  private static final Pattern HARMLESS = Pattern.compile("'+[=+\\-@\\t\\r]");

  private Csv() {}

  /** The rows of a UTF-8 table, each by column name; an empty cell is an empty string. */
  public static List<Map<String, String>> rows(byte[] table) {
    var reader = MAPPER.readerForMapOf(String.class).with(CsvSchema.emptySchema().withHeader());
    try (var rows = reader.<Map<String, String>>readValues(new ByteArrayInputStream(table))) {
      return rows.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException("Not a table with a header line", e);
    }
  }

  /** Writes a table, its header line first. */
  static void write(Table table, Dialect dialect, OutputStream out) throws IOException {
    if (dialect == Dialect.EXCEL_FR) {
      out.write(BYTE_ORDER_MARK);
    }
    CsvSchema schema =
        CsvSchema.emptySchema().withColumnSeparator(dialect == Dialect.EXCEL_FR ? ';' : ',');
    SequenceWriter rows = STRICT.writer(schema).writeValues(out);
    try {
      rows.write(table.columns());
      table.rows().each(row -> writeRow(row, rows));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    // not closed after an error: an incomplete file must not look complete
    rows.close();
  }

  private static void writeRow(List<@Nullable Object> row, SequenceWriter rows) {
    try {
      rows.write(row.stream().map(Csv::harmless).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts an apostrophe before a text that could be a formula, also when it already has some. */
  private static Object harmless(@Nullable Object cell) {
    if (cell instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (cell == null || cell instanceof Number || cell instanceof Boolean) {
      return cell == null ? "" : cell;
    }
    String text = apart(Cells.text(cell));
    return isDangerous(text) ? "'" + text : text;
  }

  /**
   * Puts an apostrophe before what would be a formula where another dialect begins a new cell at a
   * semicolon, comma or tab.
   */
  private static String apart(String text) {
    return SEPARATOR.matcher(text).find() ? INNER.matcher(text).replaceAll("$1'") : text;
  }

  private static boolean isDangerous(String text) {
    // the first character clears almost every cell, of which there are millions
    return !text.isEmpty()
        && SUSPECT.indexOf(text.charAt(0)) >= 0
        && (FORMULA.matcher(text).lookingAt() || HARMLESS.matcher(text).lookingAt());
  }

  /** Whether a spreadsheet would take this for a formula. */
  public static boolean isFormula(String cell) {
    return FORMULA.matcher(cell).lookingAt();
  }

  /** Removes the apostrophes that {@link #write} added. */
  public static String original(String cell) {
    String text = HARMLESS.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    return SEPARATOR.matcher(text).find() ? HARMLESS_INNER.matcher(text).replaceAll("$1") : text;
  }
}
