package org.arobase.platform.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.arobase.platform.tabular.Book.Table;
import org.junit.jupiter.api.Test;

class CsvTest {
  @Test
  void aTextIsNeverAFormula() throws IOException {
    Table table =
        new Table(
            "t",
            List.of("a", "b"),
            List.of(
                Book.row("=1+1", new BigDecimal("-0.50")),
                Book.row("@x", null),
                Book.row("-1+2", 7),
                Book.row("-0.01", 8),
                Book.row("Étréaupont, \"02\"", true),
                Book.row("+33", new BigDecimal("1E-7"))));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Csv.write(table, Dialect.RFC4180, out);
    assertEquals(
        """
        a,b
        '=1+1,-0.50
        '@x,
        '-1+2,7
        -0.01,8
        "Étréaupont, \"\"02\"\"\",true
        '+33,0.0000001
        """,
        out.toString(StandardCharsets.UTF_8));
  }

  /** Who opens the file with another separator finds the rest of a text at the start of a cell. */
  @Test
  void aTextIsNeverAFormulaInAnotherDialect() throws IOException {
    for (Dialect dialect : Dialect.values()) {
      List<String> texts =
          List.of("x;=1+1", "x, -1+2", "x\t@y", "x;'=1", "x;\"=1", "a;b;+c", "plain; text", "1;2");
      Table table = new Table("t", List.of("a"), texts.stream().map(Book::row).toList());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Csv.write(table, dialect, out);
      String written = out.toString(StandardCharsets.UTF_8);
      assertFalse(Pattern.compile("[;,\\t][ \"]*[=+\\-@]").matcher(written).find(), written);
      texts.forEach(text -> assertEquals(text, Csv.original(apart(text))));
    }
  }

  private static String apart(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Csv.write(new Table("t", List.of("a"), List.of(Book.row(text))), Dialect.RFC4180, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Csv.rows(out.toByteArray()).get(0).get("a");
  }
}
