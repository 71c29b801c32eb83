package verifier;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A named key that signs notes (C2SP signed-note): a log's own, or a witness's, whose signatures
 * say when it saw a checkpoint (C2SP tlog-cosignature, cosignature/v1).
 */
final class NoteKey {
  /** The algorithm of a log's own signatures. */
  static final byte LOG = 1;

  /** The algorithm of a witness's signatures. */
  static final byte WITNESS = 4;

  private static final int ID_BYTES = 4;

  final String name;
  private final byte algorithm;
  private final byte[] key;

  NoteKey(String name, byte algorithm, byte[] key) {
    Rejected.unless(name.matches("[^\\s+]{1,200}"), "Not a key's name: " + name);
    this.name = name;
    this.algorithm = algorithm;
    this.key = key;
  }

  /**
   * Reads a key in the form {@code name+id+key}.
   *
   * @throws Rejected when it is not one, or not of this algorithm
   */
  static NoteKey of(String text, byte algorithm) {
    String[] parts = text.split("\\+", 3);
    Rejected.unless(parts.length == 3, "A key has the form name+id+key: " + text);
    byte[] typed = decoded(parts[2]);
    boolean fits = typed.length == Ed25519.KEY_BYTES + 1 && typed[0] == algorithm;
    Rejected.unless(fits, "Not a key of the right kind: " + text);
    NoteKey key = new NoteKey(parts[0], algorithm, Arrays.copyOfRange(typed, 1, typed.length));
    Rejected.unless(parts[1].equals(HexFormat.of().formatHex(key.id())), "Wrong id in " + text);
    return key;
  }

  /** The form {@code name+id+key}, in which keys are handed on. */
  String text() {
    byte[] typed = joined(new byte[] {algorithm}, key);
    return name
        + "+"
        + HexFormat.of().formatHex(id())
        + "+"
        + Base64.getEncoder().encodeToString(typed);
  }

  private byte[] id() {
    byte[] named = (name + "\n").getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(Hashes.sha256(named, new byte[] {algorithm}, key), ID_BYTES);
  }

  /** Whether one of these lines is a valid signature of the text by this key. */
  boolean hasSigned(String text, List<Note.Line> lines) {
    return lines.stream()
        .filter(line -> line.name().equals(name) && Arrays.equals(line.id(), id()))
        .anyMatch(line -> isValid(text, line.signature()));
  }

  private boolean isValid(String text, byte[] signature) {
    if (algorithm == LOG) {
      return Ed25519.verifies(key, text.getBytes(StandardCharsets.UTF_8), signature);
    }
    if (signature.length <= Long.BYTES) {
      return false;
    }
    long time = ByteBuffer.wrap(signature).getLong();
    byte[] rest = Arrays.copyOfRange(signature, Long.BYTES, signature.length);
    return time >= 0 && Ed25519.verifies(key, cosigned(text, time), rest);
  }

  private static byte[] cosigned(String text, long time) {
    return ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A line by which a witness with this key signs a checkpoint.
   *
   * @param time in seconds since 1970
   */
  String cosign(String text, long time, PrivateKey secret) {
    byte[] stamp = ByteBuffer.allocate(Long.BYTES).putLong(time).array();
    byte[] signature = joined(stamp, Ed25519.sign(secret, cosigned(text, time)));
    return "\u2014 " + name + " " + Base64.getEncoder().encodeToString(joined(id(), signature));
  }

  private static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.writeBytes(first);
    joined.writeBytes(second);
    return joined.toByteArray();
  }

  static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new Rejected("Not base64: " + base64);
    }
  }
}
