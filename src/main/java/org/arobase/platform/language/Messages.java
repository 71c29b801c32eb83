package org.arobase.platform.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * The texts of all features in one language. Each feature has a bundle of its own in {@code texts},
 * and {@code texts/features} names the features.
 */
public final class Messages {
  private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_DEFAULT);

  private static final List<String> FEATURES = features();

  private final Locale locale;
  private final List<ResourceBundle> bundles;

  private Messages(Locale locale) {
    this.locale = locale;
    this.bundles = FEATURES.stream().map(feature -> bundle(feature, locale)).toList();
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
    Object[] plain = Arrays.stream(arguments).map(Messages::plain).toArray();
    return bundles.stream()
        .filter(bundle -> bundle.containsKey(key))
        .findFirst()
        .map(bundle -> new MessageFormat(bundle.getString(key), locale).format(plain))
        .orElseThrow(() -> new IllegalStateException("No text for " + key + " in " + locale));
  }

  /** Keeps all digits of a decimal; MessageFormat would round it. */
  private static Object plain(Object argument) {
    return argument instanceof BigDecimal decimal ? decimal.toPlainString() : argument;
  }

  private static List<String> features() {
    try (InputStream file = Messages.class.getResourceAsStream("/texts/features")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("texts/features cannot be read", e);
    }
  }

  private static ResourceBundle bundle(String feature, Locale locale) {
    return ResourceBundle.getBundle(
        "texts." + feature, locale, Messages.class.getClassLoader(), NO_FALLBACK);
  }
}
