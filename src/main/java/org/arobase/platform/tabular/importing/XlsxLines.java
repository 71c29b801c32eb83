package org.arobase.platform.tabular.importing;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.arobase.platform.language.Typed;
import org.arobase.platform.problem.CommonRule;
import org.arobase.platform.tabular.Cells;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads the lines of the first sheet of a workbook. */
final class XlsxLines {
  /** With the day zero of 1899-12-30, the days from March 1900 on are right. */
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  /** The date system of workbooks that an old Excel for Macintosh has made. */
  private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);

  private final Path file;
  private final Columns columns;

  XlsxLines(Path file, Columns columns) {
    this.file = file;
    this.columns = columns;
  }

  void read(Consumer<Line> each) throws IOException {
    Workbooks.requireHarmless(file);
    try (ReadableWorkbook workbook = open();
        Stream<Row> rows = sheet(workbook).openStream()) {
      read(rows.iterator(), workbook.isDate1904() ? DAY_ZERO_1904 : DAY_ZERO, each);
    }
  }

  private ReadableWorkbook open() {
    try {
      return new ReadableWorkbook(file.toFile());
    } catch (IOException | RuntimeException e) {
      // the library reports missing or broken parts with various exceptions
      throw Columns.unreadable(CommonRule.NOT_A_WORKBOOK);
    }
  }

  private static Sheet sheet(ReadableWorkbook workbook) {
    try {
      return workbook.getFirstSheet();
    } catch (RuntimeException e) {
      throw Columns.unreadable(CommonRule.WORKBOOK_WITHOUT_SHEET);
    }
  }

  private void read(Iterator<Row> rows, LocalDate dayZero, Consumer<Line> each) {
    Header header = null;
    int number = 1;
    for (Row row = next(rows, number); row != null; row = next(rows, number)) {
      number = row.getRowNum() + 1;
      List<String> cells = cells(row);
      if (header == null) {
        header = new Header(columns, cells, dayZero);
      } else if (!cells.isEmpty()) {
        each.accept(header.line(row.getRowNum(), cells));
      }
    }
    if (header == null) {
      throw Columns.unreadable(CommonRule.FILE_EMPTY);
    }
  }

  /** The library reports broken XML with various exceptions. */
  private static @Nullable Row next(Iterator<Row> rows, int number) {
    try {
      return rows.hasNext() ? rows.next() : null;
    } catch (RuntimeException e) {
      throw Columns.unreadable(CommonRule.BROKEN_SHEET, number, 1);
    }
  }

  /** The texts of a row without the empty ones at its end. */
  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      cells.add(row.getOptionalCell(i).map(XlsxLines::text).orElse(""));
    }
    while (!cells.isEmpty() && Typed.stripped(cells.get(cells.size() - 1)).isEmpty()) {
      cells.remove(cells.size() - 1);
    }
    return cells;
  }

  private static String text(Cell cell) {
    if (cell.getType() == CellType.FORMULA) {
      return Header.FORMULA;
    }
    if (cell.getType() == CellType.ERROR) {
      return Header.ERROR;
    }
    if (cell.getValue() == null) {
      return "";
    }
    if (cell.getValue() instanceof BigDecimal number) {
      // a hostile exponent would be a gigabyte of digits
      boolean plain = Math.abs(number.scale()) <= 30 && number.precision() <= 30;
      return plain ? number.stripTrailingZeros().toPlainString() : number.toString();
    }
    String text = Cells.fromXml(cell.getValue().toString());
    if (text.length() > Header.LONGEST_CELL) {
      throw Columns.unreadable(
          CommonRule.CELL_TOO_LONG, cell.getAddress().getRow() + 1, Header.LONGEST_CELL);
    }
    return text;
  }
}
