package org.arobase.platform.tabular.importing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.arobase.platform.problem.CommonRule;
import org.arobase.platform.problem.Refusal;

/** Reads the lines of a JSON array of flat objects. */
final class JsonLines {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(32)
                  .maxNameLength(200)
                  .maxStringLength(Header.LONGEST_CELL)
                  .build())
          .build();

  private final Path file;
  private final Columns columns;
  private int number;

  JsonLines(Path file, Columns columns) {
    this.file = file;
    this.columns = columns;
  }

  void read(Consumer<Line> each) throws IOException {
    try (JsonParser json = JSON.createParser(file.toFile())) {
      if (json.nextToken() != JsonToken.START_ARRAY) {
        throw Columns.unreadable(CommonRule.NOT_AN_ARRAY);
      }
      while (json.nextToken() != JsonToken.END_ARRAY) {
        each.accept(line(json));
      }
      if (json.nextToken() != null) {
        throw broken(json.currentTokenLocation());
      }
    } catch (StreamConstraintsException e) {
      throw Columns.unreadable(CommonRule.CELL_TOO_LONG, number, Header.LONGEST_CELL);
    } catch (CharConversionException e) {
      throw Columns.unreadable(CommonRule.NOT_TEXT);
    } catch (JsonProcessingException e) {
      throw broken(e.getLocation());
    }
  }

  private static Refusal broken(JsonLocation at) {
    return Columns.unreadable(CommonRule.BROKEN_JSON, at.getLineNr(), at.getColumnNr());
  }

  private Line line(JsonParser json) throws IOException {
    number++;
    if (number > Header.MOST_LINES) {
      throw Columns.unreadable(CommonRule.TOO_MANY_LINES, Header.MOST_LINES);
    }
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw Columns.unreadable(CommonRule.NOT_FLAT, number);
    }
    Map<String, String> cells = new HashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      columns.requireKnown(name);
      json.nextToken();
      cells.put(name, cell(json));
    }
    return Header.checked(new Line(number, cells, null, null));
  }

  private String cell(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NULL -> "";
      case VALUE_TRUE, VALUE_FALSE, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_STRING ->
          json.getText();
      case START_ARRAY -> words(json);
      default -> throw Columns.unreadable(CommonRule.NOT_FLAT, number);
    };
  }

  private String words(JsonParser json) throws IOException {
    StringJoiner words = new StringJoiner(" ");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.VALUE_STRING) {
        throw Columns.unreadable(CommonRule.NOT_FLAT, number);
      }
      words.add(json.getText());
      if (words.length() > Header.LONGEST_CELL) {
        throw Columns.unreadable(CommonRule.CELL_TOO_LONG, number, Header.LONGEST_CELL);
      }
    }
    return words.toString();
  }
}
