package org.arobase.platform.secrets;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signs with a secret that is not in the database, so that SQL alone cannot forge a row. */
@ApplicationScoped
public class ServerKey {
  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec key;

  ServerKey(@ConfigProperty(name = "arobase.audit.key") String secret) {
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
  }

  /**
   * HMAC-SHA-256 of a text: 64 hexadecimal digits.
   *
   * @param kind the kind of text; a signature of one kind is not valid for another
   */
  public String mac(String kind, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      String signed = kind + "\n" + text;
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + HMAC, e);
    }
  }
}
