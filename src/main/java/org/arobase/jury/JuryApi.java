package org.arobase.jury;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.arobase.jury.Juror.Office;
import org.arobase.platform.http.Tagged;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the jury's API. */
public final class JuryApi {
  private JuryApi() {}

  /** What can be changed of a member. */
  @Schema(name = "JurorChange", description = "What can be changed of a member of the jury.")
  public record Change(
      @Pattern(regexp = "[0-9A-Z]{1,9}")
          @Schema(
              description = "Code of the authority it works for or is elected in; null: none.",
              examples = "78138")
          @Nullable String affiliation) {}

  /** A member of the jury. */
  @Schema(name = "Juror", description = "A member of an edition's jury.")
  public record JurorView(
      @Schema(description = "Its id in addresses.", examples = "juror1") String id,
      @Schema(description = "The name people read.") String name,
      Office office,
      @Schema(description = "Code of the authority it works for or is elected in.")
          @Nullable String affiliation,
      @Schema(description = "When it left the jury.") @Nullable Instant withdrawnAt,
      @Schema(hidden = true) @JsonIgnore int version)
      implements Tagged {
    /** A member as the API shows it. */
    public static JurorView from(Juror j) {
      return new JurorView(
          j.handle,
          j.name,
          j.office,
          j.affiliation == null ? null : j.affiliation.code,
          j.withdrawnAt,
          j.version);
    }

    @Override
    public String tag() {
      return String.valueOf(version);
    }
  }

  @Schema(name = "Assignment", description = "A dossier that a juror is to score.")
  record AssignmentView(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @Schema(description = "Id of the juror.", examples = "juror1") String juror) {
    static AssignmentView from(Assignment a) {
      return new AssignmentView(a.dossier.code(), a.juror.handle);
    }
  }
}
