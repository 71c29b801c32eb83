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
 * The labels of a version that no longer stand, as a <a
 * href="https://www.w3.org/TR/vc-bitstring-status-list/">Bitstring Status List 1.0</a> for other
 * software. A label has the same place in the list as in the document.
 */
public final class StatusList {
  private static final String PURPOSE = "revocation";

  /** The minimum that the standard allows: 131,072 bits. */
  private static final int BYTES = 16_384;

  private static final int FIRST_BIT = 0x80;

  /** The Multibase prefix of base64url without padding, in which the list is encoded. */
  private static final String MULTIBASE = "u";

  private final PalmaresDocument document;
  private final String id;

  public StatusList(PalmaresDocument document) {
    this.document = document;
    // the address at the time of signing, even if the server has moved since
    this.id =
        document.issuer().id()
            + "/"
            + document.edition().year()
            + "/status-list?version="
            + document.version();
  }

  /** The {@code credentialStatus} of the label at a place, from 0. */
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
   * The canonical JSON of the credential that carries the list.
   *
   * @param revoked whether the label at a place, from 0, no longer stands; called for every place
   *     in the list, also those without a label
   * @param from since when this is so
   * @param until when to fetch the list again at the latest
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
      throw new UncheckedIOException("The status list could not be compressed", e);
    }
    return zipped.toByteArray();
  }
}
