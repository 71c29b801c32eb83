package org.arobase.platform.tabular.importing;

import java.io.InputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.arobase.platform.problem.CommonRule;
import org.arobase.platform.problem.Refusal;

/**
 * Checks the XML of a workbook for short texts that would make a reader allocate much memory: a
 * cell in the millionth column, the two billionth shared text, a row that occurs twice.
 */
final class SheetXml {
  private static final XMLInputFactory XML = factory();
  private static final int MOST_CELLS = 300;
  private static final int MOST_TEXTS = 1_000_000;

  /** At most two letters: up to the 702nd column. */
  private static final Pattern PLACE = Pattern.compile("[A-Z]{1,2}[1-9][0-9]{0,6}");

  private long texts;
  private long highestShared = -1;

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  /**
   * Checks a part.
   *
   * @throws Refusal 400 for content that no spreadsheet writes, and for XML that cannot be parsed:
   *     a reader with other limits might accept it
   */
  void look(InputStream part) {
    try {
      XMLStreamReader xml = XML.createXMLStreamReader(part);
      Part seen = new Part();
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
          throw Columns.unreadable(CommonRule.WORKBOOK_WITH_DOCTYPE);
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          seen.element(xml);
        }
      }
    } catch (XMLStreamException e) {
      throw refusal(e);
    }
  }

  /** The parser wraps a refusal that is thrown while it reads the bytes. */
  private static Refusal refusal(XMLStreamException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return refusal;
      }
    }
    if (e.getNestedException() instanceof Refusal refusal) {
      return refusal;
    }
    int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
    int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNumber();
    return Columns.unreadable(CommonRule.BROKEN_SHEET, line, column);
  }

  /** Refuses a cell that refers to a shared text that does not exist. */
  void requireSharedTexts() {
    if (highestShared >= texts || texts > MOST_TEXTS) {
      throw Columns.unreadable(CommonRule.WORKBOOK_NOT_AS_SPREADSHEETS);
    }
  }

  private final class Part {
    private long lastRow;
    private int cells;
    private boolean shared;

    void element(XMLStreamReader xml) throws XMLStreamException {
      switch (xml.getLocalName()) {
        case "row" -> row(xml.getAttributeValue(null, "r"));
        case "c" -> cell(xml);
        case "si" -> texts++;
        case "v" -> value(xml);
        default -> {
          // has no position to check
        }
      }
      if (texts > MOST_TEXTS) {
        throw Columns.unreadable(CommonRule.WORKBOOK_NOT_AS_SPREADSHEETS);
      }
    }

    private void row(String number) {
      cells = 0;
      long row = number == null ? lastRow + 1 : number(number);
      if (row <= lastRow || row > Header.MOST_LINES) {
        throw Columns.unreadable(CommonRule.WORKBOOK_NOT_AS_SPREADSHEETS);
      }
      lastRow = row;
    }

    private void cell(XMLStreamReader xml) {
      String place = xml.getAttributeValue(null, "r");
      boolean far = place != null && !PLACE.matcher(place).matches();
      if (++cells > MOST_CELLS || far) {
        throw Columns.unreadable(CommonRule.WORKBOOK_NOT_AS_SPREADSHEETS);
      }
      shared = "s".equals(xml.getAttributeValue(null, "t"));
    }

    private void value(XMLStreamReader xml) throws XMLStreamException {
      if (shared) {
        shared = false;
        highestShared = Math.max(highestShared, number(xml.getElementText().strip()));
      }
    }

    private static long number(String text) {
      if (!text.matches("[0-9]{1,9}")) {
        throw Columns.unreadable(CommonRule.WORKBOOK_NOT_AS_SPREADSHEETS);
      }
      return Long.parseLong(text);
    }
  }
}
