package org.arobase;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.arobase.identity.JwtKeys;
import org.arobase.platform.database.EmbeddedDatabaseException;
import org.arobase.platform.database.EmbeddedMariaDb;
import org.arobase.platform.secrets.Secrets;
import org.arobase.platform.secrets.UnusableSecretException;

/**
 * Prepares the database and the keys before Quarkus starts, and gives the settings for them.
 * Without AROBASE_DB_URL the database is embedded and the keys are our own, unless
 * AROBASE_SIGNING_KEY gives the signing key. With it, the database and the keys come from the
 * environment.
 */
public final class StartupConfig {
  private static final String AUDIT_KEY = "arobase.audit.key";
  private static final String SIGNING_KEY = "arobase.signing-key";
  private static final int SHORTEST_KEY = 32;
  private static final int SIGNING_KEY_DIGITS = 64;
  private static final int SHORTEST_PASSWORD = 12;

  private StartupConfig() {}

  /**
   * Starts the embedded database unless the environment names another one.
   *
   * @param environment AROBASE_HOME, AROBASE_DB_URL, AROBASE_DB_USER, AROBASE_DB_PASSWORD,
   *     AROBASE_AUDIT_KEY, AROBASE_SIGNING_KEY, AROBASE_JWT_PUBLIC_KEY, AROBASE_JWT_ISSUER,
   *     AROBASE_JWT_AUDIENCE, AROBASE_SAMPLE_DOSSIERS; see docker/README.md
   * @return Quarkus properties
   * @throws EmbeddedDatabaseException when the embedded database cannot start; the message tells
   *     the operator what to do
   * @throws UnusableSecretException when a setting or secret is missing, or a secret is too short,
   *     a sample or malformed; the message tells the operator what to do
   */
  public static Map<String, String> settings(Map<String, String> environment) {
    String folder = environment.getOrDefault("AROBASE_HOME", "");
    Path home = Path.of(folder.isBlank() ? "data" : folder);
    Map<String, String> settings = new HashMap<>();
    settings.put("arobase.home", home.toString());
    String url = environment.get("AROBASE_DB_URL");
    if (url == null || url.isBlank()) {
      settings.putAll(EmbeddedMariaDb.start(home).settings());
      settings.putAll(JwtKeys.ofHome(home));
      settings.put(AUDIT_KEY, Secrets.ofHome(home.resolve("audit-key")));
      settings.put(SIGNING_KEY, Secrets.ofHome(home.resolve("signing-key")));
      settings.putAll(signingKey(environment));
      settings.put("arobase.accounts.local", "true");
      return settings;
    }
    settings.put("quarkus.datasource.jdbc.url", url);
    settings.put("quarkus.datasource.username", required(environment, "AROBASE_DB_USER"));
    settings.put(
        "quarkus.datasource.password",
        Secrets.required(environment, "AROBASE_DB_PASSWORD", SHORTEST_PASSWORD));
    settings.put(AUDIT_KEY, Secrets.required(environment, "AROBASE_AUDIT_KEY", SHORTEST_KEY));
    settings.putAll(signingKey(environment));
    settings.putAll(provider(environment));
    if (!environment.containsKey("AROBASE_SAMPLE_DOSSIERS")) {
      // only the embedded database gets a demonstration edition unasked
      settings.put("arobase.sample.dossiers", "0");
    }
    return settings;
  }

  private static Map<String, String> signingKey(Map<String, String> environment) {
    String name = "AROBASE_SIGNING_KEY";
    if (environment.getOrDefault(name, "").isBlank()) {
      return Map.of();
    }
    String key = Secrets.required(environment, name, SIGNING_KEY_DIGITS);
    if (!key.matches("[0-9a-fA-F]{64}")) {
      throw new UnusableSecretException(
          name + " is not a key of 64 hexadecimal digits: make one with openssl rand -hex 32");
    }
    return Map.of(SIGNING_KEY, key);
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new UnusableSecretException("Set " + name + " too.");
    }
    return value;
  }

  private static Map<String, String> provider(Map<String, String> environment) {
    String key = environment.get("AROBASE_JWT_PUBLIC_KEY");
    if (key == null || key.isBlank()) {
      System.err.println(
          "AROBASE_JWT_PUBLIC_KEY is not set: no token is accepted, only public pages answer.");
      return JwtKeys.nobody();
    }
    Map<String, String> settings = new HashMap<>(JwtKeys.ofProvider(key));
    settings.put("mp.jwt.verify.issuer", required(environment, "AROBASE_JWT_ISSUER"));
    String audience = environment.get("AROBASE_JWT_AUDIENCE");
    if (audience != null && !audience.isBlank()) {
      settings.put("mp.jwt.verify.audiences", audience);
    }
    return settings;
  }
}
