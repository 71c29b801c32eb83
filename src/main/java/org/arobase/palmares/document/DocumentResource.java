package org.arobase.palmares.document;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.arobase.palmares.document.DocumentApi.Version;
import org.arobase.platform.http.PublicAnswer;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is published of an edition, signed. */
@Path("/palmares")
@Tag(name = "Palmarès", description = "The published list.")
public class DocumentResource {
  /** A compact JWS (RFC 7515, 9.2.1). */
  public static final String JOSE = "application/jose";

  /** A Verifiable Credential 2.0 secured by a JWS (VC-JOSE-COSE, 6.1). */
  public static final String CREDENTIAL = "application/vc+jwt";

  /** The badge. */
  public static final String SVG = "image/svg+xml";

  /** The document. */
  @GET
  @Path("/{year}/document")
  @Produces(JOSE)
  @PublicAnswer
  @Operation(
      operationId = "getPalmaresDocument",
      summary = "The palmarès as it was signed: a compact JWS whose payload is canonical JSON",
      description =
          "The newest version, or the one that `version` names. With `Accept: application/json` what"
              + " is signed, to read: its bytes are in the JWS.")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content = {
        @Content(mediaType = JOSE, schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = PalmaresDocument.class))
      })
  @Refuses({Problem.PALMARES_NOT_FOUND, Problem.VERSION_NOT_FOUND})
  public String document(@PathParam("year") int year, @QueryParam("version") Integer version) {
    return PublishedDocument.required(year, version).jws;
  }

  /** What is signed, to read. */
  @GET
  @Path("/{year}/document")
  @Produces(MediaType.APPLICATION_JSON + ";qs=0.5")
  @PublicAnswer
  @Operation(operationId = "getPalmaresDocument", hidden = true)
  public PalmaresDocument content(
      @PathParam("year") int year, @QueryParam("version") Integer version) {
    return PublishedDocument.required(year, version).document();
  }

  /** Its versions. */
  @GET
  @Path("/{year}/versions")
  @PublicAnswer
  @Operation(
      operationId = "listPalmaresVersions",
      summary = "The versions of a palmarès: what each changed and why, and which one stands")
  @Refuses(Problem.PALMARES_NOT_FOUND)
  public List<Version> versions(@PathParam("year") int year) {
    Integer newest = PublishedDocument.newestVersion(year);
    if (newest == null) {
      throw new Refusal(Problem.PALMARES_NOT_FOUND, String.valueOf(year));
    }
    return PublishedDocument.all(year).stream().map(d -> Version.of(d, newest)).toList();
  }

  /** A label. */
  @GET
  @Path("/{year}/labels/{code}")
  @Produces(CREDENTIAL)
  @PublicAnswer
  @Operation(
      operationId = "getLabelCredential",
      summary = "The label of an authority as an Open Badge 3.0, signed",
      description =
          "A Verifiable Credential 2.0 as a compact JWS, with the proof that it stands in the"
              + " palmarès. The newest version, or the one that `version` names.")
  @Refuses({Problem.PALMARES_NOT_FOUND, Problem.VERSION_NOT_FOUND, Problem.LABEL_NOT_FOUND})
  public String label(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @QueryParam("version") Integer version) {
    return PublishedCredential.required(PublishedDocument.required(year, version), code).jwt;
  }

  /** A badge. */
  @GET
  @Path("/{year}/labels/{code}/badge")
  @Produces(SVG)
  @PublicAnswer
  @Operation(
      operationId = "getLabelBadge",
      summary = "The label of an authority as an image: its @ and the year",
      description = "SVG; one @ is green where the jury said so.")
  @Refuses({Problem.PALMARES_NOT_FOUND, Problem.VERSION_NOT_FOUND, Problem.LABEL_NOT_FOUND})
  public String badge(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @QueryParam("version") Integer version) {
    return Badge.of(PublishedDocument.required(year, version).document(), code);
  }
}
