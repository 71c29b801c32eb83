package org.arobase.scoresheet.mailing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.arobase.scoresheet.mailing.JuryMail.Kind;
import org.arobase.scoresheet.mailing.JuryMail.State;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the mailings API. */
final class MailingApi {
  private MailingApi() {}

  @Schema(name = "MailingOrder", description = "An order for mails to the jury.")
  record Order(
      @NotNull
          @Schema(
              description =
                  "INVITATION: to members who have not answered yet. REMINDER: to jurors with"
                      + " sheets left to submit.")
          Kind kind,
      @Schema(description = "For a REMINDER: write only to late jurors. Absent: to all.")
          @Nullable Boolean onlyLate,
      @Size(max = 1000) @Schema(description = "Only these members, by id. Absent: all of them.")
          @Nullable Set<@NotBlank String> jurors,
      @Schema(
              description =
                  "Also mails that have been SENDING for an hour or more; they may arrive twice."
                      + " Absent: no.")
          @Nullable Boolean again) {
    boolean isStuckToo() {
      return Boolean.TRUE.equals(again);
    }

    boolean isFor(String juror) {
      return jurors == null || jurors.contains(juror);
    }

    boolean isForLateOnes() {
      return Boolean.TRUE.equals(onlyLate);
    }
  }

  /** What happens to the mail to a member. */
  enum Outcome {
    /** The job sends it. */
    QUEUED,
    /** Already written to this address: an invitation is written once, a reminder once a day. */
    WRITTEN_BEFORE,
    WITHOUT_ADDRESS
  }

  @Schema(name = "MailingLine", description = "A member, and what happens to the mail to them.")
  record Line(
      @Schema(description = "Id of the member.", examples = "juror1") String juror,
      Outcome outcome) {}

  @Schema(name = "MailingResult", description = "The mails ordered, or that an order would give.")
  record Result(
      @Schema(description = "True: nothing was written, nothing is sent.") boolean dryRun,
      List<Line> lines,
      @Schema(description = "Id of the job that sends them; absent when there is nothing to send.")
          @Nullable String job) {}

  @Schema(name = "Mailing", description = "A mail to a member of the jury.")
  record View(
      @Schema(description = "Id of the member.", examples = "juror1") String juror,
      Kind kind,
      @Schema(description = "INVITATION, or the day of a reminder.", examples = "2020-01-15")
          String occasion,
      @Schema(
              description =
                  "SENDING for long: the server died, and may or may not have sent the mail."
                      + " FAILED: the mail was not sent; order it again.")
          State state,
      Instant writtenAt,
      @Nullable Instant sentAt) {
    static View from(JuryMail.Addressed addressed) {
      JuryMail m = addressed.mail();
      return new View(addressed.juror(), m.kind, m.occasion, m.state, m.writtenAt, m.sentAt);
    }
  }
}
