package org.arobase.jury.planning.solver;

import ai.timefold.solver.core.api.score.stream.ConstraintJustification;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A place where a plan violates a rule. */
public record ConstraintBreach(
    @Schema(description = "Code of the dossier, if the rule is about one.", examples = "78138")
        @Nullable String dossier,
    @Schema(description = "Ids of the jurors concerned.") List<String> jurors,
    @Schema(
            description =
                "By how much, in the unit of the rule: percent, initiatives, dossiers or times.")
        long by)
    implements ConstraintJustification {
  static ConstraintBreach of(@Nullable String dossier, long by, Member... members) {
    return new ConstraintBreach(
        dossier, Arrays.stream(members).map(m -> m.handle).sorted().toList(), by);
  }
}
