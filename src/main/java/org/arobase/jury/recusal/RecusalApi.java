package org.arobase.jury.recusal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.arobase.jury.Recusal;
import org.arobase.jury.Recusal.Ground;
import org.arobase.platform.http.HasETag;
import org.arobase.platform.http.HasLocation;
import org.arobase.platform.language.Typed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the recusals' API. */
public final class RecusalApi {
  private RecusalApi() {}

  /** A recusal to declare. */
  @Schema(name = "NewRecusal", description = "A tie to declare.")
  public record New(
      @NotBlank
          @Pattern(regexp = "[0-9A-Z]{1,9}")
          @Schema(
              description = "Code of the authority, whether it has a dossier or not.",
              examples = "78138")
          String authority,
      @Nullable @Schema(description = "Id of the member. Absent: the caller.", examples = "juror2")
          String juror,
      @NotBlank @Size(max = 2000) @Pattern(regexp = Typed.PRINTABLE) String reason) {
    /** Brings the reason into the form that is stored: line ends of Unix, no surrounding spaces. */
    public New {
      reason = Typed.stripped(Typed.lines(reason));
    }
  }

  /** A recusal in force. */
  @Schema(
      name = "Recusal",
      description = "A recusal in force: a member of the jury has no part in a dossier.")
  public record View(
      @Schema(description = "Its number.", examples = "1201") long id,
      @Schema(examples = "2020") int edition,
      @Schema(description = "Code of the authority.", examples = "78138") String authority,
      @Schema(description = "Id of the member.", examples = "juror2") String juror,
      Ground ground,
      String reason,
      @Schema(
              description =
                  "User name of the person who declared it; `policy` for a tie that was found.")
          String declaredBy,
      Instant declaredAt,
      @Schema(hidden = true) @JsonIgnore int version)
      implements HasETag, HasLocation {
    static View from(Recusal r) {
      return new View(
          r.id,
          r.juror.edition.year,
          r.authority.code,
          r.juror.handle,
          r.ground,
          r.reason,
          r.declaredBy,
          r.declaredAt,
          r.version);
    }

    @Override
    public String tag() {
      return String.valueOf(version);
    }

    @Override
    public String location() {
      return "editions/" + edition + "/recusals/" + id;
    }
  }

  /** A tie that policy finds. */
  @Schema(name = "FoundTie", description = "A tie that policy finds by a member's affiliation.")
  public record Found(
      @Schema(description = "Code of the authority.", examples = "78138") String authority,
      @Schema(description = "Id of the member.", examples = "juror2") String juror,
      Ground ground) {
    static Found from(Recusal r) {
      return new Found(r.authority.code, r.juror.handle, r.ground);
    }
  }

  /** What detection found. */
  @Schema(name = "Detection", description = "What detection found, and whether it was stored.")
  public record Detection(boolean dryRun, List<Found> found) {}
}
