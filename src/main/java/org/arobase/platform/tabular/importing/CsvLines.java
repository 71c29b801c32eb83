package org.arobase.platform.tabular.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.arobase.platform.language.Typed;
import org.arobase.platform.problem.CommonRule;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.tabular.Csv;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a CSV file: with commas, semicolons or tabs, in UTF-8 with or without a byte
 * order mark, or in Windows-1252, as the French Excel writes it.
 */
final class CsvLines {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** How Excel lets a file declare its separator, in a line before the header. */
  private static final String SEP = "sep=";

  private static final Pattern DECLARED = Pattern.compile("(?i)" + SEP + "[,;\\t]");
  private static final char MARK = '\uFEFF';
  private static final CsvMapper MAPPER =
      CsvMapper.builder(
              CsvFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Header.LONGEST_CELL).build())
                  .build())
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .build();

  private final Path file;
  private final Columns columns;

  CsvLines(Path file, Columns columns) {
    this.file = file;
    this.columns = columns;
  }

  void read(Consumer<Line> each) throws IOException {
    Charset charset = charset();
    String first = firstLine(charset);
    boolean isDeclared = DECLARED.matcher(first).matches();
    char separator = isDeclared ? first.charAt(SEP.length()) : separator(first);
    Header header = null;
    int number = 0;
    try (Reader text = text(charset, isDeclared);
        MappingIterator<String[]> rows = rows(text, separator)) {
      for (List<String> cells = next(rows, number); cells != null; cells = next(rows, number)) {
        number++;
        if (header == null) {
          header = new Header(columns, cells, null);
        } else if (!isBlank(cells)) {
          each.accept(header.line(number, cells.stream().map(CsvLines::checked).toList()));
        }
      }
    }
  }

  private static MappingIterator<String[]> rows(Reader text, char separator) throws IOException {
    return MAPPER
        .readerFor(String[].class)
        .with(CsvSchema.emptySchema().withColumnSeparator(separator))
        .readValues(text);
  }

  /** The cells of the next row; null at the end. */
  private static @Nullable List<String> next(MappingIterator<String[]> rows, int number) {
    try {
      return rows.hasNextValue() ? Arrays.asList(rows.nextValue()) : null;
    } catch (IOException e) {
      throw unreadable(e, number + 1);
    }
  }

  /** Jackson may wrap the error in one that gives its location. */
  private static Refusal unreadable(IOException why, int number) {
    if (why instanceof StreamConstraintsException
        || why.getCause() instanceof StreamConstraintsException) {
      return Columns.unreadable(CommonRule.CELL_TOO_LONG, number, Header.LONGEST_CELL);
    }
    if (why instanceof JsonProcessingException) {
      return Columns.unreadable(CommonRule.BROKEN_QUOTES, number);
    }
    throw new UncheckedIOException(why);
  }

  private static boolean isBlank(List<String> cells) {
    return cells.stream().allMatch(cell -> Typed.stripped(cell).isEmpty());
  }

  /** A cell without the apostrophe that an export adds; a formula is marked as one. */
  private static String checked(String cell) {
    return Csv.isFormula(cell) ? Header.FORMULA + cell : Csv.original(cell);
  }

  /** UTF-8 if the whole file is valid UTF-8; Windows-1252 otherwise. */
  private Charset charset() throws IOException {
    requireText();
    try (Reader strict = text(StandardCharsets.UTF_8)) {
      char[] buffer = new char[8192];
      while (strict.read(buffer) >= 0) {
        // only checks that it can be decoded
      }
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return WINDOWS;
    }
  }

  private void requireText() throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] buffer = new byte[8192];
      boolean first = true;
      for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
        if (first && n > 1 && isUtf16(buffer)) {
          throw Columns.unreadable(CommonRule.FILE_IN_UTF_16);
        }
        first = false;
        for (int i = 0; i < n; i++) {
          if (buffer[i] == 0) {
            throw Columns.unreadable(CommonRule.NOT_TEXT);
          }
        }
      }
    }
  }

  private static boolean isUtf16(byte[] begin) {
    return (begin[0] == (byte) 0xFF && begin[1] == (byte) 0xFE)
        || (begin[0] == (byte) 0xFE && begin[1] == (byte) 0xFF);
  }

  /** The text after the line that declares the separator, which spreadsheets do not count. */
  private Reader text(Charset charset, boolean isDeclared) throws IOException {
    BufferedReader reader = text(charset);
    if (isDeclared) {
      reader.readLine();
    }
    return reader;
  }

  private BufferedReader text(Charset charset) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(file),
                charset
                    .newDecoder()
                    .onMalformedInput(
                        charset.equals(StandardCharsets.UTF_8)
                            ? CodingErrorAction.REPORT
                            : CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)));
    reader.mark(1);
    if (reader.read() != MARK) {
      reader.reset();
    }
    return reader;
  }

  private String firstLine(Charset charset) throws IOException {
    try (Reader reader = text(charset)) {
      char[] buffer = new char[4096];
      int n = Math.max(0, reader.read(buffer));
      return new String(buffer, 0, n).lines().findFirst().orElse("");
    }
  }

  /** The separator that occurs most often in the header. */
  private static char separator(String header) {
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      best = count(header, candidate) > count(header, best) ? candidate : best;
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }
}
