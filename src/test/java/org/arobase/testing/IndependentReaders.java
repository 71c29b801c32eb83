package org.arobase.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.JWKSet;
import io.restassured.path.json.JsonPath;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Base64;
import java.util.BitSet;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Reads what we publish with Nimbus, Titanium, and our verifier, which shares no code with the
 * server.
 */
public final class IndependentReaders {
  private static final Map<String, String> CONTEXTS =
      Map.of(
          "https://www.w3.org/ns/credentials/v2",
          "/credentials/credentials-v2.json",
          "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
          "/credentials/context-3.0.3.json");

  /** The number of bits of a status list: the minimum of the standard. */
  public static final int BITS = 131_072;

  private static final Method VERIFIER = verifier();

  private IndependentReaders() {}

  /** The signed payload; Nimbus must verify it with the key of the set that its header names. */
  public static String payload(String jws, String keys) {
    try {
      JWSObject object = JWSObject.parse(jws);
      var key = JWKSet.parse(keys).getKeyByKeyId(object.getHeader().getKeyID());
      if (key == null || !object.verify(new Ed25519Verifier(key.toOctetKeyPair()))) {
        throw new AssertionError("Nimbus does not accept " + jws);
      }
      return object.getPayload().toString();
    } catch (ParseException | JOSEException e) {
      throw new AssertionError(e);
    }
  }

  /** A credential expanded by Titanium; a term that no context defines is an error. */
  public static JsonArray expanded(String credential) {
    JsonLdOptions options = new JsonLdOptions((url, o) -> context(url));
    options.setUndefinedTermsPolicy(JsonLdOptions.ProcessingPolicy.Fail);
    try (var reader = Json.createReader(new StringReader(credential))) {
      return JsonLd.expand(JsonDocument.of(reader.readObject())).options(options).get();
    } catch (JsonLdError e) {
      throw new AssertionError(e);
    }
  }

  private static Document context(URI url) throws JsonLdError {
    String known = CONTEXTS.get(url.toString());
    if (known == null) {
      throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "unknown: " + url);
    }
    try (InputStream file = IndependentReaders.class.getResourceAsStream(known)) {
      return JsonDocument.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The places of the 1 bits in a status list; place 0 is the highest bit of the first byte. */
  public static BitSet revoked(String credential) {
    String encoded = JsonPath.from(credential).getString("credentialSubject.encodedList");
    byte[] zipped = Base64.getUrlDecoder().decode(encoded.substring(1));
    BitSet revoked = new BitSet();
    try (InputStream zip = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      int place = 0;
      for (int b = zip.read(); b >= 0; b = zip.read()) {
        for (int bit = Byte.SIZE - 1; bit >= 0; bit--) {
          revoked.set(place++, (b >> bit & 1) == 1);
        }
      }
      assertEquals(BITS, place);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return revoked;
  }

  /**
   * The result of the verifier.
   *
   * @param status 0 when all is valid
   */
  public record Verdict(int status, String said) {}

  /** Runs the verifier of {@code src/verifier} as the build has compiled it. */
  public static Verdict verify(Object... arguments) {
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try {
      PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
      int status = (int) VERIFIER.invoke(null, texts, out);
      return new Verdict(status, said.toString(StandardCharsets.UTF_8));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Method verifier() {
    try {
      URL[] classes = {Path.of("target/verifier").toUri().toURL()};
      // only the JDK's loader as parent: this shows that the verifier needs none of our classes
      return new URLClassLoader(classes, ClassLoader.getPlatformClassLoader())
          .loadClass("verifier.Main")
          .getMethod("run", String[].class, PrintStream.class);
    } catch (IOException | ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
