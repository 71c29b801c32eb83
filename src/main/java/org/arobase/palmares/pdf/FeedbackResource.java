package org.arobase.palmares.pdf;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Feedback letters to candidates. */
@Path("/editions/{year}/dossiers/{code}/feedback")
@Tag(name = "Palmarès", description = "The published list.")
public class FeedbackResource {
  private final PdfDocuments papers;

  FeedbackResource(PdfDocuments papers) {
    this.papers = papers;
  }

  /** The feedback letter. */
  @GET
  @Produces(MinutesResource.PDF)
  @ResponseHeader(name = "Content-Disposition", value = "inline; filename=\"feedback.pdf\"")
  @Operation(
      operationId = "getFeedback",
      summary = "Get the feedback letter of a dossier in French, as PDF/A",
      description =
          "Its level, strengths, weak issues, mosaic, mean marks and the comments for the"
              + " authority, without the jurors’ names. For the applicant once the palmarès is published.")
  @Refuses({"edition-not-found", "dossier-not-found", "seal-not-found", "wrong-phase"})
  public byte[] feedback(@PathParam("year") int year, @PathParam("code") String code) {
    return papers.feedback(year, code);
  }
}
