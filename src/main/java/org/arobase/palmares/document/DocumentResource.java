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
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The signed publications of an edition. */
@Path("/palmares")
@Tag(name = "Palmarès", description = "The published list.")
public class DocumentResource {
  /** A compact JWS (RFC 7515, 9.2.1). */
  public static final String JOSE = "application/jose";

  /** A Verifiable Credential 2.0 secured by a JWS (VC-JOSE-COSE, 6.1). */
  public static final String CREDENTIAL = "application/vc+jwt";

  /** An SVG image. */
  public static final String SVG = "image/svg+xml";

  /** The signed document. */
  @GET
  @Path("/{year}/document")
  @Produces(JOSE)
  @PublicAnswer
  @Operation(
      operationId = "getPalmaresDocument",
      summary = "Get the signed palmarès: a compact JWS whose payload is canonical JSON",
      description =
          "The newest version, or the one that `version` names. `Accept: application/json` gives"
              + " the signed content in readable form; its exact bytes are only in the JWS.")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content = {
        @Content(mediaType = JOSE, schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = PalmaresDocument.class))
      })
  @Refuses({"palmares-not-found", "version-not-found"})
  public String document(@PathParam("year") int year, @QueryParam("version") Integer version) {
    return PublishedDocument.required(year, version).jws;
  }

  /** The signed content in readable form. */
  @GET
  @Path("/{year}/document")
  @Produces(MediaType.APPLICATION_JSON + ";qs=0.5")
  @PublicAnswer
  @Operation(operationId = "getPalmaresDocument", hidden = true)
  public PalmaresDocument content(
      @PathParam("year") int year, @QueryParam("version") Integer version) {
    return PublishedDocument.required(year, version).document();
  }

  /** The versions of a palmarès. */
  @GET
  @Path("/{year}/versions")
  @PublicAnswer
  @Operation(
      operationId = "listPalmaresVersions",
      summary = "List the versions of a palmarès: what each changed and why, and which is in force")
  @Refuses("palmares-not-found")
  public List<Version> versions(@PathParam("year") int year) {
    Integer newest = PublishedDocument.newestVersion(year);
    if (newest == null) {
      throw new Refusal(DocumentProblem.PALMARES_NOT_FOUND, String.valueOf(year));
    }
    return PublishedDocument.all(year).stream().map(d -> Version.of(d, newest)).toList();
  }

  /** The signed label of an authority. */
  @GET
  @Path("/{year}/labels/{code}")
  @Produces(CREDENTIAL)
  @PublicAnswer
  @Operation(
      operationId = "getLabelCredential",
      summary = "The label of an authority as an Open Badge 3.0, signed",
      description =
          "A Verifiable Credential 2.0 as a compact JWS, with the proof that the label is in the"
              + " palmarès. The newest version, or the one that `version` names.")
  @Refuses({"palmares-not-found", "version-not-found", "label-not-found"})
  public String label(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @QueryParam("version") Integer version) {
    return PublishedCredential.required(PublishedDocument.required(year, version), code).jwt;
  }

  /** The badge of an authority. */
  @GET
  @Path("/{year}/labels/{code}/badge")
  @Produces(SVG)
  @PublicAnswer
  @Operation(
      operationId = "getLabelBadge",
      summary = "The label of an authority as an image: its @ and the year",
      description = "SVG; one @ is green if the jury decided so.")
  @Refuses({"palmares-not-found", "version-not-found", "label-not-found"})
  public String badge(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @QueryParam("version") Integer version) {
    return Badge.of(PublishedDocument.required(year, version).document(), code);
  }
}
