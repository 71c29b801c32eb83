package org.arobase.palmares.document;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.arobase.palmares.document.PalmaresDocument.Label;
import org.arobase.palmares.signing.PublicAddress;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.merkle.MerkleTree;

/**
 * A label as an Open Badge 3.0, which is a Verifiable Credential 2.0, with the proof that it is in
 * the published document. It is the payload of a JWS under <a
 * href="https://www.w3.org/TR/vc-jose-cose/">VC-JOSE-COSE</a> and <a
 * href="https://www.imsglobal.org/spec/ob/v3p0">OB 3.0</a>, section 8, which also requires the
 * claims {@code iss}, {@code jti}, {@code nbf} and {@code sub}. Its header has no {@code typ},
 * because the two require different ones.
 */
public final class CredentialContent {
  /** The context of Verifiable Credentials 2.0. */
  public static final String CREDENTIALS = "https://www.w3.org/ns/credentials/v2";

  private static final String OPEN_BADGES =
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
  private static final String COUNT = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger";

  private final PublicAddress address;
  private final PalmaresDocument document;
  private final String documentHash;
  private final MerkleTree tree;
  private final StatusList statusList;

  CredentialContent(PublicAddress address, PalmaresDocument document, String documentHash) {
    this.address = address;
    this.document = document;
    this.documentHash = documentHash;
    this.tree = PalmaresDocument.tree(document.labels());
    this.statusList = new StatusList(document);
  }

  /** The address of an authority's label in a version of the document. */
  private String place(Label label, String what) {
    return address.of(
        "palmares/"
            + document.edition().year()
            + "/labels/"
            + label.code()
            + what
            + "?version="
            + document.version());
  }

  /** The canonical JSON of the credential of the label at a place, from 0. */
  String of(int place) {
    Label label = document.labels().get(place);
    String id = place(label, "");
    String subject = address.of("authorities/" + label.code());
    Map<String, Object> credential = new LinkedHashMap<>();
    credential.put("@context", List.of(CREDENTIALS, OPEN_BADGES, terms()));
    credential.put("id", id);
    credential.put("type", List.of("VerifiableCredential", "OpenBadgeCredential"));
    credential.put("name", title(label) + ", " + label.name());
    credential.put("issuer", issuer());
    credential.put("validFrom", validFrom());
    credential.put("credentialSubject", subject(label, subject));
    credential.put("credentialStatus", statusList.entry(place));
    credential.put("evidence", List.of(evidence(place)));
    credential.put("iss", document.issuer().id());
    credential.put("jti", id);
    credential.put("nbf", document.publishedAt().getEpochSecond());
    credential.put("sub", subject);
    return Canonical.rfc8785(credential);
  }

  private String validFrom() {
    return document.publishedAt().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private Map<String, Object> issuer() {
    return Map.of(
        "id", document.issuer().id(), "type", List.of("Profile"), "name", document.issuer().name());
  }

  private String title(Label label) {
    // String.format would write digits in the server's locale
    return (label.synthetic() ? "Échantillon. " : "")
        + "Label Territoires, Villes et Villages Internet "
        + document.edition().year()
        + " : "
        + label.level()
        + " @";
  }

  private Map<String, Object> subject(Label label, String id) {
    Map<String, Object> identity =
        Map.of(
            "type",
            "IdentityObject",
            "hashed",
            false,
            "identityHash",
            label.code(),
            "identityType",
            "ext:codeOfficielGeographique");
    return Map.of(
        "id",
        id,
        "type",
        List.of("AchievementSubject"),
        "identifier",
        List.of(identity),
        "achievement",
        achievement(label));
  }

  private Map<String, Object> achievement(Label label) {
    String year = String.valueOf(document.edition().year());
    String narrative =
        label.level()
            + " @ sur 5, attribués par le jury de l’édition "
            + year
            + " sur les initiatives numériques de la collectivité, selon le référentiel dont l’empreinte est dans le palmarès.";
    return Map.of(
        "id",
        address.of("palmares/" + year + "?level=" + label.level()),
        "type",
        List.of("Achievement"),
        "achievementType",
        "Award",
        "name",
        title(label),
        "description",
        "Niveau de 0 à 5 @ du label, édition " + year + beside(label) + ".",
        "inLanguage",
        "fr",
        "criteria",
        Map.of("narrative", narrative),
        "image",
        Map.of("id", place(label, "/badge"), "type", "Image", "caption", title(label)));
  }

  private static String beside(Label label) {
    List<String> said = new ArrayList<>();
    label.distinctions().forEach(d -> said.add(DistinctionNames.french(d)));
    return said.isEmpty() ? "" : ". En plus : " + String.join(", ", said);
  }

  private Map<String, Object> evidence(int place) {
    Label label = document.labels().get(place);
    String published =
        address.of(
            "palmares/" + document.edition().year() + "/document?version=" + document.version());
    Map<String, Object> proof =
        Map.of(
            "type",
            "InclusionProof",
            "document",
            published,
            "documentHash",
            documentHash,
            "place",
            place,
            "size",
            document.labels().size(),
            "path",
            tree.inclusion(place),
            "label",
            label);
    return Map.of(
        "id",
        published,
        "type",
        List.of("Evidence"),
        "name",
        "Palmarès " + document.edition().year(),
        "narrative",
        "Le palmarès publié et signé, où ce label figure.",
        "genre",
        "Document",
        "inclusionProof",
        proof);
  }

  /** Defines the terms that are in neither of the two published contexts. */
  private Map<String, Object> terms() {
    String ns = address.of("ns#");
    Map<String, Object> inProof =
        Map.of(
            "document",
            Map.of("@id", ns + "document", "@type", "@id"),
            "documentHash",
            ns + "documentHash",
            "place",
            Map.of("@id", ns + "place", "@type", COUNT),
            "size",
            Map.of("@id", ns + "size", "@type", COUNT),
            "path",
            Map.of("@id", ns + "path", "@container", "@list"),
            "label",
            Map.of("@id", ns + "label", "@type", "@json"));
    return Map.of(
        "InclusionProof",
        Map.of("@id", ns + "InclusionProof", "@context", inProof),
        "inclusionProof",
        Map.of("@id", ns + "inclusionProof", "@type", "@id"),
        "jti",
        Map.of("@id", "https://www.iana.org/assignments/jwt#jti", "@type", "@id"));
  }
}
