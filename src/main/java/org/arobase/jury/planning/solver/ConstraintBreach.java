package org.arobase.jury.planning.solver;

import ai.timefold.solver.core.api.score.stream.ConstraintJustification;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A place where a plan breaks or bends a rule. */
public record ConstraintBreach(
    @Schema(description = "Code of the dossier, if it is about one.", examples = "78138")
        @Nullable String dossier,
    @Schema(description = "Ids of the jurors that it is about.") List<String> jurors,
    @Schema(
            description =
                "By how much: percent, initiatives, dossiers or times, as the rule says of itself.")
        long by)
    implements ConstraintJustification {
  static ConstraintBreach of(@Nullable String dossier, long by, Member... members) {
    return new ConstraintBreach(
        dossier, Arrays.stream(members).map(m -> m.handle).sorted().toList(), by);
  }
}
