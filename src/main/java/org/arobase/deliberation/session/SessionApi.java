package org.arobase.deliberation.session;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.arobase.deliberation.distinction.Distinction;
import org.arobase.deliberation.session.Ballot.Choice;
import org.arobase.platform.http.HasETag;
import org.arobase.platform.http.HasLocation;
import org.arobase.platform.language.Typed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the sessions' API. */
public final class SessionApi {
  private static final int LEVELS = 5;

  private SessionApi() {}

  @Schema(name = "NewSession", description = "A meeting of the jury to plan.")
  record New(
      @NotNull @Schema(examples = "2020-01-28T09:00:00Z") Instant heldAt,
      @NotBlank
          @Size(max = 120)
          @Pattern(regexp = Typed.PRINTABLE)
          @Schema(examples = "Mairie de Paris, salle 3")
          String place) {}

  @Schema(name = "Attendance", description = "That a member attends, or has given a mandate.")
  record Attending(
      @NotNull @Schema(description = "Id of the member.", examples = "juror1") String juror,
      @NotNull Attendance.Mode mode,
      @Schema(description = "Of a MANDATE: id of the member who holds it.", examples = "juror2")
          @Nullable String holder) {
    static Attending of(Attendance a) {
      return new Attending(a.juror.handle, a.mode, a.holderHandle());
    }
  }

  @Schema(name = "Departure", description = "That a member has gone before the end.")
  record Gone(
      @Schema(description = "Id of the member.", examples = "juror1") String juror,
      Instant leftAt) {}

  @Schema(
      name = "SessionChange",
      description =
          "When, where, and who attends: all of it. Once it is open, who is not named any more has gone"
              + " at this moment, and who is new has come.")
  record Change(
      @NotNull Instant heldAt,
      @NotBlank @Size(max = 120) @Pattern(regexp = Typed.PRINTABLE) String place,
      @NotNull @Size(max = 1000) List<@NotNull @Valid Attending> attendance) {}

  /**
   * A session.
   *
   * @param members how many the jury has
   * @param needed how many must attend
   * @param attending how many do, as policy counts
   */
  @Schema(name = "DeliberationSession", description = "A meeting of the jury in camera.")
  record View(
      @Schema(examples = "2020") int edition,
      @Schema(examples = "1") int number,
      Instant heldAt,
      String place,
      DeliberationSession.State state,
      @Nullable Instant openedAt,
      @Nullable Instant closedAt,
      @Schema(description = "How many members the jury has.", examples = "20") int members,
      @Schema(description = "How many must attend.", examples = "10") int needed,
      @Schema(description = "How many do, as policy counts.", examples = "17") int attending,
      boolean quorate,
      @Schema(description = "Who attends now.") List<Attending> attendance,
      @Schema(description = "Who has gone since the opening.") List<Gone> gone,
      @Schema(hidden = true) @JsonIgnore int version)
      implements HasETag, HasLocation {
    @Override
    public String tag() {
      return String.valueOf(version);
    }

    @Override
    public String location() {
      return "editions/" + edition + "/deliberations/" + number;
    }
  }

  @Schema(name = "NewMotion", description = "What to vote on.")
  record NewMotion(
      @NotNull Motion.Kind kind,
      @Schema(description = "Code of the dossier; needed but for OTHER.", examples = "78138")
          @Nullable String dossier,
      @Min(0) @Max(LEVELS) @Schema(description = "Of LEVEL.", examples = "4")
          @Nullable Integer level,
      @Schema(description = "Of DISTINCTION.") Distinction.@Nullable Kind distinction,
      @Size(max = 120)
          @Pattern(regexp = Typed.PRINTABLE)
          @Schema(description = "Of a special mention.")
          @Nullable String title,
      @NotBlank @Size(max = 4000) String text) {}

  @Schema(name = "NewBallot", description = "A vote, my own or by a mandate that I hold.")
  record NewBallot(
      @NotNull Choice choice,
      @Schema(description = "Id of the member whose mandate I hold; absent: my own vote.")
          @Nullable String juror) {}

  @Schema(name = "MotionClosing", description = "The end of a vote.")
  record Closing(
      @Schema(
              description =
                  "FOR or AGAINST: needed for a tie, where policy gives who presides the casting"
                      + " vote.")
          @Nullable Choice castingVote) {}

  @Schema(name = "Tally", description = "How many voted what.")
  public record Tally(@Schema(examples = "9") int inFavour, int against, int abstained) {}

  @Schema(
      name = "Motion",
      description = "What a session votes on. What it gave is told once the vote is closed.")
  record MotionView(
      @Schema(examples = "2020") int edition,
      @Schema(description = "Number of the session.", examples = "1") int session,
      @Schema(examples = "3") int number,
      Motion.Kind kind,
      @Schema(description = "Code of the dossier.", examples = "78138") @Nullable String dossier,
      @Schema(examples = "Chanteloup-les-Vignes") @Nullable String name,
      @Nullable Integer level,
      Distinction.@Nullable Kind distinction,
      @Nullable String title,
      String text,
      Motion.State state,
      @Schema(description = "Ids of the members who are recused and have left.") List<String> left,
      @Schema(description = "How many can vote; once closed, could then.", examples = "17")
          int entitled,
      @Schema(description = "How many of who has not left attend, as policy counts.") int attending,
      @Schema(description = "How many of them must.") int needed,
      @Schema(description = "How many have.", examples = "12") int cast,
      @Schema(description = "Once closed.") @Nullable Tally tally,
      @Schema(description = "FOR or AGAINST, if who presides had to settle a tie.")
          @Nullable Choice castingVote,
      @Schema(hidden = true) @JsonIgnore int version)
      implements HasETag, HasLocation {
    @Override
    public String tag() {
      return String.valueOf(version);
    }

    @Override
    public String location() {
      return "editions/" + edition + "/deliberations/" + session + "/motions/" + number;
    }
  }

  /** Why a dossier is on the agenda. */
  enum Ground {
    /** A threshold lies in the interval of its score. */
    BORDERLINE,
    /** Its jurors are further apart than policy accepts. */
    DIVERGENT,
    /** Its computed level is less likely than policy wants. */
    DOUBTFUL,
    /** Gates alone keep it from the next level, all of them by little. */
    GATE_MISSED,
    /** Its level is not that of the last edition it took part in. */
    LEVEL_CHANGED,
    /** It has no level: too few sheets. */
    NO_LEVEL
  }

  @Schema(name = "AgendaItem", description = "A dossier that the jury should talk about, and why.")
  record AgendaItem(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @Schema(examples = "Chanteloup-les-Vignes") String name,
      List<Ground> grounds,
      @Nullable Integer computedLevel,
      @Schema(description = "The level of the last edition that it took part in.")
          @Nullable Integer lastLevel,
      @Schema(description = "The year of that edition.", examples = "2018")
          @Nullable Integer lastYear,
      @Schema(description = "What was decided, if anything was.") @Nullable Integer decidedLevel) {}
}
