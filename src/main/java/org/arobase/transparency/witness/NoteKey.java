package org.arobase.transparency.witness;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.arobase.platform.canonical.Canonical;
import org.jose4j.keys.EdDsaKeyUtil;
import org.jose4j.lang.JoseException;

/**
 * A named Ed25519 key as signed notes have it (C2SP signed-note).
 *
 * @param name without spaces and plus signs
 * @param algorithm 1 for a log's key, 4 for a witness's (C2SP tlog-cosignature)
 * @param key 32 bytes
 */
record NoteKey(String name, byte algorithm, byte[] key) {
  static final byte LOG = 1;
  static final byte WITNESS = 4;

  private static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 4;
  private static final String DASH = "\u2014 ";

  /**
   * Reads a witness's key.
   *
   * @param text name, id and key, with plus signs between them
   * @throws IllegalArgumentException when it is none
   */
  static NoteKey ofWitness(String text) {
    String[] parts = text.split("\\+", 3);
    byte[] typed = parts.length == 3 ? Base64.getDecoder().decode(parts[2]) : new byte[0];
    if (typed.length != KEY_BYTES + 1 || typed[0] != WITNESS) {
      throw new IllegalArgumentException("Not a witness's key: " + text);
    }
    NoteKey key = new NoteKey(parts[0], WITNESS, Arrays.copyOfRange(typed, 1, typed.length));
    if (!HexFormat.of().formatHex(key.id()).equals(parts[1])) {
      throw new IllegalArgumentException("The id of the witness's key is wrong: " + text);
    }
    return key;
  }

  /** The key as others are told it: name, id and key, with plus signs between them. */
  String text() {
    byte[] typed = joined(new byte[] {algorithm}, key);
    return name
        + "+"
        + HexFormat.of().formatHex(id())
        + "+"
        + Base64.getEncoder().encodeToString(typed);
  }

  private byte[] id() {
    ByteArrayOutputStream named = new ByteArrayOutputStream();
    named.writeBytes((name + "\n").getBytes(StandardCharsets.UTF_8));
    named.write(algorithm);
    named.writeBytes(key);
    return Arrays.copyOf(Canonical.sha256().digest(named.toByteArray()), ID_BYTES);
  }

  /** The line of a note with a signature by this key. */
  String line(byte[] signature) {
    return DASH + name + " " + Base64.getEncoder().encodeToString(joined(id(), signature));
  }

  /** Whether a line is this witness's signature of a note's text. */
  boolean hasCosigned(String text, String line) {
    String begin = DASH + name + " ";
    try {
      byte[] signed =
          line.startsWith(begin)
              ? Base64.getDecoder().decode(line.substring(begin.length()))
              : new byte[0];
      int head = ID_BYTES + Long.BYTES;
      return signed.length > head
          && Arrays.equals(Arrays.copyOf(signed, ID_BYTES), id())
          && verifies(
              "cosignature/v1\ntime "
                  + ByteBuffer.wrap(signed, ID_BYTES, Long.BYTES).getLong()
                  + "\n"
                  + text,
              Arrays.copyOfRange(signed, head, signed.length));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private boolean verifies(String message, byte[] signature) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(new EdDsaKeyUtil().publicKey(key, "Ed25519"));
      ed25519.update(message.getBytes(StandardCharsets.UTF_8));
      return ed25519.verify(signature);
    } catch (GeneralSecurityException | JoseException e) {
      return false;
    }
  }

  private static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}
