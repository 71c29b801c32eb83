package org.arobase.rating.withdrawal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The withdrawal of a juror, for example because of illness. */
@Path("/editions/{year}/jurors/{member}/withdrawal")
@Tag(name = "Jury", description = "Who judges what.")
public class WithdrawalResource {
  private final WithdrawalService withdrawals;

  WithdrawalResource(WithdrawalService withdrawals) {
    this.withdrawals = withdrawals;
  }

  /** Withdraws a juror, or shows the effects of a withdrawal. */
  @POST
  @Idempotent
  @Operation(
      operationId = "withdrawJuror",
      summary = "Withdraw a juror from the jury, with a reason",
      description =
          "The juror's assignments end. Their sheets are kept but no longer count. With"
              + " `dryRun=true` nothing is written, and the answer shows the effect on each"
              + " dossier.")
  @Refuses({"edition-not-found", "juror-not-found", "juror-withdrawn", "juror-holds-office"})
  public WithdrawalApi.Result withdraw(
      @PathParam("year") int year,
      @PathParam("member") String member,
      @Parameter(description = "ETag of the juror; not needed with `dryRun=true`.")
          @HeaderParam("If-Match")
          String ifMatch,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @NotNull @Valid WithdrawalApi.New withdrawal) {
    return dryRun
        ? withdrawals.tryOut(year, member, withdrawal.reason())
        : withdrawals.withdraw(year, member, withdrawal.reason(), ifMatch);
  }
}
