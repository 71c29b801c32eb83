package org.arobase.palmares.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.Ed25519Signer;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.OctetKeyPairGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.arobase.authority.LocalAuthority;
import org.arobase.deliberation.distinction.Distinction.Kind;
import org.arobase.palmares.document.PalmaresDocument.EditionPart;
import org.arobase.palmares.document.PalmaresDocument.Issuer;
import org.arobase.palmares.document.PalmaresDocument.Label;
import org.arobase.palmares.document.PalmaresDocument.LabelDistinction;
import org.arobase.palmares.signing.PublicAddress;
import org.arobase.platform.canonical.Canonical;
import org.arobase.testing.IndependentReaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A label that says anything else than the document is rejected, even when the right key has signed
 * it. Each value of a label is changed, each member removed, and one added everywhere: 214 forged
 * labels, all rejected. Every kind of label is read as it was written in four locales. A forged or
 * expired status list is rejected too.
 */
class ClaimsTest {
  private static final Path FOLDER = Path.of("target/claims");
  private static final String HASH = "a".repeat(64);
  private static final PublicAddress ADDRESS =
      new PublicAddress("https://labels.example.fr", "L’émetteur \"d’essai\"");
  private static final List<Label> LABELS =
      List.of(
          label("01001", "L'Abergement", 0, false),
          label("01002", "A \"B\" \\ \u2028 é ‑ 🙂 %d", 1, true),
          label("01004", "Ambérieu", 2, false, new LabelDistinction(Kind.GREEN_AT, null, null)),
          label(
              "78138",
              "Chanteloup-les-Vignes",
              5,
              false,
              new LabelDistinction(Kind.SPECIAL_MENTION, "Médiation <1>", null),
              new LabelDistinction(Kind.GREEN_AT, null, null),
              new LabelDistinction(Kind.EXCELLENCE, null, 2022),
              new LabelDistinction(Kind.OUT_OF_COMPETITION, null, null)));

  private final Locale locale = Locale.getDefault();
  private OctetKeyPair key;

  @BeforeEach
  void makeKey() throws JOSEException, IOException {
    key = new OctetKeyPairGenerator(Curve.Ed25519).keyID("k").generate();
    write("keys.json", new JWKSet(key.toPublicJWK()).toString());
  }

  @AfterEach
  void localeIsAsItWas() {
    Locale.setDefault(locale);
  }

  private static Path write(String name, String content) throws IOException {
    Files.createDirectories(FOLDER);
    return Files.writeString(FOLDER.resolve(name), content, StandardCharsets.UTF_8);
  }

