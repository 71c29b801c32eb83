package org.arobase;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Gives Quarkus the settings that {@link StartupConfig} has made. They hold secrets, so they never
 * become system properties, which tools and crash reports print.
 */
public class StartupConfigSource implements ConfigSource {
  /**
   * Where the settings are kept: dev mode loads this class again at each reload, so that no static
   * field would last. A value that is no text is not a system property.
   */
  private static final Object KEEP = "org.arobase.settings";

  private static final int ABOVE_THE_FILE_AND_THE_ENVIRONMENT = 390;

  /** Keeps the settings for the life of this JVM. */
  static void keep(Map<String, String> settings) {
    System.getProperties().put(KEEP, Map.copyOf(settings));
  }

  /** Whether settings are kept already. */
  static boolean isFilled() {
    return !kept().isEmpty();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> kept() {
    return System.getProperties().get(KEEP) instanceof Map<?, ?> map
        ? (Map<String, String>) map
        : Map.of();
  }

  @Override
  public Set<String> getPropertyNames() {
    return kept().keySet();
  }

  @Override
  public @Nullable String getValue(String name) {
    return kept().get(name);
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
