package org.arobase.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.arobase.platform.secrets.PrivateFiles;
import org.arobase.platform.secrets.UnusableSecretException;

/** The keys that tokens are signed and verified with, as Quarkus properties. */
public final class JwtKeys {
  private static final String VERIFY = "mp.jwt.verify.publickey.location";
  private static final int RSA_BITS = 3072;

  private JwtKeys() {}

  /** The key pair in the home folder, generated at the first start. */
  public static Map<String, String> ofHome(Path home) {
    Path privateKey = home.resolve("token-key.pem").toAbsolutePath();
    Path publicKey = home.resolve("token-key.pub.pem").toAbsolutePath();
    try {
      if (!Files.exists(privateKey)) {
        KeyPair pair = generate();
        write(publicKey, "PUBLIC KEY", pair.getPublic());
        write(privateKey, "PRIVATE KEY", pair.getPrivate());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The token keys cannot be kept in " + home, e);
    }
    return Map.of(
        VERIFY,
        publicKey.toUri().toString(),
        "smallrye.jwt.sign.key.location",
        privateKey.toUri().toString());
  }

  /**
   * The public key of the association's identity provider.
   *
   * @param location the address of a file or of a JWK set
   * @throws UnusableSecretException when it is a file that does not exist
   */
  public static Map<String, String> ofProvider(String location) {
    if (location.startsWith("file:") && !Files.exists(Path.of(URI.create(location)))) {
      throw new UnusableSecretException("There is no key at " + location);
    }
    return Map.of(VERIFY, location);
  }

  /** A public key whose private half is thrown away: no token will ever be accepted. */
  public static Map<String, String> nobody() {
    return Map.of("mp.jwt.verify.publickey", pem("PUBLIC KEY", generate().getPublic()));
  }

  private static KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(RSA_BITS);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has RSA", e);
    }
  }

  private static void write(Path file, String kind, Key key) throws IOException {
    Path fresh = PrivateFiles.create(file.resolveSibling(file.getFileName() + ".new"));
    Files.writeString(fresh, pem(kind, key));
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String pem(String kind, Key key) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
  }
}
