package org.arobase;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.Security;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Gives Quarkus the settings that {@link StartupConfig} has made. They hold secrets, so they never
 * become system properties, which tools and crash reports print.
 */
public class StartupConfigSource implements ConfigSource {
  /**
   * Security properties last as long as the JVM, and neither tools nor crash reports print them. A
   * static field would not do: dev mode loads this class again at each reload.
   */
  private static final String KEPT = "org.arobase.settings";

  private static final int ABOVE_THE_FILE_AND_THE_ENVIRONMENT = 390;

  private final Map<String, String> settings = kept();

  /** Keeps the settings for the life of this JVM. */
  static void keep(Map<String, String> settings) {
    Properties properties = new Properties();
    properties.putAll(settings);
    StringWriter text = new StringWriter();
    try {
      properties.store(text, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Security.setProperty(KEPT, text.toString());
  }

  /** Whether settings are kept already. */
  static boolean isFilled() {
    return Security.getProperty(KEPT) != null;
  }

  private static Map<String, String> kept() {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(Objects.toString(Security.getProperty(KEPT), "")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toUnmodifiableMap(name -> name, properties::getProperty));
  }

  @Override
  public Set<String> getPropertyNames() {
    return settings.keySet();
  }

  @Override
  public @Nullable String getValue(String name) {
    return settings.get(name);
  }

  @Override
  public String getName() {
    return "start of Arobase";
  }

  @Override
  public int getOrdinal() {
    return ABOVE_THE_FILE_AND_THE_ENVIRONMENT;
  }
}
