package org.arobase.platform.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.arobase.platform.tabular.Book.Table;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes workbooks. A cell is always a value, so that no text can become a formula. */
final class Xlsx {
  /** The number of rows kept in memory before they are written. */
  private static final int KEPT = 500;

  private Xlsx() {}

  static void write(Book book, OutputStream out) throws IOException {
    Workbook workbook = new Workbook(out, "Arobase", "1.0");
    try {
      for (Table table : book.tables()) {
        write(table, workbook.newWorksheet(table.name()));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    // not closed after an error: an incomplete file must not look complete
    workbook.close();
  }

  private static void write(Table table, Worksheet sheet) throws IOException {
    for (int column = 0; column < table.columns().size(); column++) {
      sheet.value(0, column, table.columns().get(column));
      sheet.style(0, column).bold().set();
    }
    sheet.freezePane(0, 1);
    int[] row = {0};
    table.rows().each(cells -> write(sheet, ++row[0], cells));
    sheet.finish();
  }

  private static void write(Worksheet sheet, int row, List<@Nullable Object> cells) {
    for (int column = 0; column < cells.size(); column++) {
      write(sheet, row, column, cells.get(column));
    }
    if (row % KEPT == 0) {
      try {
        sheet.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void write(Worksheet sheet, int row, int column, @Nullable Object cell) {
    if (cell instanceof Number number) {
      sheet.value(row, column, number);
    } else if (cell instanceof Boolean truth) {
      sheet.value(row, column, truth);
    } else if (cell != null) {
      write(sheet, row, column, Cells.forXml(Cells.text(cell)));
    }
  }

  /** Uses an inline text, which needs no memory, except where spaces around a text must be kept. */
  private static void write(Worksheet sheet, int row, int column, String text) {
    if (text.equals(text.strip())) {
      sheet.inlineString(row, column, text);
    } else {
      sheet.value(row, column, text);
    }
  }
}
