package verifier;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;

/** Ed25519 (RFC 8032) with public keys in their 32 bytes. */
final class Ed25519 {
  static final int KEY_BYTES = 32;
  private static final int SIGN_BIT = 0x80;

  private Ed25519() {}

  /** Whether the signature of a message is by this key; false for a key that is none. */
  static boolean verifies(byte[] key, byte[] message, byte[] signature) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(publicKey(key));
      ed25519.update(message);
      return ed25519.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  static byte[] sign(PrivateKey key, byte[] message) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initSign(key);
      ed25519.update(message);
      return ed25519.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** RFC 8032, 5.1.2: little-endian y, the highest bit being the parity of x. */
  private static PublicKey publicKey(byte[] key) throws GeneralSecurityException {
    Rejected.unless(key.length == KEY_BYTES, "Not an Ed25519 key");
    byte[] bigEndian = reversed(key);
    boolean odd = (bigEndian[0] & SIGN_BIT) != 0;
    bigEndian[0] &= (byte) ~SIGN_BIT;
    EdECPoint point = new EdECPoint(odd, new BigInteger(1, bigEndian));
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
  }

  /** The 32 bytes of a public key. */
  static byte[] bytes(EdECPublicKey key) {
    byte[] y = key.getPoint().getY().toByteArray();
    byte[] bigEndian = new byte[KEY_BYTES];
    int length = Math.min(y.length, KEY_BYTES);
    System.arraycopy(y, y.length - length, bigEndian, KEY_BYTES - length, length);
    if (key.getPoint().isXOdd()) {
      bigEndian[0] |= (byte) SIGN_BIT;
    }
    return reversed(bigEndian);
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }
}