  private String signed(String payload) throws JOSEException {
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.EdDSA).keyID("k").build();
    JWSObject jws = new JWSObject(header, new Payload(payload));
    jws.sign(new Ed25519Signer(key));
    return jws.serialize();
  }

  private static Label label(
      String code, String name, int level, boolean synthetic, LabelDistinction... distinctions) {
    List<LabelDistinction> given = List.of(distinctions);
    return new Label(
        code,
        name,
        LocalAuthority.Kind.MUNICIPALITY,
        "78",
        "11",
        "Île-de-France",
        10_861,
        "town",
        level,
        given.stream().anyMatch(d -> d.kind() == Kind.GREEN_AT),
        given.stream().anyMatch(d -> d.kind() == Kind.OUT_OF_COMPETITION),
        given,
        synthetic);
  }

  private static PalmaresDocument document(List<Label> labels, String publishedAt) {
    return new PalmaresDocument(
        PalmaresDocument.FORMAT,
        new Issuer(ADDRESS.of("palmares"), ADDRESS.issuer()),
        new EditionPart(2020, 21, "Édition"),
        1,
        Instant.parse(publishedAt),
        Instant.parse(publishedAt),
        "arobase-scoring/3",
        HASH,
        HASH,
        HASH,
        HASH,
        null,
        "",
        List.of(),
        PalmaresDocument.tree(labels).root(),
        labels);
  }

  private CredentialContent content(PalmaresDocument document) throws JOSEException, IOException {
    String text = Canonical.rfc8785(document);
    write("palmares.jws", signed(text));
    return new CredentialContent(ADDRESS, document, Canonical.hash(text));
  }

  private static IndependentReaders.Verdict verdict(Path label) {
    return IndependentReaders.verify(
        "palmares", FOLDER.resolve("keys.json"), FOLDER.resolve("palmares.jws"), label);
  }

  @Test
  void everyKindOfLabelIsReadAsItIsWrittenInAnyLocale() throws JOSEException, IOException {
    List<String> times =
        List.of("2020-02-04T18:00:00Z", "2020-02-04T18:00:00.123Z", "2040-02-04T18:00:00.123456Z");
    for (String tag : List.of("fr-FR", "ar-EG-u-nu-arab", "th-TH-u-nu-thai", "tr")) {
      Locale.setDefault(Locale.forLanguageTag(tag));
      for (String time : times) {
        CredentialContent content = content(document(LABELS, time));
        for (int place = 0; place < LABELS.size(); place++) {
          IndependentReaders.Verdict verdict =
              verdict(write("label.jwt", signed(content.of(place))));
          assertEquals(0, verdict.status(), tag + " " + time + " " + verdict.said());
        }
      }
    }
  }

  @Test
  void anEditionWithoutLabelsIsAPalmaresToo() throws JOSEException, IOException {
    content(document(List.of(), "2020-02-04T18:00:00Z"));
    IndependentReaders.Verdict verdict =
        IndependentReaders.verify(
            "palmares", FOLDER.resolve("keys.json"), FOLDER.resolve("palmares.jws"));
    assertEquals(0, verdict.status(), verdict::said);
  }

  @Test
  void whatAStatusListSaysDoesNotStandIsRejected() throws JOSEException, IOException {
    PalmaresDocument document = document(LABELS, "2020-02-04T18:00:00Z");
    CredentialContent content = content(document);
    StatusList list = new StatusList(document);
    Instant now = Instant.now();
    for (int revoked = 0; revoked < LABELS.size(); revoked++) {
      int bad = revoked;
      String said = list.credential(place -> place == bad, now, now.plusSeconds(60));
      for (int place = 0; place < LABELS.size(); place++) {
        IndependentReaders.Verdict verdict = judged(said, content.of(place));
        assertEquals(place == bad ? 1 : 0, verdict.status(), verdict::said);
      }
    }
    String good = list.credential(place -> false, now, now.plusSeconds(60));
    assertEquals(0, judged(good, content.of(0)).status());
    Map<String, String> changes =
        Map.of(
            now.plusSeconds(60).toString().substring(0, 19),
            now.minusSeconds(1).toString().substring(0, 19),
            "revocation",
            "suspension",
            "version=1",
            "version=2",
            "\"u",
            "\"z",
            "\"BitstringStatusList\"",
            "\"StatusList\"",
            "\"issuer\":\"https",
            "\"issuer\":\"http",
            "{\"@context",
            "{ \"@context");
    changes.forEach((from, to) -> requireRejected(good, from, to, content.of(0)));
  }

  private void requireRejected(String good, String from, String to, String label) {
    String bad = good.replace(from, to);
    assertNotEquals(good, bad);
    try {
      IndependentReaders.Verdict verdict = judged(bad, label);
      assertEquals(1, verdict.status(), () -> from + " → " + to + ": " + verdict.said());
    } catch (JOSEException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private IndependentReaders.Verdict judged(String statusList, String label)
      throws JOSEException, IOException {
    return IndependentReaders.verify(
        "palmares",
        FOLDER.resolve("keys.json"),
        FOLDER.resolve("palmares.jws"),
        write("list.jwt", signed(statusList)),
        write("label.jwt", signed(label)));
  }

  /** Changes each value, removes each member, and adds one to each object and list. */
  @Test
  void whatSaysSomethingElseIsRejectedWhoeverSignedIt() throws JOSEException, IOException {
    CredentialContent content = content(document(LABELS, "2020-02-04T18:00:00Z"));
    JsonNode credential = Canonical.tree(content.of(3));
    List<String> forged = new ArrayList<>();
    change(credential, credential, forged);
    assertTrue(forged.size() > 150, () -> "forged " + forged.size());
    for (String one : forged) {
      String payload = Canonical.rfc8785(Canonical.tree(one));
      IndependentReaders.Verdict verdict = verdict(write("label.jwt", signed(payload)));
      assertEquals(1, verdict.status(), one);
    }
    System.out.printf("Forged labels: %d tried, all rejected%n", forged.size());
  }

  private static void change(JsonNode root, JsonNode at, List<String> forged) {
    if (at instanceof ObjectNode object) {
      object.put("more", 1);
      forged.add(root.toString());
      object.remove("more");
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        JsonNode was = object.remove(name);
        forged.add(root.toString());
        if (was.isValueNode()) {
          object.set(name, other(object, was));
          forged.add(root.toString());
        }
        object.set(name, was);
        change(root, was, forged);
      }
    } else if (at instanceof ArrayNode list) {
      list.add("more");
      forged.add(root.toString());
      list.remove(list.size() - 1);
      for (int i = 0; i < list.size(); i++) {
        JsonNode was = list.get(i);
        if (was.isValueNode()) {
          list.set(i, other(list, was));
          forged.add(root.toString());
          list.set(i, was);
        }
        change(root, was, forged);
      }
    }
  }

  private static JsonNode other(ContainerNode<?> of, JsonNode was) {
    if (was.isBoolean()) {
      return of.booleanNode(!was.asBoolean());
    }
    return was.isNumber() ? of.numberNode(was.asInt() + 1) : of.textNode(was.asText() + "x");
  }
}
