package org.arobase.deliberation.seal;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.arobase.authority.LocalAuthority;
import org.arobase.deliberation.distinction.Distinction;
import org.arobase.deliberation.session.Attendance;
import org.arobase.deliberation.session.Ballot;
import org.arobase.deliberation.session.Motion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The sealed content of an edition. Scores and probabilities are strings, because the canonical
 * JSON of RFC 8785 has no decimals. Jurors appear by id, never by name.
 *
 * @param format {@link #FORMAT}
 * @param version 1 at finalisation, one more with each correction
 * @param engine version of the engine
 * @param frameworkHash SHA-256 of the framework's canonical JSON
 * @param policyHash SHA-256 of the rating policy's canonical JSON
 * @param marksHash SHA-256 over the marks hashes of all dossiers; null for callers who may not see
 *     all of them
 * @param supersedes the version before; null for the first
 * @param changes the corrections in this version; none in the first
 */
@Schema(name = "SealedResults", description = "The sealed content of an edition.")
public record SealedResults(
    String format,
    EditionPart edition,
    int version,
    String engine,
    String frameworkHash,
    String policyHash,
    @Nullable String marksHash,
    Instant sealedAt,
    @Nullable Superseded supersedes,
    String reason,
    List<Change> changes,
    List<SessionPart> sessions,
    List<DossierResult> dossiers) {
  /** The name that readers recognise the format by; a different structure gets a different name. */
  public static final String FORMAT = "arobase-results/1";

  /** The next version, with the corrected dossiers. */
  SealedResults next(
      Seal next, Superseded before, List<Change> corrected, List<DossierResult> others) {
    return new SealedResults(
        format,
        edition,
        next.version,
        engine,
        frameworkHash,
        policyHash,
        marksHash,
        next.sealedAt,
        before,
        next.reason,
        corrected,
        sessions,
        others);
  }

  /**
   * The results without everything about the dossiers that the caller may not see, and then without
   * the figures that depend on their marks.
   *
   * @param sees whether the caller may see a dossier, by its code
   */
  public SealedResults seenBy(Predicate<String> sees) {
    if (dossiers.stream().allMatch(d -> sees.test(d.code()))) {
      return this;
    }
    return new SealedResults(
        format,
        edition,
        version,
        engine,
        frameworkHash,
        policyHash,
        null,
        sealedAt,
        supersedes,
        reason,
        changes.stream().filter(c -> sees.test(c.dossier())).toList(),
        sessions.stream().map(s -> s.seenBy(sees)).toList(),
        dossiers.stream().filter(d -> sees.test(d.code())).map(DossierResult::withoutFit).toList());
  }

  /** The edition. */
  @Schema(name = "SealedEdition")
  public record EditionPart(int year, int number, String name) {}

  /**
   * The version before.
   *
   * @param contentHash SHA-256 of its canonical JSON
   */
  @Schema(name = "SealedVersion")
  public record Superseded(int version, String contentHash) {}

  /** The correction of a dossier; both levels are equal when only distinctions change. */
  @Schema(name = "SealedChange")
  public record Change(String dossier, int from, int to, String reason) {}

  /**
   * A session of the jury.
   *
   * @param presidedBy id of the member who opened it; null for somebody outside the jury
   * @param members number of members of the jury
   * @param needed number of members who had to attend
   */
  @Schema(name = "SealedSession")
  public record SessionPart(
      int number,
      Instant heldAt,
      String place,
      @Nullable Instant openedAt,
      @Nullable Instant closedAt,
      @Nullable String presidedBy,
      int members,
      int needed,
      List<AttendancePart> attendance,
      List<MotionPart> motions) {
    private SessionPart seenBy(Predicate<String> sees) {
      List<MotionPart> known =
          motions.stream().filter(m -> m.dossier() == null || sees.test(m.dossier())).toList();
      return new SessionPart(
          number,
          heldAt,
          place,
          openedAt,
          closedAt,
          presidedBy,
          members,
          needed,
          attendance,
          known);
    }
  }

  /**
   * One member's attendance, for one stay.
   *
   * @param holder id of the member who held the mandate; null without a mandate
   * @param arrivedAt null when they were there at the opening
   * @param leftAt null when they stayed to the end
   */
  @Schema(name = "SealedAttendance")
  public record AttendancePart(
      String juror,
      Attendance.Mode mode,
      @Nullable String holder,
      @Nullable Instant arrivedAt,
      @Nullable Instant leftAt) {}

  /** A motion and the result of its vote. */
  @Schema(name = "SealedMotion")
  public record MotionPart(
      int number,
      Motion.Kind kind,
      @Nullable String dossier,
      @Nullable Integer level,
      Distinction.@Nullable Kind distinction,
      @Nullable String title,
      String text,
      Motion.State state,
      int inFavour,
      int against,
      int abstained,
      Ballot.@Nullable Choice castingVote,
      List<String> left,
      @Nullable Integer entitled,
      @Nullable Integer attending,
      @Nullable Integer needed) {}

  /**
   * The result of a dossier.
   *
   * @param score with ten decimals; null when there was none
   * @param computedLevel 0 to 5; null when the marks gave none
   * @param given the level at finalisation, 0 to 5
   * @param level the level after corrections, 0 to 5
   * @param probability probability of the level at finalisation; null when unknown
   * @param decided whether somebody decided; otherwise the computed level stood
   */
  @Schema(name = "SealedDossier")
  public record DossierResult(
      String code,
      String name,
      LocalAuthority.Kind kind,
      String department,
      String region,
      String regionName,
      int population,
      String stratum,
      boolean synthetic,
      @Nullable String score,
      @Nullable Integer computedLevel,
      @Nullable String probability,
      int given,
      int level,
      boolean decided,
      boolean signed,
      String reason,
      String marksHash,
      List<DistinctionPart> distinctions) {

    /**
     * This result without the figures that were fitted together with the other dossiers: from them,
     * the marks of a dossier that is left out could be computed.
     */
    DossierResult withoutFit() {
      return with(null, null, level, distinctions);
    }

    /** This result with a corrected level and corrected distinctions. */
    DossierResult with(int corrected, List<DistinctionPart> others) {
      return with(score, probability, corrected, others);
    }

    private DossierResult with(
        @Nullable String newScore,
        @Nullable String newProbability,
        int newLevel,
        List<DistinctionPart> newDistinctions) {
      return new DossierResult(
          code,
          name,
          kind,
          department,
          region,
          regionName,
          population,
          stratum,
          synthetic,
          newScore,
          computedLevel,
          newProbability,
          given,
          newLevel,
          decided,
          signed,
          reason,
          marksHash,
          newDistinctions);
    }
  }

  /** A distinction of a dossier. */
  @Schema(name = "SealedDistinction")
  public record DistinctionPart(
      Distinction.Kind kind, @Nullable String title, @Nullable Integer untilYear, String reason) {}
}
