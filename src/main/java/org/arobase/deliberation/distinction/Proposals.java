package org.arobase.deliberation.distinction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.arobase.authority.LabelRecord;
import org.arobase.authority.PastMention;
import org.arobase.deliberation.distinction.Distinction.Kind;
import org.arobase.deliberation.distinction.DistinctionApi.Proposal;
import org.arobase.edition.Edition;
import org.arobase.edition.policy.DistinctionPolicy;
import org.arobase.rating.DossierRating;
import org.jspecify.annotations.Nullable;

/** The distinctions that the policy proposes for dossiers; none is given automatically. */
final class Proposals {
  private static final int HIGHEST = 5;
  private static final int DIGITS = 4;

  private final Edition edition;
  private final DistinctionPolicy policy;
  private final Map<String, List<LabelRecord>> history;
  private final Map<String, Integer> excellentUntil;

  /** Reads the proposals for dossiers with these codes in three queries, however many they are. */
  Proposals(Edition edition, Collection<String> codes) {
    this.edition = edition;
    this.policy = edition.policy().distinctionRules();
    this.history =
        LabelRecord.before(edition.year, codes).stream()
            .collect(Collectors.groupingBy(l -> l.authorityCode));
    this.excellentUntil = new HashMap<>();
    PastMention.before(edition.year, codes)
        .forEach(m -> excellentUntil.merge(m.authorityCode, m.excellentUntil(), Math::max));
    Distinction.getEntityManager()
        .createQuery(
            "select a.code, max(x.untilYear) from Distinction x join x.dossier d"
                + " join d.authority a where x.kind = 'EXCELLENCE' and x.toVersion is null"
                + " and d.edition.year < :year and a.code in (:codes) group by a.code",
            LastYear.class)
        .setParameter("year", edition.year)
        .setParameter("codes", codes.isEmpty() ? List.of("") : codes)
        .getResultStream()
        .forEach(r -> excellentUntil.merge(r.authority, r.excellentUntil, Math::max));
  }

  private record LastYear(String authority, int excellentUntil) {}

  /**
   * The distinctions proposed for a dossier.
   *
   * @param level its present level, 0 to 5; null when it has none yet
   */
  List<Proposal> of(DossierRating rating, @Nullable Integer level) {
    List<Proposal> proposals = new ArrayList<>();
    List<Integer> fives = fives(rating.dossier().code(), level);
    int until = excellentUntil.getOrDefault(rating.dossier().code(), 0);
    if (fives.size() >= policy.excellenceAfter() && until < edition.year) {
      proposals.add(new Proposal(Kind.EXCELLENCE, fives, null));
    }
    BigDecimal green = greenScore(rating);
    if (green != null) {
      proposals.add(new Proposal(Kind.GREEN_AT, List.of(), green));
    }
    return proposals;
  }

  /** The years with 5 @ that count: all, or only those leading up to this one without a gap. */
  private List<Integer> fives(String code, @Nullable Integer level) {
    if (level == null || level != HIGHEST) {
      return List.of();
    }
    SortedMap<Integer, LabelRecord> byEdition = new TreeMap<>();
    history.getOrDefault(code, List.of()).forEach(l -> byEdition.put(l.edition, l));
    List<Integer> years = new ArrayList<>(List.of(edition.year));
    if (policy.consecutive()) {
      int number = edition.number - 1;
      while (byEdition.containsKey(number) && byEdition.get(number).level == HIGHEST) {
        years.add(byEdition.get(number--).year);
      }
    } else {
      byEdition.values().stream().filter(l -> l.level == HIGHEST).forEach(l -> years.add(l.year));
    }
    return years.stream().sorted().toList();
  }

  private @Nullable BigDecimal greenScore(DossierRating rating) {
    BigDecimal score =
        policy.greenIssue() == null
            ? null
            : rating.rating().panel().issues().get(policy.greenIssue());
    return score == null || score.compareTo(policy.greenMinimum()) < 0
        ? null
        : score.setScale(DIGITS, RoundingMode.HALF_UP);
  }
}
