package org.arobase.platform.tabular;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.concurrent.Semaphore;
import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.Refusal;

/**
 * Writes a book in the format that {@code Accept} asks for. Rows are written while the client reads
 * them, so a slow client keeps a thread: only so many files are written at once that most threads
 * stay free.
 */
@Provider
public class BookWriter implements MessageBodyWriter<Book> {
  /** UTF-8, with commas and a header line (RFC 4180). */
  public static final String CSV = "text/csv";

  /** Office Open XML. */
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final int AT_ONCE = 12;

  private final Semaphore files = new Semaphore(AT_ONCE);

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == Book.class;
  }

  @Override
  public void writeTo(
      Book book,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    if (!files.tryAcquire()) {
      throw new Refusal(CommonProblem.UNAVAILABLE);
    }
    try {
      write(book, Format.of(mediaType), headers, out);
    } finally {
      files.release();
    }
  }

  private static void write(
      Book book, Format format, MultivaluedMap<String, Object> headers, OutputStream out)
      throws IOException {
    String disposition = "attachment; filename=\"" + book.name() + format.ending() + "\"";
    headers.putSingle(HttpHeaders.CONTENT_DISPOSITION, disposition);
    headers.putSingle(HttpHeaders.CONTENT_TYPE, format.written());
    switch (format) {
      case XLSX -> Xlsx.write(book, out);
      case CSV -> Csv.write(book.tables().get(0), book.dialect(), out);
      case JSON -> JsonRows.write(book.tables().get(0), out);
    }
  }
}
