package org.arobase.jury.chair;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.arobase.platform.http.HasETag;
import org.arobase.platform.language.Typed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The records of the chairs' API. */
public final class DossierChairApi {
  private DossierChairApi() {}

  /** A chair to appoint. */
  @Schema(name = "NewChair", description = "Who is to lead on a dossier, and why.")
  public record New(
      @NotBlank
          @Size(max = 64)
          @Schema(description = "Id of the member of the jury.", examples = "juror2")
          String juror,
      @NotBlank @Size(max = 2000) @Pattern(regexp = Typed.PRINTABLE) String reason) {
    /** Brings the reason into the form that is stored: line ends of Unix, no surrounding spaces. */
    public New {
      reason = Typed.stripped(Typed.lines(reason));
    }
  }

  /** The chair of a dossier. */
  @Schema(name = "Chair", description = "Who leads on a dossier without president.")
  public record View(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @Schema(description = "Id of the member of the jury.", examples = "juror2") String juror,
      String reason,
      @Schema(description = "User name.") String appointedBy,
      Instant appointedAt,
      @Schema(hidden = true) @JsonIgnore int version)
      implements HasETag {
    static View from(DossierChair c) {
      return new View(
          c.dossier.code(), c.juror.handle, c.reason, c.appointedBy, c.appointedAt, c.version);
    }

    @Override
    public String tag() {
      return String.valueOf(version);
    }
  }
}
