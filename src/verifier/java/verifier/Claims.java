package verifier;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a credential must say of its label: a signed one could still say something else. */
final class Claims {
  private final Palmares palmares;
  private final Map<String, Object> label;
  private final String base;
  private final String code;
  private final int level;

  Claims(Palmares palmares, Map<String, Object> label) {
    this.palmares = palmares;
    this.label = label;
    String issuer = text(palmares.content, "issuer", "id");
    Rejected.unless(issuer.endsWith("/palmares"), "The issuer has no address of a palmarès");
    this.base = issuer.substring(0, issuer.length() - "/palmares".length());
    this.code = Json.text(label.get("code"));
    this.level = Json.integer(label.get("level"));
  }

  /** The text at the end of a path of names. */
  private static String text(Object from, String... path) {
    Object at = from;
    for (String name : path) {
      at = name.equals("0") ? first(at) : Json.object(at).get(name);
    }
    return Json.text(at);
  }

  private static Object first(Object list) {
    return Json.list(list).stream().findFirst().orElse(null);
  }

  void require(Map<String, Object> credential) {
    Object subject = credential.get("credentialSubject");
    Object achievement = Json.object(subject).get("achievement");
    Instant published = Instant.parse(Json.text(palmares.content.get("publishedAt")));
    String year = String.valueOf(palmares.year());
    String title = title();
    same(place(""), credential.get("id"));
    same(place(""), credential.get("jti"));
    same(text(palmares.content, "issuer", "id"), text(credential, "issuer", "id"));
    same(text(palmares.content, "issuer", "name"), text(credential, "issuer", "name"));
    same(text(credential, "issuer", "id"), credential.get("iss"));
    same(base + "/authorities/" + code, text(subject, "id"));
    same(text(subject, "id"), credential.get("sub"));
    same(code, text(subject, "identifier", "0", "identityHash"));
    same(title + ", " + label.get("name"), credential.get("name"));
    same(published.truncatedTo(ChronoUnit.SECONDS).toString(), credential.get("validFrom"));
    same(BigDecimal.valueOf(published.getEpochSecond()), credential.get("nbf"));
    same(base + "/palmares/" + year + "?level=" + level, text(achievement, "id"));
    same(title, text(achievement, "name"));
    same(title, text(achievement, "image", "caption"));
    same(place("/badge"), text(achievement, "image", "id"));
    same(
        "Niveau de 0 à 5 @ du label, édition " + year + beside() + ".",
        text(achievement, "description"));
    String narrative = text(achievement, "criteria", "narrative");
    String begins = level + " @ sur 5, attribués par le jury de l’édition " + year + " ";
    Rejected.unless(narrative.startsWith(begins), "The label tells of another level");
  }

  private static void same(Object wanted, Object said) {
    Rejected.unless(
        Objects.equals(wanted, said),
        "The label says something else than the palmarès: " + said + " in place of " + wanted);
  }

  private String place(String what) {
    return "%s/palmares/%d/labels/%s%s?version=%d"
        .formatted(base, palmares.year(), code, what, palmares.version());
  }

  private String title() {
    return "%sLabel Territoires, Villes et Villages Internet %d : %d @"
        .formatted(
            Boolean.TRUE.equals(label.get("synthetic")) ? "Échantillon. " : "",
            palmares.year(),
            level);
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
            default -> throw new Rejected("A distinction that is not known here");
          });
    }
    return said.isEmpty() ? "" : ". En plus : " + String.join(", ", said);
  }
}
