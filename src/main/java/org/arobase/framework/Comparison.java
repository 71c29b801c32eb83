package org.arobase.framework;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.arobase.framework.FrameworkDocument.Criterion;
import org.arobase.framework.FrameworkDocument.PolicyIssue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The differences between two versions of the référentiel. Elements are matched by code. */
@Schema(
    name = "FrameworkComparison",
    description = "The differences between two versions of a framework.")
public record Comparison(
    @Schema(description = "Id of the first version.", examples = "sample-framework-2020")
        String from,
    @Schema(description = "Id of the second version.") String to,
    @Schema(description = "Codes of issues that only the second has.")
        SortedSet<String> addedIssues,
    @Schema(description = "Codes of issues that only the first has.")
        SortedSet<String> removedIssues,
    SortedSet<String> addedServices,
    SortedSet<String> removedServices,
    @Schema(description = "Services that moved to another issue.") List<Move> movedServices,
    @Schema(description = "Codes of services and issues with another name.")
        SortedSet<String> renamed,
    @Schema(description = "Codes of criteria that differ, or that only one version has.")
        SortedSet<String> changedCriteria,
    @Schema(description = "Share of all services that are added, removed or moved, 0 to 1.")
        BigDecimal changedShare,
    @Schema(
            description =
                "True: more than a fifth has changed, so that years can hardly be compared.")
        boolean warning) {
  private static final BigDecimal MOST = new BigDecimal("0.2");
  private static final int DIGITS = 4;

  /** A service that went from one issue to another. */
  @Schema(name = "MovedService", description = "A service that went from one issue to another.")
  public record Move(String service, String fromIssue, String toIssue) {}

  /** Compares two versions. */
  public static Comparison of(FrameworkDocument from, FrameworkDocument to) {
    Map<String, String> before = from.issueOfService();
    Map<String, String> after = to.issueOfService();
    List<Move> moved = new ArrayList<>();
    before.forEach(
        (service, issue) -> {
          if (after.containsKey(service) && !after.get(service).equals(issue)) {
            moved.add(new Move(service, issue, after.get(service)));
          }
        });
    SortedSet<String> added = without(after.keySet(), before.keySet());
    SortedSet<String> removed = without(before.keySet(), after.keySet());
    BigDecimal share = share(added.size() + removed.size() + moved.size(), before, after);
    return new Comparison(
        from.id(),
        to.id(),
        without(to.issueCodes(), from.issueCodes()),
        without(from.issueCodes(), to.issueCodes()),
        added,
        removed,
        moved,
        renamedOf(from, to),
        changed(criteria(from), criteria(to)),
        share,
        share.compareTo(MOST) > 0);
  }

  private static BigDecimal share(int changed, Map<String, String> a, Map<String, String> b) {
    Set<String> all = new HashSet<>(a.keySet());
    all.addAll(b.keySet());
    return BigDecimal.valueOf(changed)
        .divide(BigDecimal.valueOf(Math.max(1, all.size())), DIGITS, RoundingMode.HALF_UP)
        .stripTrailingZeros();
  }

  private static SortedSet<String> without(Set<String> all, Set<String> others) {
    SortedSet<String> left = new TreeSet<>(all);
    left.removeAll(others);
    return left;
  }

  /** Compares issues and services separately, because they may have the same code. */
  private static SortedSet<String> renamedOf(FrameworkDocument from, FrameworkDocument to) {
    SortedSet<String> renamed = renamed(issueNames(from), issueNames(to));
    renamed.addAll(renamed(serviceNames(from), serviceNames(to)));
    return renamed;
  }

  private static Map<String, Object> issueNames(FrameworkDocument document) {
    Map<String, Object> names = new HashMap<>();
    document.issues().forEach(issue -> names.put(issue.code(), issue.name()));
    return names;
  }

  private static Map<String, Object> serviceNames(FrameworkDocument document) {
    Map<String, Object> names = new HashMap<>();
    for (PolicyIssue issue : document.issues()) {
      issue.services().forEach(service -> names.put(service.code(), service.name()));
    }
    return names;
  }

  private static Map<String, Object> criteria(FrameworkDocument document) {
    Map<String, Object> criteria = new HashMap<>();
    for (Criterion criterion : document.criteria()) {
      criteria.put(criterion.code(), criterion);
    }
    return criteria;
  }

  /** The codes that both have, with different values. */
  private static SortedSet<String> renamed(Map<String, Object> a, Map<String, Object> b) {
    SortedSet<String> renamed = new TreeSet<>();
    a.forEach(
        (code, what) -> {
          if (b.containsKey(code) && !b.get(code).equals(what)) {
            renamed.add(code);
          }
        });
    return renamed;
  }

  private static SortedSet<String> changed(Map<String, Object> a, Map<String, Object> b) {
    SortedSet<String> changed = renamed(a, b);
    changed.addAll(without(a.keySet(), b.keySet()));
    changed.addAll(without(b.keySet(), a.keySet()));
    return changed;
  }
}
