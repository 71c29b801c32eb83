package verifier;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The complete expected content of a label's credential, because a signed credential could still
 * say something different, or something more.
 */
final class Claims {
  private static final String COUNT = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger";

  private final Palmares palmares;
  private final Map<String, Object> label;
  private final int place;
  private final String base;
  private final String year;
  private final String code;
  private final String level;

  Claims(Palmares palmares, Map<String, Object> label, int place) {
    this.palmares = palmares;
    this.label = label;
    this.place = place;
    this.base = palmares.base();
    this.year = String.valueOf(palmares.year());
    this.code = Json.text(label.get("code"));
    this.level = String.valueOf(Json.integer(label.get("level")));
  }

  private Object issuer(String what) {
    return Json.object(palmares.content.get("issuer")).get(what);
  }

  /**
   * The expected credential.
   *
   * @param path the path of its proof, which is checked elsewhere
   */
  Map<String, Object> credential(Object path) {
    Instant published = Instant.parse(Json.text(palmares.content.get("publishedAt")));
    String id = at("");
    String subject = base + "authorities/" + code;
    return Map.ofEntries(
        Map.entry(
            "@context",
            List.of(
                "https://www.w3.org/ns/credentials/v2",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
                terms())),
        Map.entry("id", id),
        Map.entry("type", List.of("VerifiableCredential", "OpenBadgeCredential")),
        Map.entry("name", title() + ", " + label.get("name")),
        Map.entry(
            "issuer",
            Map.of("id", issuer("id"), "type", List.of("Profile"), "name", issuer("name"))),
        Map.entry("validFrom", published.truncatedTo(ChronoUnit.SECONDS).toString()),
        Map.entry("credentialSubject", subject(subject)),
        Map.entry("credentialStatus", status()),
        Map.entry("evidence", List.of(evidence(path))),
        Map.entry("iss", issuer("id")),
        Map.entry("jti", id),
        Map.entry("nbf", BigDecimal.valueOf(published.getEpochSecond())),
        Map.entry("sub", subject));
  }

  private String at(String what) {
    return base + "palmares/" + year + "/labels/" + code + what + "?version=" + palmares.version();
  }

  private String title() {
    return (Boolean.TRUE.equals(label.get("synthetic")) ? "Échantillon. " : "")
        + "Label Territoires, Villes et Villages Internet "
        + year
        + " : "
        + level
        + " @";
  }

  private Map<String, Object> subject(String id) {
    Map<String, Object> identity =
        Map.of(
            "type",
            "IdentityObject",
            "hashed",
            false,
            "identityHash",
            code,
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
        achievement());
  }

  private Map<String, Object> achievement() {
    String narrative =
        level
            + " @ sur 5, attribués par le jury de l’édition "
            + year
            + " sur les initiatives numériques de la collectivité, selon le référentiel dont"
            + " l’empreinte est dans le palmarès.";
    return Map.of(
        "id",
        base + "palmares/" + year + "?level=" + level,
        "type",
        List.of("Achievement"),
        "achievementType",
        "Award",
        "name",
        title(),
        "description",
        "Niveau de 0 à 5 @ du label, édition " + year + beside() + ".",
        "inLanguage",
        "fr",
        "criteria",
        Map.of("narrative", narrative),
        "image",
        Map.of("id", at("/badge"), "type", "Image", "caption", title()));
  }

  private String beside() {
    List<String> said = new ArrayList<>();
    for (Object one : Json.list(label.get("distinctions"))) {
      Map<String, Object> distinction = Json.object(one);
      said.add(
          switch (Json.text(distinction.get("kind"))) {
            case "SPECIAL_MENTION" -> "mention spéciale « " + distinction.get("title") + " »";
            case "GREEN_AT" -> "arobase verte";
            case "EXCELLENCE" ->
                "Territoire d’excellence numérique (jusqu’en " + distinction.get("untilYear") + ")";
            case "OUT_OF_COMPETITION" -> "hors concours";
            default -> throw new Rejected("An unknown kind of distinction");
          });
    }
    return said.isEmpty() ? "" : ". En plus : " + String.join(", ", said);
  }

  /** W3C Bitstring Status List 1.0. */
  private Map<String, Object> status() {
    String list = StatusList.address(palmares);
    return Map.of(
        "id",
        list + "#" + place,
        "type",
        "BitstringStatusListEntry",
        "statusPurpose",
        "revocation",
        "statusListIndex",
        String.valueOf(place),
        "statusListCredential",
        list);
  }

  private Map<String, Object> evidence(Object path) {
    String published = base + "palmares/" + year + "/document?version=" + palmares.version();
    Map<String, Object> proof =
        Map.of(
            "type",
            "InclusionProof",
            "document",
            published,
            "documentHash",
            palmares.hash,
            "place",
            BigDecimal.valueOf(place),
            "size",
            BigDecimal.valueOf(palmares.labels().size()),
            "path",
            path,
            "label",
            label);
    return Map.of(
        "id",
        published,
        "type",
        List.of("Evidence"),
        "name",
        "Palmarès " + year,
        "narrative",
        "Le palmarès publié et signé, où ce label figure.",
        "genre",
        "Document",
        "inclusionProof",
        proof);
  }

  private Map<String, Object> terms() {
    String ns = base + "ns#";
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
