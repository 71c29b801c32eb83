package org.arobase.testing;

import static org.arobase.testing.Http.as;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.arobase.platform.tabular.BookWriter;
import org.arobase.platform.tabular.importing.Upload;

/** Tables sent and fetched over HTTP, byte for byte. */
public final class Tables {
  /** The media types of tables by their files' endings. */
  public static final Map<String, String> TYPES =
      Map.of("csv", BookWriter.CSV, "xlsx", BookWriter.XLSX, "json", "application/json");

  private static final RestAssuredConfig BYTES =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                  .encodeContentTypeAs(BookWriter.CSV, ContentType.BINARY)
                  .encodeContentTypeAs(BookWriter.XLSX, ContentType.BINARY)
                  .encodeContentTypeAs(Upload.EXCEL, ContentType.BINARY));

  private Tables() {}

  /** Posts a file with the media type of this ending. */
  public static Response send(String user, String address, String ending, byte[] file) {
    return with(user, ending, file).post(address);
  }

  /** A request with this file as its body and the media type of this ending, or that of Excel. */
  public static RequestSpecification with(String user, String ending, byte[] file) {
    return as(user).config(BYTES).contentType(TYPES.getOrDefault(ending, Upload.EXCEL)).body(file);
  }

  /** Gets a table in the format of this ending. */
  public static byte[] fetch(String user, String address, String ending) {
    return as(user)
        .accept(TYPES.get(ending))
        .get(address)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }
}
