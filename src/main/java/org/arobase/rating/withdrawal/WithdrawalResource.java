package org.arobase.rating.withdrawal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.arobase.platform.http.BooleanParam;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A juror who leaves, for example one who fell ill. */
@Path("/editions/{year}/jurors/{member}/withdrawal")
@Tag(name = "Jury", description = "Who judges what.")
public class WithdrawalResource {
  private final WithdrawalService withdrawals;

  WithdrawalResource(WithdrawalService withdrawals) {
    this.withdrawals = withdrawals;
  }

  /** Withdraws a juror, or shows what that would do. */
  @POST
  @Idempotent
  @Operation(
      operationId = "withdrawJuror",
      summary = "Take a juror out of the jury, with a reason",
      description =
          "Its assignments end and its sheets count no more; they are kept. With `dryRun=true`"
              + " nothing is written, and the answer shows what it would do to each dossier.")
  @Refuses({
    Problem.EDITION_NOT_FOUND,
    Problem.JUROR_NOT_FOUND,
    Problem.JUROR_WITHDRAWN,
    Problem.JUROR_HOLDS_OFFICE
  })
  public WithdrawalApi.Result withdraw(
      @PathParam("year") int year,
      @PathParam("member") String member,
      @Parameter(description = "ETag of the juror; not needed with `dryRun=true`.")
          @HeaderParam("If-Match")
          String ifMatch,
      @QueryParam("dryRun") @DefaultValue("false") String dryRun,
      @NotNull @Valid WithdrawalApi.New withdrawal) {
    return BooleanParam.of("dryRun", dryRun)
        ? withdrawals.tryOut(year, member, withdrawal.reason())
        : withdrawals.withdraw(year, member, withdrawal.reason(), ifMatch);
  }
}
