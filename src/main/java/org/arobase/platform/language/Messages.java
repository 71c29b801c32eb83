package org.arobase.platform.language;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The texts of the bundle {@code problems} in one language. */
public final class Messages {
  private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_DEFAULT);

  private final Locale locale;
  private final ResourceBundle bundle;

  private Messages(Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle("problems", locale, NO_FALLBACK);
  }

  /** The texts in English for English, in French for everything else. */
  public static Messages in(Locale locale) {
    boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    return new Messages(english ? Locale.ENGLISH : Locale.FRENCH);
  }

  /** A number with all its digits and the decimal sign of the language. */
  public String decimal(BigDecimal number) {
    String plain = number.toPlainString();
    return locale.equals(Locale.FRENCH) ? plain.replace('.', ',') : plain;
  }

  /** The version of a bilingual text in this language. */
  public String of(Text text) {
    return text.in(locale);
  }

  /** The text of a key with its placeholders {0}, {1}… filled. */
  public String text(String key, Object... arguments) {
    try {
      Object[] plain = Arrays.stream(arguments).map(Messages::plain).toArray();
      return new MessageFormat(bundle.getString(key), locale).format(plain);
    } catch (MissingResourceException e) {
      throw new IllegalStateException("No text for " + key + " in " + locale, e);
    }
  }

  /** Keeps all digits of a decimal; MessageFormat would round it. */
  private static Object plain(Object argument) {
    return argument instanceof BigDecimal decimal ? decimal.toPlainString() : argument;
  }
}
