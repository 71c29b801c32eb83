package org.arobase.platform.tabular.importing;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.arobase.platform.problem.CommonRule;
import org.arobase.platform.tabular.Format;

/**
 * An uploaded table, kept in a file while it is read. It can be read twice, and its size does not
 * affect memory.
 */
public final class Upload implements AutoCloseable {
  /** What browsers on Windows call a CSV file where Excel is installed, and an old workbook. */
  public static final String EXCEL = "application/vnd.ms-excel";

  private final Path file;
  private final Format format;

  private Upload(Path file, Format format) {
    this.file = file;
    this.format = format;
  }

  /** Stores a body; reads it to its end. */
  public static Upload of(InputStream body, MediaType type) {
    Path file = null;
    try {
      file = Files.createTempFile("arobase-upload", null);
      Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
      return new Upload(file, format(file, type));
    } catch (IOException e) {
      delete(file);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      delete(file);
      throw e;
    }
  }

  /** A workbook by its first bytes when the media type says CSV or {@link #EXCEL}. */
  private static Format format(Path file, MediaType type) throws IOException {
    Format said = Format.of(type);
    return said == Format.CSV && Workbooks.isWorkbook(file) ? Format.XLSX : said;
  }

  /** Passes each line on, in order. */
  void lines(Columns columns, Consumer<Line> each) {
    try {
      if (Files.size(file) == 0) {
        throw Columns.unreadable(CommonRule.FILE_EMPTY);
      }
      switch (format) {
        case CSV -> new CsvLines(file, columns).read(each);
        case XLSX -> new XlsxLines(file, columns).read(each);
        case JSON -> new JsonLines(file, columns).read(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    delete(file);
  }

  private static void delete(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
