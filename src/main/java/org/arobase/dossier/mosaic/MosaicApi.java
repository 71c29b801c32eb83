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
          "How a dossier covers the issues (mosaïque des enjeux), by its initiatives that count.")
  record Mosaic(
      @Schema(examples = "2020") int edition,
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @Schema(description = "Code of its stratum.") String stratum,
      @Schema(description = "Dossiers of the stratum that the medians are of.") int compared,
      @Schema(description = "Initiatives that count.") int initiatives,
      @Schema(description = "Issues with an initiative, of those that apply.") int covered,
      @Schema(description = "Issues that apply to the stratum.") int applicable,
      @Schema(description = "Median of it in the stratum; absent with fewer than five dossiers.")
          @Nullable BigDecimal medianCovered,
      List<Tile> issues) {}

  @Schema(name = "MosaicTile", description = "An issue of a mosaic.")
  record Tile(
      @Schema(description = "Code of the issue.", examples = "education") String issue,
      Text name,
      @Schema(description = "Code of its category.") String category,
      @Schema(description = "Whether the stratum is judged on it.") boolean applicable,
      @Schema(description = "Initiatives that count.") int initiatives,
      @Schema(description = "Median of it in the stratum; absent with fewer than five dossiers.")
          @Nullable BigDecimal median) {}

  @Schema(
      name = "MosaicChange",
      description = "What another framework would show otherwise of a dossier.")
  record Change(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      String name,
      @Schema(description = "Codes of issues that would be covered then and are not now.")
          SortedSet<String> gained,
      @Schema(description = "Codes of issues that are covered now and would not be then.")
          SortedSet<String> lost,
      @Schema(description = "Initiatives whose services the other framework does not have.")
          int homeless) {}

  @Schema(
      name = "EditionFrameworkComparison",
      description = "What another framework would show otherwise of an edition’s dossiers.")
  record OfEdition(
      Comparison frameworks,
      @Schema(description = "Dossiers that were looked at.") int dossiers,
      List<Change> changed) {}
}
