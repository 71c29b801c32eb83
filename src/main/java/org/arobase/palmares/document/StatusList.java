package org.arobase.palmares.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.zip.GZIPOutputStream;
import org.arobase.platform.canonical.Canonical;

/**
 * Which labels of a version do not stand any more, where the software of others looks for it: a <a
 * href="https://www.w3.org/TR/vc-bitstring-status-list/">Bitstring Status List 1.0</a>. A label's
 * place in it is its place in the document.
 */
public final class StatusList {
  private static final String PURPOSE = "revocation";

  /** The least that the standard allows: 131,072 bits. */
  private static final int BYTES = 16_384;

  private static final int FIRST_BIT = 0x80;

  /** Of the alphabet that the list is written in: base64url without padding (Multibase). */
  private static final String MULTIBASE = "u";

  private final PalmaresDocument document;
  private final String id;

  public StatusList(PalmaresDocument document) {
    this.document = document;
    // as it was when it was signed, wherever the server has moved since
    this.id =
        document.issuer().id()
            + "/"
            + document.edition().year()
            + "/status-list?version="
            + document.version();
  }

  /** What the label at a place, from 0, says of where to look. */
  public Map<String, Object> entry(int place) {
    return Map.of(
        "id",
        id + "#" + place,
        "type",
        "BitstringStatusListEntry",
        "statusPurpose",
        PURPOSE,
        "statusListIndex",
        String.valueOf(place),
        "statusListCredential",
        id);
  }

  /**
   * The canonical JSON of the credential that is the list.
   *
   * @param revoked the places, from 0, whose labels do not stand any more; asked of all places that
   *     the list has, also where there are no labels
   * @param from since when that is so
   * @param until when to ask again at the latest
   */
  public String credential(IntPredicate revoked, Instant from, Instant until) {
    Map<String, Object> list =
        Map.of(
            "id",
            id + "#list",
            "type",
            "BitstringStatusList",
            "statusPurpose",
            PURPOSE,
            "encodedList",
            MULTIBASE + encoded(revoked));
    Map<String, Object> credential = new LinkedHashMap<>();
    credential.put("@context", List.of(CredentialContent.CREDENTIALS));
    credential.put("id", id);
    credential.put("type", List.of("VerifiableCredential", "BitstringStatusListCredential"));
    credential.put("issuer", document.issuer().id());
    credential.put("validFrom", from.truncatedTo(ChronoUnit.SECONDS).toString());
    credential.put("validUntil", until.truncatedTo(ChronoUnit.SECONDS).toString());
    credential.put("credentialSubject", list);
    return Canonical.rfc8785(credential);
  }

  private String encoded(IntPredicate revoked) {
    byte[] bits = new byte[BYTES];
    for (int place = 0; place < BYTES * Byte.SIZE; place++) {
      if (revoked.test(place)) {
        bits[place / Byte.SIZE] |= (byte) (FIRST_BIT >>> place % Byte.SIZE);
      }
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(zipped(bits));
  }

  private static byte[] zipped(byte[] bits) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(bits);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory cannot be written", e);
    }
    return zipped.toByteArray();
  }
}
