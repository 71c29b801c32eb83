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
 * What is sealed of an edition. Scores and probabilities are texts: the canonical JSON of RFC 8785
 * has no decimals. Members of the jury are in it by their ids, never by their names.
 *
 * @param format {@link #FORMAT}
 * @param version 1 at finalisation, one more with each correction
 * @param engine version of the engine
 * @param frameworkHash SHA-256 of the framework's canonical JSON
 * @param policyHash SHA-256 of the rating policy's
 * @param marksHash SHA-256 over the marks hashes of all dossiers; null for who may not see all
 * @param supersedes the version before; null of the first
 * @param changes what a correction puts right; none of the first
 */
@Schema(name = "SealedResults", description = "What is sealed of an edition.")
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
  /** What readers know it by; another content gets another one. */
  public static final String FORMAT = "arobase-results/1";

  /** The version after it. */
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
   * The results without everything about the dossiers that the caller may not see.
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
        dossiers.stream().filter(d -> sees.test(d.code())).toList());
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

  /** What was put right of a dossier; the levels are equal where only distinctions change. */
  @Schema(name = "SealedChange")
  public record Change(String dossier, int from, int to, String reason) {}

  /**
   * A meeting of the jury.
   *
   * @param presidedBy id of the member who opened it; null of somebody outside the jury
   * @param members how many the jury had
   * @param needed how many had to attend
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
   * Who attended.
   *
   * @param arrivedAt null of who was there at the opening
   * @param leftAt null of who was there to the end
   */
  @Schema(name = "SealedAttendance")
  public record AttendancePart(
      String juror,
      Attendance.Mode mode,
      @Nullable String holder,
      @Nullable Instant arrivedAt,
      @Nullable Instant leftAt) {}

  /** What was voted on, and how. */
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
   * What a dossier got.
   *
   * @param score with ten digits; null when there was none
   * @param computedLevel 0 to 5; null when the marks gave none
   * @param given the level that was given first, 0 to 5
   * @param level the same as it was put right since
   * @param probability of the level that was given first; null where nothing is known of it
   * @param decided whether somebody decided; else the computed level stood
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

    /** The same as it was put right. */
    DossierResult with(int corrected, List<DistinctionPart> others) {
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
          score,
          computedLevel,
          probability,
          given,
          corrected,
          decided,
          signed,
          reason,
          marksHash,
          others);
    }
  }

  /** What it got beside its level. */
  @Schema(name = "SealedDistinction")
  public record DistinctionPart(
      Distinction.Kind kind, @Nullable String title, @Nullable Integer untilYear, String reason) {}
}
