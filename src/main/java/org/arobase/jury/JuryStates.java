package org.arobase.jury;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.arobase.audit.Audited;
import org.arobase.audit.Subject;
import org.arobase.jury.Assignment.End;
import org.arobase.jury.Assignment.Purpose;
import org.arobase.jury.Juror.Answer;
import org.arobase.jury.Juror.Office;
import org.arobase.jury.Recusal.Ground;
import org.jspecify.annotations.Nullable;

/** What is recorded of the jury: its members, who scores what, and recusals. */
@ApplicationScoped
public class JuryStates implements Audited {
  private static final String JUROR = "juror";
  private static final String ASSIGNMENT = "assignment";
  private static final String RECUSAL = "recusal";

  private record JurorContent(
      String username,
      String name,
      Office office,
      @Nullable String affiliation,
      @Nullable String email,
      @Nullable String language,
      @Nullable String competences,
      @Nullable Integer capacity,
      @Nullable String panel,
      @Nullable Answer answer,
      @Nullable Instant withdrawnAt,
      @Nullable String withdrawalReason,
      int version,
      @Nullable Instant erasedAt,
      @Nullable String formerUser) {}

  /**
   * @param pinned true or null: what was recorded before it could be says nothing of it
   */
  private record AssignmentContent(
      String juror, @Nullable End ended, @Nullable Purpose purpose, @Nullable Boolean pinned) {}

  private record RecusalContent(
      String juror,
      Ground ground,
      String reason,
      String declaredBy,
      Instant declaredAt,
      @Nullable String liftedBy,
      @Nullable Instant liftedAt,
      @Nullable String liftReason,
      @Nullable Boolean active,
      int version) {}

  /** A member as it is now. */
  public static State of(Juror j) {
    return new State(
        Subject.of(JUROR, j.edition.year, j.handle),
        new JurorContent(
            j.username,
            j.name,
            j.office,
            j.affiliation == null ? null : j.affiliation.code,
            j.email,
            j.language,
            j.competences,
            j.capacity,
            j.panel,
            j.answer,
            j.withdrawnAt,
            j.withdrawalReason,
            j.version,
            j.erasedAt,
            j.formerUser));
  }

  /** An assignment as it is now. */
  public static State of(Assignment a) {
    return new State(
        Subject.ofDossier(ASSIGNMENT, a.juror.edition.year, a.dossier.code(), a.juror.handle),
        new AssignmentContent(a.juror.handle, a.ended, a.purpose, a.pinned ? true : null));
  }

  /** A recusal as it is now. */
  static State of(Recusal r) {
    return new State(
        Subject.ofDossier(
            RECUSAL, r.juror.edition.year, r.authority.code, r.juror.handle + "/" + r.id),
        new RecusalContent(
            r.juror.handle,
            r.ground,
            r.reason,
            r.declaredBy,
            r.declaredAt,
            r.liftedBy,
            r.liftedAt,
            r.liftReason,
            r.active,
            r.version));
  }

  @Override
  public List<String> kinds() {
    return List.of(JUROR, ASSIGNMENT, RECUSAL);
  }

  @Override
  public List<State> present(@Nullable Integer year) {
    Stream<State> jurors =
        Juror.<Juror>list(
                "from Juror j left join fetch j.affiliation where ?1 is null or j.edition.year = ?1",
                year)
            .stream()
            .map(JuryStates::of);
    Stream<State> assignments = Assignment.ever(year).stream().map(JuryStates::of);
    Stream<State> recusals =
        Recusal.<Recusal>list(
                "from Recusal r join fetch r.juror j join fetch r.authority"
                    + " where ?1 is null or j.edition.year = ?1",
                year)
            .stream()
            .map(JuryStates::of);
    return Stream.of(jurors, assignments, recusals).flatMap(s -> s).toList();
  }
}
