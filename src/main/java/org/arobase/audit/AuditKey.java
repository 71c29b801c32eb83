package org.arobase.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signs with the secret that is not in the database: who has only SQL cannot forge an event. */
@ApplicationScoped
class AuditKey {
  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec key;

  AuditKey(@ConfigProperty(name = "arobase.audit.key") String secret) {
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
  }

  /** HMAC-SHA-256 of a text: 64 hexadecimal digits. */
  String mac(String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + HMAC, e);
    }
  }
}
