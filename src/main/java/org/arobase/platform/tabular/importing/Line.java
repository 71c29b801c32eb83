package org.arobase.platform.tabular.importing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.arobase.platform.language.Typed;
import org.arobase.platform.problem.CommonRule;
import org.arobase.platform.problem.Rule;
import org.arobase.platform.problem.Violation.Draft;
import org.jspecify.annotations.Nullable;

/**
 * A line of an imported table.
 *
 * @param number as a spreadsheet shows it (the header is 1); for JSON, the position in the array,
 *     from 1
 * @param cells the texts of the columns that the table has, by name; an empty cell is an empty
 *     string
 * @param dayZero the day that the number 0 means in a workbook; null where a number is no date
 * @param broken why the line cannot be used; null when it can
 */
public record Line(
    int number, Map<String, String> cells, @Nullable LocalDate dayZero, @Nullable Draft broken) {
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}(\\.0+)?");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}([.,][0-9]{1,15})?");
  private static final Set<String> YES = Set.of("true", "vrai", "oui", "yes", "1");
  private static final Set<String> NO = Set.of("", "false", "faux", "non", "no", "0");
  private static final Pattern GROUPED =
      Pattern.compile("-?[0-9]{1,3}(?:" + Typed.SPACE + "[0-9]{3})+(?:[.,][0-9]+)?");
  private static final Pattern WORDS_APART = Pattern.compile("(?:" + Typed.SPACE + "|[,;|])+");
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2999;
  private static final DateTimeFormatter FRENCH =
      DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

  /** A cell that cannot be used; the line is refused. */
  public static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Draft why;

    Unusable(Draft why) {
      super(why.rule().code(), null, false, false);
      this.why = why;
    }

    Draft why() {
      return why;
    }
  }

  /**
   * The text of a cell; empty when there is none.
   *
   * @throws Unusable when the line cannot be used
   */
  public String text(String column) {
    return has(column) ? cells.get(column) : "";
  }

  /**
   * Whether the table has this column; in JSON, whether this line has this property. What a line
   * does not have stays as it is, and an empty cell empties it.
   *
   * @throws Unusable when the line cannot be used
   */
  public boolean has(String column) {
    if (broken != null) {
      throw new Unusable(broken);
    }
    return cells.containsKey(column);
  }

  /**
   * What a cell says, or the value as it is when there is no such cell.
   *
   * @param read reads the cell of a column
   */
  public <T extends @Nullable Object> T said(
      String column, Function<String, ? extends T> read, T asItIs) {
    return has(column) ? read.apply(column) : asItIs;
  }

  /** The text of a cell without spaces around it. */
  private String word(String column) {
    return Typed.stripped(text(column));
  }

  /** The text of a cell without spaces around it; null when it is empty. */
  public @Nullable String textOrNull(String column) {
    String text = word(column);
    return text.isEmpty() ? null : text;
  }

  /**
   * The text of a cell that may not be empty.
   *
   * @throws Unusable when it is empty
   */
  public String required(String column) {
    String text = word(column);
    if (text.isEmpty()) {
      throw unusable(column, CommonRule.CELL_REQUIRED);
    }
    return text;
  }

  /**
   * A code in a cell that may not be empty, in capitals: {@code 2a004} is a code of Corsica.
   *
   * @throws Unusable when it is empty
   */
  public String code(String column) {
    return required(column).toUpperCase(Locale.ROOT);
  }

  /** A number, without the spaces between its groups of three digits. */
  private String digits(String column) {
    String text = word(column);
    return GROUPED.matcher(text).matches() ? Typed.withoutSpaces(text) : text;
  }

  /** A whole number; null for an empty cell. */
  public @Nullable Integer whole(String column) {
    String text = digits(column);
    if (text.isEmpty()) {
      return null;
    }
    if (!WHOLE.matcher(text).matches()) {
      throw unusable(column, CommonRule.NOT_A_NUMBER, text);
    }
    return new BigDecimal(text).intValueExact();
  }

  /** A number, with a point or a comma; null for an empty cell. */
  public @Nullable BigDecimal decimal(String column) {
    String text = digits(column);
    if (text.isEmpty()) {
      return null;
    }
    if (!DECIMAL.matcher(text).matches()) {
      throw unusable(column, CommonRule.NOT_A_NUMBER, text);
    }
    return new BigDecimal(text.replace(',', '.'));
  }

  /** True or false, also in French; an empty cell is false. */
  public boolean yes(String column) {
    String text = word(column).toLowerCase(Locale.ROOT);
    if (!YES.contains(text) && !NO.contains(text)) {
      throw unusable(column, CommonRule.NOT_YES_OR_NO, text);
    }
    return YES.contains(text);
  }

  /** A day, as 2026-02-04, 04/02/2026 or a workbook's date; null for an empty cell. */
  public @Nullable LocalDate date(String column) {
    String text = word(column);
    if (text.isEmpty()) {
      return null;
    }
    try {
      LocalDate day = day(column, text);
      if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
        return day;
      }
    } catch (DateTimeException e) {
      // refused below, like a date out of range
    }
    throw unusable(column, CommonRule.NOT_A_DATE, text);
  }

  private LocalDate day(String column, String text) {
    if (dayZero != null && WHOLE.matcher(text).matches()) {
      return dayZero.plusDays(whole(column));
    }
    return text.contains("/") ? LocalDate.parse(text, FRENCH) : LocalDate.parse(text);
  }

  /** The words of a cell, separated by spaces, commas, semicolons or vertical bars. */
  public List<String> words(String column) {
    String text = word(column);
    return text.isEmpty() ? List.of() : Arrays.asList(WORDS_APART.split(text));
  }

  /** The constant of this name, whatever its case; null for an empty cell. */
  public <E extends Enum<E>> @Nullable E one(String column, Class<E> of) {
    String text = word(column);
    if (text.isEmpty()) {
      return null;
    }
    return Arrays.stream(of.getEnumConstants())
        .filter(value -> value.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                unusable(
                    column, CommonRule.NOT_ONE_OF, text, Arrays.toString(of.getEnumConstants())));
  }

  /** The exception for a violation whose message does not name the column. */
  public Unusable wrong(Draft why) {
    return new Unusable(why);
  }

  /** The exception for a cell that cannot be used; its message names the column first. */
  public Unusable unusable(String column, Rule rule, Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = column;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return new Unusable(Draft.at("/" + column, rule, all));
  }
}
