package org.arobase.jury;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The records of the jury's API. */
final class JuryApi {
  private JuryApi() {}

  @Schema(name = "Juror", description = "A member of an edition's jury.")
  record JurorView(
      @Schema(description = "Its id in addresses.", examples = "juror1") String id,
      @Schema(description = "The name people read.") String name) {
    static JurorView from(Juror j) {
      return new JurorView(j.handle, j.name);
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
