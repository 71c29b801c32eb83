package org.arobase.palmares.retention;

import java.time.Instant;
import java.util.List;
import org.arobase.jury.Juror;
import org.arobase.scoresheet.mailing.MailErasure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the personal data API. */
final class PersonalApi {
  private PersonalApi() {}

  @Schema(name = "PersonalData", description = "All data kept about a person.")
  record Data(
      @Schema(examples = "juror1") String username,
      @Schema(description = "Their present and past memberships in juries, newest first.")
          List<Membership> memberships) {}

  @Schema(name = "PersonalMembership", description = "The data kept about a member of a jury.")
  record Membership(
      @Schema(examples = "2020") int edition,
      @Schema(description = "Their id in this jury.", examples = "juror1") String id,
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
      @Schema(description = "Codes of the dossiers that they were made chair of.")
          List<String> chaired,
      List<Sheet> sheets,
      @Schema(description = "The texts of their private notes.") List<String> notes,
      @Schema(description = "How many voices they gave on statements.") int voices,
      @Schema(description = "How many sessions they attended, or gave a mandate for.") int sessions,
      @Schema(description = "How many ballots were cast in their name.") int ballots,
      @Schema(description = "How many audit events name their user.") long events,
      List<Mail> mails) {}

  @Schema(name = "PersonalTie", description = "A recusal.")
  record Tie(
      @Schema(description = "Code of the authority.", examples = "78138") String authority,
      String ground,
      String reason,
      Instant declaredAt) {}

  @Schema(name = "PersonalSheet", description = "One of their score sheets.")
  record Sheet(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      String status,
      int marks,
      List<String> comments,
      String overallComment) {}

  @Schema(name = "PersonalMail", description = "A mail to them.")
  record Mail(String kind, String address, String subject, String body, Instant writtenAt) {
    static Mail of(MailErasure mail) {
      return new Mail(mail.kind(), mail.address(), mail.subject(), mail.body(), mail.writtenAt());
    }
  }
}
