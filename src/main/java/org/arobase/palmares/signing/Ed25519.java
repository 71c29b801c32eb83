package org.arobase.palmares.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;

/**
 * The key pair of a secret. Any 32 bytes are an Ed25519 private key (RFC 8032, 5.1.5), so the
 * output of {@code openssl rand -hex 32} is a valid secret.
 */
final class Ed25519 {
  private static final int SEED_BYTES = 32;
  private static final byte[] PROBE = {1, 2, 3};

  private Ed25519() {}

  /**
   * The key pair of a seed; its id is the RFC 7638 thumbprint of the public key.
   *
   * @param seed 64 hexadecimal digits
   * @throws IllegalArgumentException for any other text
   */
  static OctetKeyPairJsonWebKey of(String seed) {
    byte[] bytes = HexFormat.of().parseHex(seed.strip());
    if (bytes.length != SEED_BYTES) {
      throw new IllegalArgumentException("A signing key is 64 hexadecimal digits");
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(NamedParameterSpec.ED25519, new Fixed(bytes));
      KeyPair pair = generator.generateKeyPair();
      requirePair(pair);
      OctetKeyPairJsonWebKey key = new OctetKeyPairJsonWebKey(pair.getPublic());
      key.setPrivateKey(pair.getPrivate());
      key.setAlgorithm(AlgorithmIdentifiers.EDDSA);
      key.setUse(Use.SIGNATURE);
      key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
      return key;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java from 15 on has Ed25519", e);
    }
  }

  /** The signature of a message, with the public key. */
  static Signer.Raw sign(OctetKeyPairJsonWebKey key, String message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key.getPrivateKey());
      signature.update(message.getBytes(StandardCharsets.UTF_8));
      Object x = key.toParams(OutputControlLevel.PUBLIC_ONLY).get("x");
      return new Signer.Raw(Base64.getUrlDecoder().decode((String) x), signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java from 15 on has Ed25519", e);
    }
  }

  private static void requirePair(KeyPair pair) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(pair.getPrivate());
    signature.update(PROBE);
    byte[] signed = signature.sign();
    signature.initVerify(pair.getPublic());
    signature.update(PROBE);
    if (!signature.verify(signed)) {
      throw new IllegalStateException("The two halves of the signing key do not fit");
    }
  }

  /** Gives the seed to a generator that asks for randomness. */
  private static final class Fixed extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final byte[] seed;

    Fixed(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
