package org.arobase.scoresheet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.arobase.platform.canonical.Canonical;
import org.arobase.scoresheet.SheetDocument.Audience;
import org.arobase.scoresheet.SheetDocument.Comment;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;
import org.jspecify.annotations.Nullable;

/**
 * The text of a sheet: JSON without spaces, with its properties in alphabetical order.
 *
 * <pre>
 * {"comments":[[initiative,text],[initiative,text,audience],…],
 *  "marks":[[initiative,criterion,value],[initiative,criterion,null,state],…],
 *  "overallAudience":audience,
 *  "overallComment":text}
 * </pre>
 *
 * An audience is only written where it is not the jury.
 *
 * <p>Comments and marks are ordered by initiative and criterion; numbers have no exponent and no
 * trailing zeros. The views {@code mark} and {@code sheet_comment} show the same rows in SQL.
 */
public final class SheetText {
  private static final JsonFactory JSON = new JsonFactory();

  private SheetText() {}

  /** Receives the marks of a text one by one. */
  public interface MarkReader {
    /**
     * A mark of the sheet.
     *
     * @param value the value as a decimal; null when there is a state
     * @param state the name of a {@link Mark.State}; null when there is a value
     */
    void mark(int initiative, String criterion, @Nullable String value, @Nullable String state);
  }

  static String of(SheetDocument document) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeArrayFieldStart("comments");
      for (Map.Entry<Integer, Comment> comment : document.comments().entrySet()) {
        write(comment.getKey(), comment.getValue(), json);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("marks");
      for (Map.Entry<Cell, Mark> mark : document.marks().entrySet()) {
        write(mark.getKey(), mark.getValue(), json);
      }
      json.writeEndArray();
      if (document.overall().audience() != Audience.JURY) {
        json.writeStringField("overallAudience", document.overall().audience().name());
      }
      json.writeStringField("overallComment", document.overall().text());
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("A string can always be written to", e);
    }
    return text.toString();
  }

  private static void write(int initiative, Comment comment, JsonGenerator json)
      throws IOException {
    json.writeStartArray();
    json.writeNumber(initiative);
    json.writeString(comment.text());
    if (comment.audience() != Audience.JURY) {
      json.writeString(comment.audience().name());
    }
    json.writeEndArray();
  }

  private static void write(Cell cell, Mark mark, JsonGenerator json) throws IOException {
    json.writeStartArray();
    json.writeNumber(cell.initiative());
    json.writeString(cell.criterion());
    if (mark.value() != null) {
      json.writeNumber(Canonical.plain(mark.value()));
    } else {
      json.writeNull();
      json.writeString(mark.state().name());
    }
    json.writeEndArray();
  }

  static SheetDocument read(String text) {
    SortedMap<Cell, Mark> marks = new TreeMap<>();
    SortedMap<Integer, Comment> comments = new TreeMap<>();
    String[] overall = {"", null};
    try (JsonParser json = JSON.createParser(text)) {
      new Reading(json)
          .all(
              (initiative, criterion, value, state) ->
                  marks.put(new Cell(initiative, criterion), mark(value, state)),
              (initiative, comment, audience) ->
                  comments.put(initiative, comment(comment, audience)),
              comment -> overall[0] = comment,
              audience -> overall[1] = audience);
    } catch (IOException e) {
      throw new IllegalArgumentException("Not a score sheet", e);
    }
    return new SheetDocument(marks, comments, comment(overall[0], overall[1]));
  }

  private static Comment comment(String text, @Nullable String audience) {
    return Comment.of(text, audience == null ? null : Audience.valueOf(audience));
  }

  private static Mark mark(@Nullable String value, @Nullable String state) {
    return value == null
        ? new Mark(Mark.State.valueOf(String.valueOf(state)), null)
        : Mark.of(new BigDecimal(value));
  }

  /**
   * Reads only the marks, in their order, without building the document.
   *
   * @param text in UTF-8
   * @throws IllegalArgumentException when the text is not a sheet; marks before the fault have been
   *     read then
   */
  public static void marks(byte[] text, MarkReader reader) {
    try (JsonParser json = JSON.createParser(text)) {
      new Reading(json)
          .all(reader, (initiative, comment, audience) -> {}, overall -> {}, audience -> {});
    } catch (IOException e) {
      throw new IllegalArgumentException("Not a score sheet", e);
    }
  }

  private interface CommentReader {
    void comment(int initiative, String text, @Nullable String audience);
  }

  private interface TextReader {
    void text(String text);
  }

  /** Walks through one text; each method expects the parser at the token that it is about. */
  private record Reading(JsonParser json) {
    void all(MarkReader marks, CommentReader comments, TextReader overall, TextReader audience)
        throws IOException {
      expect(JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        switch (json.currentName()) {
          case "comments" -> rows(() -> comment(comments));
          case "marks" -> rows(() -> mark(marks));
          case "overallAudience" -> audience.text(text());
          case "overallComment" -> overall.text(text());
          default -> throw new IllegalArgumentException("No property of a score sheet");
        }
      }
    }

    private interface Row {
      void read() throws IOException;
    }

    private void rows(Row row) throws IOException {
      expect(JsonToken.START_ARRAY);
      while (json.nextToken() == JsonToken.START_ARRAY) {
        row.read();
        if (json.currentToken() != JsonToken.END_ARRAY) {
          expect(JsonToken.END_ARRAY);
        }
      }
    }

    private void comment(CommentReader reader) throws IOException {
      int initiative = whole();
      String text = text();
      String audience = json.nextToken() == JsonToken.VALUE_STRING ? json.getText() : null;
      reader.comment(initiative, text, audience);
    }

    private void mark(MarkReader reader) throws IOException {
      int initiative = whole();
      String criterion = text();
      if (json.nextToken().isNumeric()) {
        reader.mark(initiative, criterion, json.getText(), null);
      } else {
        reader.mark(initiative, criterion, null, text());
      }
    }

    private int whole() throws IOException {
      expect(JsonToken.VALUE_NUMBER_INT);
      return json.getIntValue();
    }

    private String text() throws IOException {
      expect(JsonToken.VALUE_STRING);
      return json.getText();
    }

    private void expect(JsonToken wanted) throws IOException {
      if (json.nextToken() != wanted) {
        throw new IllegalArgumentException("A score sheet has " + wanted + " here");
      }
    }
  }
}
