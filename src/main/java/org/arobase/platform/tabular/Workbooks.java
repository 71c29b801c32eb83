package org.arobase.platform.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.arobase.platform.problem.Rule;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/**
 * Looks through a workbook before it is read: it is a zip of XML, and both can be made to need more
 * memory than there is.
 */
final class Workbooks {
  private static final int HEADER = 8;
  private static final int MOST_PARTS = 500;
  private static final long MOST_BYTES = 200L << 20;
  private static final long SUSPICIOUS_BYTES = 8L << 20;
  private static final int MOST_RATIO = 150;
  private static final String DOCTYPE = "<!DOCTYPE";

  private long inflated;

  private Workbooks() {}

  static void requireHarmless(Path file) throws IOException {
    byte[] begin;
    try (InputStream bytes = Files.newInputStream(file)) {
      begin = bytes.readNBytes(HEADER);
    }
    if (begin.length == HEADER && ReadableWorkbook.isOLE2Header(begin)) {
      throw Columns.unreadable(Rule.OLD_WORKBOOK);
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_PARTS) {
        throw Columns.unreadable(Rule.WORKBOOK_TOO_LARGE);
      }
      Workbooks scan = new Workbooks();
      for (ZipEntry part : Collections.list(zip.entries())) {
        scan.check(zip, part);
      }
    } catch (ZipException e) {
      throw Columns.unreadable(Rule.NOT_A_WORKBOOK);
    }
  }

  /** What a part says of its size is not believed: it is inflated, and thrown away. */
  private void check(ZipFile zip, ZipEntry part) throws IOException {
    long size = 0;
    try (InputStream bytes = zip.getInputStream(part)) {
      byte[] buffer = new byte[1 << 16];
      for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
        if (size == 0 && declaresEntities(buffer, n)) {
          throw Columns.unreadable(Rule.WORKBOOK_WITH_DOCTYPE);
        }
        size += n;
        inflated += n;
        long ratio = size / Math.max(1, part.getCompressedSize());
        if (inflated > MOST_BYTES || (size > SUSPICIOUS_BYTES && ratio > MOST_RATIO)) {
          throw Columns.unreadable(Rule.WORKBOOK_TOO_LARGE);
        }
      }
    }
  }

  /** In whatever encoding: of UTF-16 the letters stand between zeros. */
  private static boolean declaresEntities(byte[] begin, int n) {
    String text = new String(begin, 0, n, StandardCharsets.ISO_8859_1).replace("\0", "");
    return text.contains(DOCTYPE);
  }
}
