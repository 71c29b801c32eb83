package org.arobase.framework;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.arobase.platform.language.Text;
import org.arobase.platform.problem.Violation;
import org.arobase.scoring.Scale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A version of the référentiel: what is judged, and on which criteria. Weights and thresholds are
 * not here; they belong to an edition's rating policy.
 *
 * @param id its id in the API, for example {@code sample-framework-2020}
 * @param notice where the content comes from, and which parts are a sample
 */
@Schema(name = "FrameworkDocument", description = "A version of the référentiel.")
public record FrameworkDocument(
    @NotBlank @Pattern(regexp = CODE) @Schema(examples = "sample-framework-2020") String id,
    @NotNull @Valid Text title,
    @NotNull @Valid Text notice,
    @NotEmpty List<@NotNull @Valid Category> categories,
    @NotEmpty List<@NotNull @Valid Criterion> criteria) {

  /** The number of decimals that a stored mark keeps. */
  private static final int MARK_DECIMALS = 3;

  private static final BigDecimal LARGEST_MARK = BigDecimal.valueOf(99_999);

  static final String CODE = "[a-z0-9][a-z0-9-]{0,39}";

  /** A category: a group of issues. */
  @Schema(name = "Category", description = "A group of issues.")
  public record Category(
      @NotBlank @Pattern(regexp = CODE) String code,
      @NotNull @Valid Text name,
      @NotEmpty List<@NotNull @Valid PolicyIssue> issues) {}

  /**
   * An issue (enjeu).
   *
   * @param note a remark, for example that its place in a category is inferred
   */
  @Schema(name = "PolicyIssue", description = "An issue (enjeu) of local development.")
  public record PolicyIssue(
      @NotBlank @Pattern(regexp = CODE) String code,
      @NotNull @Valid Text name,
      @Nullable @Valid Text note,
      @NotEmpty List<@NotNull @Valid DigitalService> services) {}

  /** A digital service that initiatives belong to. */
  @Schema(name = "DigitalService", description = "A digital service of an issue.")
  public record DigitalService(
      @NotBlank @Pattern(regexp = CODE) String code, @NotNull @Valid Text name) {}

  /** A criterion that each initiative is marked on. */
  @Schema(name = "Criterion", description = "A criterion that each initiative is marked on.")
  public record Criterion(
      @NotBlank @Pattern(regexp = CODE) String code,
      @NotNull @Valid Text name,
      @NotNull @Valid Text question,
      @NotNull Scale scale,
      @NotEmpty List<@NotNull @Valid Level> levels) {}

  /** What a mark of the scale means. */
  @Schema(name = "LevelDescriptor", description = "What a mark means.")
  public record Level(@NotNull BigDecimal value, @NotNull @Valid Text description) {}

  /** Every issue in the document's order. */
  public List<PolicyIssue> issues() {
    return categories.stream().flatMap(category -> category.issues().stream()).toList();
  }

  /** The codes of all issues. */
  public Set<String> issueCodes() {
    return issues().stream().map(PolicyIssue::code).collect(Collectors.toSet());
  }

  /** The code of the issue of each service, by service code. */
  public Map<String, String> issueOfService() {
    Map<String, String> issues = new LinkedHashMap<>();
    issues().forEach(i -> i.services().forEach(s -> issues.put(s.code(), i.code())));
    return issues;
  }

  /**
   * What is wrong with the document: codes used twice, scales too fine, descriptors off the scale.
   */
  public List<Violation.Draft> violations() {
    List<Violation.Draft> found = new ArrayList<>();
    Set<String> services = new HashSet<>();
    Set<String> issues = new HashSet<>();
    for (int c = 0; c < categories.size(); c++) {
      List<PolicyIssue> own = categories.get(c).issues();
      for (int i = 0; i < own.size(); i++) {
        String place = "/categories/" + c + "/issues/" + i;
        once(issues, own.get(i).code(), place, found);
        for (int s = 0; s < own.get(i).services().size(); s++) {
          once(services, own.get(i).services().get(s).code(), place + "/services/" + s, found);
        }
      }
    }
    Set<String> codes = new HashSet<>();
    for (int c = 0; c < criteria.size(); c++) {
      once(codes, criteria.get(c).code(), "/criteria/" + c, found);
      checkLevels(criteria.get(c), "/criteria/" + c, found);
    }
    return found;
  }

  private static void once(
      Set<String> seen, String code, String place, List<Violation.Draft> found) {
    if (!seen.add(code)) {
      found.add(Violation.Draft.at(place + "/code", FrameworkRule.DUPLICATE_CODE, code));
    }
  }

  private static void checkLevels(Criterion criterion, String place, List<Violation.Draft> found) {
    Scale scale = criterion.scale();
    for (BigDecimal number : List.of(scale.minimum(), scale.maximum(), scale.step())) {
      boolean fine = number.stripTrailingZeros().scale() > MARK_DECIMALS;
      if (fine || number.abs().compareTo(LARGEST_MARK) > 0) {
        found.add(
            Violation.Draft.at(
                place + "/scale", FrameworkRule.SCALE_TOO_FINE, MARK_DECIMALS, LARGEST_MARK));
      }
    }
    for (int l = 0; l < criterion.levels().size(); l++) {
      BigDecimal value = criterion.levels().get(l).value();
      if (!scale.contains(value) || !scale.onStep(value)) {
        found.add(
            Violation.Draft.at(
                place + "/levels/" + l + "/value",
                FrameworkRule.OFF_SCALE,
                value,
                scale.minimum(),
                scale.maximum()));
      }
    }
  }

  /** The codes of all criteria. */
  public Set<String> criterionCodes() {
    return criteria.stream().map(Criterion::code).collect(Collectors.toSet());
  }
}
