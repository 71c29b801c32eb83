package org.arobase.palmares.retention;

import java.time.Instant;
import java.util.List;
import org.arobase.jury.Juror;
import org.arobase.scoresheet.mailing.MailErasure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of what is known of a person. */
final class PersonalApi {
  private PersonalApi() {}

  @Schema(name = "PersonalData", description = "All that is kept of a person.")
  record Data(
      @Schema(examples = "juror1") String username,
      @Schema(description = "Its place in the juries that it is or was in, the newest first.")
          List<Membership> memberships) {}

  @Schema(name = "PersonalMembership", description = "What is kept of a member of a jury.")
  record Membership(
      @Schema(examples = "2020") int edition,
      @Schema(description = "Its id there.", examples = "juror1") String id,
      String name,
      Juror.Office office,
      @Nullable String affiliation,
      @Nullable String email,
      @Nullable String language,
      List<String> competences,
      @Nullable Integer capacity,
      @Nullable String panel,
      Juror.@Nullable Answer answer,
      @Nullable Instant withdrawnAt,
      @Nullable String withdrawalReason,
      List<Tie> recusals,
      List<Sheet> sheets,
      @Schema(description = "Statements that it agreed to or not.") int voices,
      @Schema(description = "Sessions that it attended, or gave a mandate for.") int sessions,
      @Schema(description = "Votes that were cast for it.") int ballots,
      @Schema(description = "Events of the record that name its user.") long events,
      List<Mail> mails) {}

  @Schema(name = "PersonalTie", description = "A dossier that it has no part in.")
  record Tie(
      @Schema(description = "Code of the authority.", examples = "78138") String authority,
      String ground,
      String reason,
      Instant declaredAt) {}

  @Schema(name = "PersonalSheet", description = "A score sheet of its own.")
  record Sheet(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      String status,
      int marks,
      List<String> comments,
      String overallComment) {}

  @Schema(name = "PersonalMail", description = "A mail to it.")
  record Mail(String kind, String address, String subject, String body, Instant writtenAt) {
    static Mail of(MailErasure mail) {
      return new Mail(mail.kind(), mail.address(), mail.subject(), mail.body(), mail.writtenAt());
    }
  }
}
