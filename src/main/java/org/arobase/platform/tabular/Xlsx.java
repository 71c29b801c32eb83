package org.arobase.platform.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.arobase.platform.tabular.Book.Table;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks. A cell is a value, never a formula, so that no text can be one. */
final class Xlsx {
  private Xlsx() {}

  static void write(Book book, OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "Arobase", "1.0")) {
      for (Table table : book.tables()) {
        write(table, workbook.newWorksheet(table.name()));
      }
    }
  }

  private static void write(Table table, Worksheet sheet) throws IOException {
    for (int column = 0; column < table.columns().size(); column++) {
      sheet.value(0, column, table.columns().get(column));
      sheet.style(0, column).bold().set();
    }
    sheet.freezePane(0, 1);
    for (int row = 0; row < table.rows().size(); row++) {
      List<Object> cells = table.rows().get(row);
      for (int column = 0; column < cells.size(); column++) {
        write(sheet, row + 1, column, cells.get(column));
      }
    }
    sheet.finish();
  }

  private static void write(Worksheet sheet, int row, int column, Object cell) {
    if (cell instanceof Number number) {
      sheet.value(row, column, number);
    } else if (cell instanceof Boolean truth) {
      sheet.value(row, column, truth);
    } else if (cell != null) {
      sheet.value(row, column, cell.toString());
    }
  }
}
