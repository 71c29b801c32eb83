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
      return new Upload(file, Format.of(type));
    } catch (IOException e) {
      delete(file);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      delete(file);
      throw e;
    }
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
