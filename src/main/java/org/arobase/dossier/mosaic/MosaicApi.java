package org.arobase.dossier.mosaic;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedSet;
import org.arobase.framework.Comparison;
import org.arobase.platform.language.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the mosaics' API. */
final class MosaicApi {
  private MosaicApi() {}

  @Schema(
      name = "Mosaic",
      description =
          "How the initiatives of a dossier that count cover the issues (mosaïque des enjeux).")
  record Mosaic(
      @Schema(examples = "2020") int edition,
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @Schema(description = "Code of its stratum.") String stratum,
      @Schema(description = "Number of dossiers of the stratum in the medians.") int compared,
      @Schema(description = "Number of initiatives that count.") int initiatives,
      @Schema(description = "Number of applicable issues with an initiative.") int covered,
      @Schema(description = "Number of issues that apply to the stratum.") int applicable,
      @Schema(
              description =
                  "Median of `covered` in the stratum; absent with fewer than five dossiers.")
          @Nullable BigDecimal medianCovered,
      List<Tile> issues) {}

  @Schema(name = "MosaicTile", description = "An issue of a mosaic.")
  record Tile(
      @Schema(description = "Code of the issue.", examples = "education") String issue,
      Text name,
      @Schema(description = "Code of its category.") String category,
      @Schema(description = "Whether the stratum is judged on it.") boolean applicable,
      @Schema(description = "Number of initiatives on the issue that count.") int initiatives,
      @Schema(
              description =
                  "Median of `initiatives` in the stratum; absent with fewer than five dossiers.")
          @Nullable BigDecimal median) {}

  @Schema(
      name = "MosaicChange",
      description = "How another framework would change the coverage of a dossier.")
  record Change(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      String name,
      @Schema(description = "Codes of issues that only the other framework covers.")
          SortedSet<String> gained,
      @Schema(description = "Codes of issues that only the present framework covers.")
          SortedSet<String> lost,
      @Schema(description = "Number of initiatives without any service in the other framework.")
          int homeless) {}

  @Schema(
      name = "EditionFrameworkComparison",
      description = "How another framework would change the coverage of an edition’s dossiers.")
  record OfEdition(
      Comparison frameworks,
      @Schema(description = "Number of dossiers compared.") int dossiers,
      List<Change> changed) {}
}
