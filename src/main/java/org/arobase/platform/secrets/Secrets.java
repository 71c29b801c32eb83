package org.arobase.platform.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Secrets: those from outside are checked before anything starts, our own are random. */
public final class Secrets {
  private static final int RANDOM_BYTES = 32;
  private static final int FEWEST_DIFFERENT = 6;

  /** Placeholders that people forget to replace. */
  private static final List<String> SAMPLES =
      List.of("changeme", "change-me", "password", "passw0rd", "secret", "sample", "example");

  private Secrets() {}

  /**
   * A secret from an environment variable.
   *
   * @param shortest the minimum number of characters
   * @throws UnusableSecretException when it is missing, too short, or a sample
   */
  public static String required(Map<String, String> environment, String name, int shortest) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new UnusableSecretException("AROBASE_DB_URL is set, so set " + name + " too.");
    }
    if (value.length() < shortest) {
      throw new UnusableSecretException(
          name + " is too short: it needs " + shortest + " characters or more.");
    }
    String plain = value.toLowerCase(Locale.ROOT);
    boolean monotonous = value.chars().distinct().count() < FEWEST_DIFFERENT;
    if (monotonous || SAMPLES.stream().anyMatch(plain::contains)) {
      throw new UnusableSecretException(
          name + " is a sample. Make a secret, for example with: openssl rand -hex 32");
    }
    return value;
  }

  /**
   * A secret in the home folder, generated at the first start and readable only by its owner.
   *
   * @throws UnusableSecretException when the stored secret is too short
   */
  public static String ofHome(Path file) {
    try {
      if (!Files.exists(file)) {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        Path fresh = PrivateFiles.create(file.resolveSibling(file.getFileName() + ".new"));
        Files.writeString(fresh, HexFormat.of().formatHex(bytes));
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
      }
      String secret = Files.readString(file).strip();
      if (secret.length() < 2 * RANDOM_BYTES) {
        throw new UnusableSecretException(file + " is too short: the secret in it was changed.");
      }
      return secret;
    } catch (IOException e) {
      throw new UncheckedIOException("The secret cannot be kept in " + file, e);
    }
  }
}
