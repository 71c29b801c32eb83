package verifier;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads strict JSON (RFC 8259) as maps, lists, strings, decimals, booleans and null, and writes the
 * canonical form of RFC 8785 for values whose numbers are all integers.
 */
final class Json {
  private static final int DEEPEST = 100;
  private static final int HEX = 16;

  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  /**
   * Parses a JSON text.
   *
   * @throws Rejected when it is not strict JSON
   */
  static Object read(String text) {
    Json json = new Json(text);
    Object value = json.value(0);
    json.space();
    if (json.at != text.length()) {
      throw json.wrong("something after the end");
    }
    return value;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> object(Object value) {
    if (value instanceof Map) {
      return (Map<String, Object>) value;
    }
    throw new Rejected("An object was expected");
  }

  @SuppressWarnings("unchecked")
  static List<Object> list(Object value) {
    if (value instanceof List) {
      return (List<Object>) value;
    }
    throw new Rejected("A list was expected");
  }

  static String text(Object value) {
    if (value instanceof String said) {
      return said;
    }
    throw new Rejected("A text was expected");
  }

  static int integer(Object value) {
    try {
      return ((BigDecimal) value).intValueExact();
    } catch (ClassCastException | ArithmeticException | NullPointerException e) {
      throw new Rejected("An integer was expected");
    }
  }

  private Rejected wrong(String what) {
    return new Rejected("Not JSON at character " + at + ": " + what);
  }

  private void space() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char next() {
    if (at >= text.length()) {
      throw wrong("it ends");
    }
    return text.charAt(at++);
  }

  private void expect(char wanted) {
    if (next() != wanted) {
      throw wrong("'" + wanted + "' was expected");
    }
  }

  private Object value(int depth) {
    if (depth > DEEPEST) {
      throw wrong("too deep");
    }
    space();
    if (at >= text.length()) {
      throw wrong("it ends");
    }
    return switch (text.charAt(at)) {
      case '{' -> members(depth);
      case '[' -> elements(depth);
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Object word(String word, Object value) {
    if (!text.startsWith(word, at)) {
      throw wrong("no such word");
    }
    at += word.length();
    return value;
  }

  private Map<String, Object> members(int depth) {
    Map<String, Object> members = new LinkedHashMap<>();
    expect('{');
    space();
    if (at < text.length() && text.charAt(at) == '}') {
      at++;
      return members;
    }
    while (true) {
      space();
      String name = string();
      space();
      expect(':');
      if (members.containsKey(name)) {
        throw wrong(name + " is there twice");
      }
      members.put(name, value(depth + 1));
      space();
      char end = next();
      if (end == '}') {
        return members;
      }
      if (end != ',') {
        throw wrong("',' was expected");
      }
    }
  }

  private List<Object> elements(int depth) {
    List<Object> elements = new ArrayList<>();
    expect('[');
    space();
    if (at < text.length() && text.charAt(at) == ']') {
      at++;
      return elements;
    }
    while (true) {
      elements.add(value(depth + 1));
      space();
      char end = next();
      if (end == ']') {
        return elements;
      }
      if (end != ',') {
        throw wrong("',' was expected");
      }
    }
  }

  private String string() {
    expect('"');
    StringBuilder out = new StringBuilder();
    while (true) {
      char c = next();
      if (c == '"') {
        return out.toString();
      }
      if (c < ' ') {
        throw wrong("a control character");
      }
      out.append(c == '\\' ? escaped() : c);
    }
  }

  private char escaped() {
    char c = next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw wrong("no such escape");
    };
  }

  private char unicode() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(next(), HEX);
      if (digit < 0) {
        throw wrong("a hexadecimal digit was expected");
      }
      code = code * HEX + digit;
    }
    return (char) code;
  }

  private BigDecimal number() {
    int begin = at;
    while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String number = text.substring(begin, at);
    if (!number.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")) {
      throw wrong("no value");
    }
    return new BigDecimal(number);
  }

  /** The canonical text of a value (RFC 8785). */
  static String canonical(Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(Object value, StringBuilder out) {
    if (value instanceof Map) {
      String separator = "{";
      // TreeMap compares strings by UTF-16 code units, as RFC 8785 requires
      for (Map.Entry<String, Object> member : new TreeMap<>(object(value)).entrySet()) {
        out.append(separator);
        quote(member.getKey(), out);
        out.append(':');
        write(member.getValue(), out);
        separator = ",";
      }
      out.append(separator.equals("{") ? "{}" : "}");
    } else if (value instanceof List) {
      String separator = "[";
      for (Object element : list(value)) {
        out.append(separator);
        write(element, out);
        separator = ",";
      }
      out.append(separator.equals("[") ? "[]" : "]");
    } else if (value instanceof String said) {
      quote(said, out);
    } else if (value instanceof BigDecimal number) {
      out.append(whole(number));
    } else {
      out.append(value);
    }
  }

  private static BigInteger whole(BigDecimal number) {
    try {
      return number.toBigIntegerExact();
    } catch (ArithmeticException e) {
      throw new Rejected("An integer was expected");
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
