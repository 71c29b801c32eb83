package org.arobase.scoresheet.mailing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.arobase.edition.Edition;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.paging.Page;
import org.arobase.platform.paging.PageRequest;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Mail to the jury. */
@Path("/editions/{year}/mailings")
@Tag(name = "Progress", description = "The jury's progress, and mail to its members.")
public class MailingResource {
  private final MailingService mailings;

  MailingResource(MailingService mailings) {
    this.mailings = mailings;
  }

  /** Lists the mails to the jury. */
  @GET
  @Operation(operationId = "listMailings", summary = "List the mails to the jury, the newest first")
  @Refuses("edition-not-found")
  public Page<MailingApi.View> list(
      @PathParam("year") int year, @BeanParam @Valid PageRequest page) {
    Edition.required(year);
    return mailings.list(year, page);
  }

  /** Sends mails to the jury, or shows which mails would be sent. */
  @POST
  @Idempotent
  @Operation(
      operationId = "sendMailing",
      summary = "Send invitations or reminders to the jury",
      description =
          "Mails are in each member’s language. No mail is sent twice: an invitation is written"
              + " once, a reminder once a day; a failed mail can be ordered again. A job sends the"
              + " mails; its result counts them as `sent` and `failed`.")
  @Refuses({"edition-not-found", "wrong-phase", "juror-not-found", "mail-off"})
  public MailingApi.Result send(
      @PathParam("year") int year,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @NotNull @Valid MailingApi.Order order) {
    return dryRun ? mailings.tryOut(year, order) : mailings.send(year, order);
  }
}
