package org.arobase.palmares.figures;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.arobase.authority.LocalAuthority;
import org.arobase.palmares.PalmaresApi.AuthorityProgress;
import org.arobase.platform.http.PublicAnswer;
import org.arobase.platform.language.CallerLanguage;
import org.arobase.platform.language.Messages;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The label history of authorities, open to everyone. */
@Path("/authorities/{code}/progress")
@Tag(name = "Palmarès", description = "The published list.")
public class AuthorityProgressResource {
  private final CallerLanguage language;

  AuthorityProgressResource(CallerLanguage language) {
    this.language = language;
  }

  /** The label history of an authority. */
  @GET
  @PublicAnswer
  @Operation(
      operationId = "getAuthorityProgress",
      summary = "Get the editions that an authority took part in, and how its level changed",
      description = "As far as it is known: not all past labels are.")
  @Refuses("authority-not-found")
  public AuthorityProgress progress(@PathParam("code") String code) {
    return LabelHistory.of(LocalAuthority.required(code), Messages.in(language.locale()));
  }
}
