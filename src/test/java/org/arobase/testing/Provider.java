package org.arobase.testing;

import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.arobase.platform.database.EmbeddedMariaDb;

/** An external identity provider with its own key. */
public final class Provider {
  /** The issuer that its tokens name. */
  public static final String ISSUER = "https://login.example";

  private final KeyPair keys;
  private final Path publicKey;

  /** Makes a provider and writes its public key into this folder. */
  public Provider(Path folder) throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    keys = generator.generateKeyPair();
    String body = Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded());
    publicKey =
        Files.writeString(
            folder.resolve("provider.pem"),
            "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n");
  }

  /** The environment of a server that uses this database and has no identity provider. */
  public static Map<String, String> database(EmbeddedMariaDb mariadb) {
    Map<String, String> own = mariadb.settings();
    return new HashMap<>(
        Map.of(
            "AROBASE_DB_URL", own.get("quarkus.datasource.jdbc.url"),
            "AROBASE_DB_USER", own.get("quarkus.datasource.username"),
            "AROBASE_DB_PASSWORD", own.get("quarkus.datasource.password"),
            "AROBASE_AUDIT_KEY", "0123456789abcdef".repeat(4),
            "AROBASE_SAMPLE_DOSSIERS", "2"));
  }

  /** The environment of a server that uses this database and accepts this provider's tokens. */
  public Map<String, String> settings(EmbeddedMariaDb mariadb) {
    Map<String, String> settings = database(mariadb);
    settings.put("AROBASE_JWT_PUBLIC_KEY", publicKey.toUri().toString());
    settings.put("AROBASE_JWT_ISSUER", ISSUER);
    return settings;
  }

  /** A token that is valid for ten minutes. */
  public String token(String user, String role) {
    return token(user, role, ISSUER);
  }

  /** A token that names another issuer. */
  public String token(String user, String role, String issuer) {
    return Jwt.upn(user).groups(role).issuer(issuer).expiresIn(600).sign(keys.getPrivate());
  }
}
