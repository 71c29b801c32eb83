package org.arobase.platform.tabular;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Tables with a header line. */
public final class Csv {
  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvParser.Feature.TRIM_SPACES).build();

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
}
