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

  @Schema(name = "NewSession", description = "A session of the jury to plan.")
  record New(
      @NotNull @Schema(examples = "2020-01-28T09:00:00Z") Instant heldAt,
      @NotBlank
          @Size(max = 120)
          @Pattern(regexp = Typed.LINE)
          @Schema(examples = "Mairie de Paris, salle 3")
          String place) {}

  @Schema(name = "Attendance", description = "A member who attends, or who has given a mandate.")
  record Attending(
      @NotNull @Schema(description = "Id of the member.", examples = "juror1") String juror,
      @NotNull Attendance.Mode mode,
      @Schema(description = "For a MANDATE: id of the member who holds it.", examples = "juror2")
          @Nullable String holder) {
    static Attending of(Attendance a) {
      return new Attending(a.juror.handle, a.mode, a.holderHandle());
    }
  }

  @Schema(name = "Departure", description = "A member who left before the end.")
  record Gone(
      @Schema(description = "Id of the member.", examples = "juror1") String juror,
      Instant leftAt) {}

  @Schema(
      name = "SessionChange",
      description =
          "Time, place and the complete attendance. In an open session, members who are no longer"
              + " listed leave now, and new ones arrive now.")
  record Change(
      @NotNull Instant heldAt,
      @NotBlank @Size(max = 120) @Pattern(regexp = Typed.LINE) String place,
      @NotNull @Size(max = 1000) List<@NotNull @Valid Attending> attendance) {}

  /**
   * A session.
   *
   * @param members number of members of the jury
   * @param needed number of members who must attend
   * @param attending number of members who attend, as the policy counts
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
      @Schema(description = "How many attend, as policy counts.", examples = "17") int attending,
      boolean quorate,
      @Schema(description = "Members who attend now.") List<Attending> attendance,
      @Schema(description = "Members who left after the opening.") List<Gone> gone,
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

  @Schema(name = "NewMotion", description = "A motion to vote on.")
  record NewMotion(
      @NotNull Motion.Kind kind,
      @Schema(description = "Code of the dossier; required except for OTHER.", examples = "78138")
          @Nullable String dossier,
      @Min(0) @Max(LEVELS) @Schema(description = "For LEVEL.", examples = "4")
          @Nullable Integer level,
      @Schema(description = "For DISTINCTION.") Distinction.@Nullable Kind distinction,
      @Size(max = 120)
          @Pattern(regexp = Typed.LINE)
          @Schema(description = "Title of a special mention.")
          @Nullable String title,
      @NotBlank @Size(max = 4000) String text) {}

  @Schema(name = "NewBallot", description = "A vote, my own or by a mandate that I hold.")
  record NewBallot(
      @NotNull Choice choice,
      @Schema(description = "Id of the member whose mandate I hold; absent: my own vote.")
          @Nullable String juror) {}

  @Schema(name = "MotionClosing", description = "The closing of a vote.")
  record Closing(
      @Schema(
              description =
                  "FOR or AGAINST; required for a tie where the policy has a casting vote.")
          @Nullable Choice castingVote) {}

  @Schema(name = "Tally", description = "Vote counts.")
  public record Tally(@Schema(examples = "9") int inFavour, int against, int abstained) {}

  @Schema(
      name = "Motion",
      description = "A motion of a session. The result is shown once the vote is closed.")
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
      @Schema(description = "How many can vote; once closed, how many could.", examples = "17")
          int entitled,
      @Schema(description = "How many of those not recused attend.") int attending,
      @Schema(description = "How many of them must attend.") int needed,
      @Schema(description = "How many have voted.", examples = "12") int cast,
      @Schema(description = "Once closed.") @Nullable Tally tally,
      @Schema(description = "FOR or AGAINST, if the person presiding settled a tie.")
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

  @Schema(name = "AgendaItem", description = "A dossier that the jury should discuss, and why.")
  record AgendaItem(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @Schema(examples = "Chanteloup-les-Vignes") String name,
      List<AgendaReason> grounds,
      @Nullable Integer computedLevel,
      @Schema(description = "The authority’s level in the last edition that it took part in.")
          @Nullable Integer lastLevel,
      @Schema(description = "The year of that edition.", examples = "2018")
          @Nullable Integer lastYear,
      @Schema(description = "The decided level, if any.") @Nullable Integer decidedLevel) {}
}
