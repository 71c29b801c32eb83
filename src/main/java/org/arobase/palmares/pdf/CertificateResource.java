package org.arobase.palmares.pdf;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.arobase.platform.http.PublicAnswer;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Certificates, open to everyone. */
@Path("/palmares")
@Tag(name = "Palmarès", description = "The published list.")
public class CertificateResource {
  private final PdfDocuments papers;

  CertificateResource(PdfDocuments papers) {
    this.papers = papers;
  }

  /** The certificate of a label. */
  @GET
  @Path("/{year}/labels/{code}/certificate")
  @Produces(MinutesResource.PDF)
  @ResponseHeader(name = "Content-Disposition", value = "inline; filename=\"certificate.pdf\"")
  @PublicAnswer
  @Operation(
      operationId = "getCertificate",
      summary = "Get the certificate of a published label with its @, as PDF/A")
  @Refuses({"palmares-not-found", "version-not-found", "label-not-found"})
  public byte[] certificate(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @QueryParam("version") Integer version) {
    return papers.certificate(year, code, version);
  }
}
