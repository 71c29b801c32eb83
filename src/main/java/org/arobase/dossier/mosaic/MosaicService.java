package org.arobase.dossier.mosaic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.arobase.access.AccessScope;
import org.arobase.dossier.Coverage;
import org.arobase.dossier.Dossier;
import org.arobase.dossier.mosaic.MosaicApi.Change;
import org.arobase.dossier.mosaic.MosaicApi.Mosaic;
import org.arobase.dossier.mosaic.MosaicApi.OfEdition;
import org.arobase.dossier.mosaic.MosaicApi.Tile;
import org.arobase.edition.Edition;
import org.arobase.edition.policy.RatingPolicy.Stratum;
import org.arobase.framework.Comparison;
import org.arobase.framework.Framework;
import org.arobase.framework.FrameworkDocument;
import org.arobase.framework.FrameworkDocument.Category;
import org.arobase.framework.FrameworkDocument.PolicyIssue;
import org.arobase.platform.database.RetryOnLostRace;
import org.jspecify.annotations.Nullable;

/** Shows how dossiers cover the issues, and how another framework would change that. */
@ApplicationScoped
@RetryOnLostRace
class MosaicService {
  /** With fewer dossiers, a median would reveal the value of a single other one. */
  private static final int FEWEST = 5;

  private final EntityManager database;
  private final AccessScope scope;

  MosaicService(EntityManager database, AccessScope scope) {
    this.database = database;
    this.scope = scope;
  }

  /**
   * A dossier's mosaic, with medians over the dossiers of its stratum that are not hidden from the
   * caller.
   */
  @Transactional
  Mosaic of(int year, String code) {
    Dossier dossier = Dossier.required(year, code);
    Edition edition = dossier.edition;
    Stratum stratum = edition.policy().stratum(dossier.population);
    Map<Long, Coverage> all = Coverage.of(edition, database);
    List<Coverage> peers =
        Dossier.all(year).stream()
            .filter(d -> !scope.limits().hidden().contains(d.code()))
            .filter(d -> edition.policy().stratum(d.population).equals(stratum))
            .map(d -> Coverage.of(d, all))
            .toList();
    Coverage own = Coverage.of(dossier, all);
    List<Tile> tiles = new ArrayList<>();
    for (Category category : edition.framework.document().categories()) {
      for (PolicyIssue issue : category.issues()) {
        tiles.add(tile(category, issue, own, peers, stratum));
      }
    }
    return new Mosaic(
        year,
        code,
        stratum.code(),
        peers.size(),
        own.initiatives(),
        covered(own, stratum),
        (int) tiles.stream().filter(Tile::applicable).count(),
        median(peers, c -> covered(c, stratum)),
        tiles);
  }

  private static Tile tile(
      Category category, PolicyIssue issue, Coverage own, List<Coverage> peers, Stratum stratum) {
    return new Tile(
        issue.code(),
        issue.name(),
        category.code(),
        !stratum.notApplicable().contains(issue.code()),
        count(own, issue.code()),
        median(peers, c -> count(c, issue.code())));
  }

  private static int count(Coverage coverage, String issue) {
    return coverage.issues().getOrDefault(issue, 0);
  }

  private static int covered(Coverage coverage, Stratum stratum) {
    Set<String> issues = new HashSet<>(coverage.issues().keySet());
    issues.removeAll(stratum.notApplicable());
    return issues.size();
  }

  private static @Nullable BigDecimal median(List<Coverage> peers, ToIntFunction<Coverage> of) {
    if (peers.size() < FEWEST) {
      return null;
    }
    int[] sorted = peers.stream().mapToInt(of).sorted().toArray();
    int middle = sorted.length / 2;
    int twice = sorted.length % 2 == 1 ? 2 * sorted[middle] : sorted[middle - 1] + sorted[middle];
    return BigDecimal.valueOf(twice).divide(BigDecimal.valueOf(2)).stripTrailingZeros();
  }

  /** How another framework would change the coverage of the dossiers that the caller may see. */
  @Transactional
  OfEdition compare(int year, String with) {
    Edition edition = Edition.required(year);
    FrameworkDocument now = edition.framework.document();
    FrameworkDocument then = Framework.required(with).document();
    Map<Long, Map<Integer, Set<String>>> services = Coverage.services(edition, database);
    List<Dossier> dossiers = scope.filter(Dossier.all(year), Dossier::code);
    List<Change> changed = new ArrayList<>();
    for (Dossier dossier : dossiers) {
      Collection<Set<String>> own = services.getOrDefault(dossier.id, Map.of()).values();
      Change change = change(dossier, own, now.issueOfService(), then.issueOfService());
      if (!change.gained().isEmpty() || !change.lost().isEmpty() || change.homeless() > 0) {
        changed.add(change);
      }
    }
    return new OfEdition(Comparison.of(now, then), dossiers.size(), changed);
  }

  private static Change change(
      Dossier dossier,
      Collection<Set<String>> initiatives,
      Map<String, String> now,
      Map<String, String> then) {
    SortedSet<String> before = new TreeSet<>();
    SortedSet<String> after = new TreeSet<>();
    int homeless = 0;
    for (Set<String> services : initiatives) {
      services.stream().filter(now::containsKey).map(now::get).forEach(before::add);
      services.stream().filter(then::containsKey).map(then::get).forEach(after::add);
      homeless += services.stream().anyMatch(then::containsKey) ? 0 : 1;
    }
    SortedSet<String> gained = new TreeSet<>(after);
    gained.removeAll(before);
    before.removeAll(after);
    return new Change(dossier.code(), dossier.authority.name, gained, before, homeless);
  }
}
