package org.arobase.platform.tabular.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.io.input.ProxyInputStream;
import org.arobase.platform.problem.CommonRule;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/**
 * Checks a workbook before it is read. It is a zip of XML, and both can be crafted to need more
 * memory than there is.
 */
final class Workbooks {
  private static final int HEADER = 8;
  private static final int MOST_PARTS = 500;
  private static final long MOST_BYTES = 96L << 20;
  private static final long SUSPICIOUS_BYTES = 8L << 20;
  private static final int MOST_RATIO = 150;
  private static final int LOOK_AHEAD = 4096;

  private long inflated;

  private Workbooks() {}

  /** Whether a file begins as a workbook does, an old one included. */
  static boolean isWorkbook(Path file) throws IOException {
    byte[] begin = begin(file);
    return begin.length == HEADER
        && (ReadableWorkbook.isOOXMLZipHeader(begin) || ReadableWorkbook.isOLE2Header(begin));
  }

  private static byte[] begin(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return bytes.readNBytes(HEADER);
    }
  }

  static void requireHarmless(Path file) throws IOException {
    byte[] begin = begin(file);
    if (begin.length == HEADER && ReadableWorkbook.isOLE2Header(begin)) {
      throw Columns.unreadable(CommonRule.OLD_WORKBOOK);
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_PARTS) {
        throw Columns.unreadable(CommonRule.WORKBOOK_TOO_LARGE);
      }
      Workbooks scan = new Workbooks();
      SheetXml xml = new SheetXml();
      for (ZipEntry part : Collections.list(zip.entries())) {
        scan.check(zip, part, xml);
      }
      xml.requireSharedTexts();
    } catch (ZipException e) {
      throw Columns.unreadable(CommonRule.NOT_A_WORKBOOK);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Inflates a part and discards it, since its declared size cannot be trusted. */
  private void check(ZipFile zip, ZipEntry part, SheetXml xml) throws IOException {
    try (InputStream bytes = new Bounded(zip.getInputStream(part), part.getCompressedSize())) {
      // whatever its name, since other parts can refer to it
      PushbackInputStream whole = new PushbackInputStream(bytes, LOOK_AHEAD);
      if (isXml(whole)) {
        xml.look(whole);
      }
      bytes.transferTo(OutputStream.nullOutputStream());
    }
  }

  /** Whether a part begins with {@code <}, after a byte order mark and spaces. */
  private static boolean isXml(PushbackInputStream part) throws IOException {
    byte[] begin = part.readNBytes(LOOK_AHEAD);
    part.unread(begin);
    String text = new String(begin, StandardCharsets.ISO_8859_1);
    return text.replaceFirst("^[\\x00\\xFE\\xFF\\xEF\\xBB\\xBF\\s]*", "").startsWith("<");
  }

  /** Counts the inflated bytes of a part and refuses too many. */
  private final class Bounded extends ProxyInputStream {
    private final long compressed;
    private long size;

    Bounded(InputStream part, long compressed) {
      super(part);
      this.compressed = Math.max(1, compressed);
    }

    /** Stays open: a parser would close it before all bytes are counted. */
    @Override
    public void close() {
      // the zip file closes its parts
    }

    @Override
    protected void afterRead(int read) {
      int more = Math.max(read, 0);
      size += more;
      inflated += more;
      boolean bomb = size > SUSPICIOUS_BYTES && size / compressed > MOST_RATIO;
      if (bomb || inflated > MOST_BYTES) {
        throw Columns.unreadable(CommonRule.WORKBOOK_TOO_LARGE);
      }
    }
  }
}
