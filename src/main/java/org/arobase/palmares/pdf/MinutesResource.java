package org.arobase.palmares.pdf;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The minutes of an edition. */
@Path("/editions/{year}/minutes")
@Tag(name = "Deliberation", description = "What the president decides.")
public class MinutesResource {
  /** Portable Document Format. */
  static final String PDF = "application/pdf";

  private final PdfDocuments papers;

  MinutesResource(PdfDocuments papers) {
    this.papers = papers;
  }

  /** The minutes. */
  @GET
  @Produces(PDF)
  @ResponseHeader(name = "Content-Disposition", value = "inline; filename=\"minutes.pdf\"")
  @Operation(
      operationId = "getMinutes",
      summary = "Get the minutes (procès-verbal) in French, as PDF/A",
      description =
          "Every figure comes from the sealed results: the newest version, or the one that"
              + " `version` names. Dossiers that the caller is recused from are left out, and"
              + " then also the scores, which were computed with them; the minutes say so.")
  @Refuses({"edition-not-found", "seal-not-found", "wrong-phase"})
  public byte[] minutes(@PathParam("year") int year, @QueryParam("version") Integer version) {
    return papers.minutes(year, version);
  }
}
