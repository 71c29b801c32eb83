package org.arobase.platform.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
}
