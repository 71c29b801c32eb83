package org.arobase.scoresheet.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.arobase.access.AccessScope;
import org.arobase.access.Phase;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.framework.FrameworkDocument.Category;
import org.arobase.jury.Juror;
import org.arobase.jury.assignment.Assignment;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.scoresheet.KeptMarkCounts;
import org.arobase.scoresheet.SheetCounts;
import org.arobase.scoresheet.progress.ProgressApi.Amount;
import org.arobase.scoresheet.progress.ProgressApi.OfCategory;
import org.arobase.scoresheet.progress.ProgressApi.OfDossier;
import org.arobase.scoresheet.progress.ProgressApi.OfJuror;
import org.jspecify.annotations.Nullable;

/** Computes the jury's progress on the dossiers that the caller may know. */
@ApplicationScoped
@RetryOnLostRace
public class ProgressService {
  private static final Amount NOTHING = new Amount(0, 0);

  private final EntityManager database;
  private final KeptMarkCounts kept;
  private final AccessScope scope;
  private final Clock clock;

  ProgressService(EntityManager database, KeptMarkCounts kept, AccessScope scope, Clock clock) {
    this.database = database;
    this.kept = kept;
    this.scope = scope;
    this.clock = clock;
  }

  /** The progress of an edition, counted on the dossiers that the caller may know. */
  @Transactional
  public ProgressApi.Edition of(int year) {
    Edition edition = Edition.required(year);
    return of(edition, MarkCounts.of(edition, database, kept), scope::sees);
  }

  /**
   * The jurors who have a sheet left to submit among the dossiers that the caller may know. Their
   * progress covers all their dossiers, because it is written to them and not shown to the caller.
   */
  public List<OfJuror> unfinished(Edition edition) {
    MarkCounts counts = MarkCounts.of(edition, database, kept);
    Set<String> known =
        of(edition, counts, scope::sees).jurors().stream()
            .filter(juror -> !juror.sheets().isWhole())
            .map(OfJuror::juror)
            .collect(Collectors.toSet());
    return of(edition, counts, code -> true).jurors().stream()
        .filter(juror -> known.contains(juror.juror()))
        .toList();
  }

  private ProgressApi.Edition of(Edition edition, MarkCounts counts, Predicate<String> sees) {
    List<Dossier> dossiers =
        Dossier.all(edition.year).stream().filter(d -> sees.test(d.code())).toList();
    Counting counting =
        new Counting(
            edition, counts, SheetCounts.of(dossiers.stream().map(d -> d.id).toList(), database));
    Assignment.all(edition).stream()
        .filter(assignment -> sees.test(assignment.dossier.code()))
        .forEach(counting::add);
    return counting.result(dossiers);
  }

  /** The running totals over all assignments. */
  private final class Counting {
    private final Edition edition;
    private final MarkCounts counts;
    private final int criteria;
    private final Instant now = clock.instant();
    private final Map<String, Juror> jurors = new TreeMap<>();
    private final Map<Object, Amount> marks = new HashMap<>();
    private final Map<Object, Amount> sheets = new HashMap<>();
    private final Map<String, Amount> categories = new HashMap<>();
    private final Map<Long, SheetCounts> sheetCounts;

    Counting(Edition edition, MarkCounts counts, Map<Long, SheetCounts> sheetCounts) {
      this.edition = edition;
      this.counts = counts;
      this.sheetCounts = sheetCounts;
      this.criteria = edition.framework.document().criteria().size();
    }

    void add(Assignment a) {
      jurors.put(a.juror.handle, a.juror);
      Map<Integer, Integer> given = counts.marks().getOrDefault(a.id, Map.of());
      Amount all = NOTHING;
      for (Map.Entry<Integer, Set<String>> initiative :
          counts.initiatives().getOrDefault(a.dossier.id, Map.of()).entrySet()) {
        Amount one = new Amount(given.getOrDefault(initiative.getKey(), 0), criteria);
        all = all.plus(one);
        initiative.getValue().forEach(c -> categories.merge(c, one, Amount::plus));
      }
      boolean submitted = counts.submitted().contains(a.id);
      Amount sheet = new Amount(submitted ? 1 : 0, 1);
      for (Object whose : List.of(edition.year, a.juror.handle, a.dossier.id)) {
        marks.merge(whose, all, Amount::plus);
        sheets.merge(whose, sheet, Amount::plus);
      }
    }

    ProgressApi.Edition result(List<Dossier> dossiers) {
      Amount all = marks.getOrDefault(edition.year, NOTHING);
      return new ProgressApi.Edition(
          edition.year,
          edition.phase,
          edition.phaseSince,
          edition.evaluationEndsAt,
          all,
          sheets.getOrDefault(edition.year, NOTHING),
          projected(all),
          jurors.values().stream().map(this::juror).toList(),
          dossiers.stream().map(this::dossier).toList(),
          edition.framework.document().categories().stream().map(this::category).toList());
    }

    private OfJuror juror(Juror juror) {
      Amount own = marks.get(juror.handle);
      Amount submitted = sheets.get(juror.handle);
      return new OfJuror(
          juror.handle, juror.name, own, submitted, isLate(own, submitted), projected(own));
    }

    private OfDossier dossier(Dossier dossier) {
      Amount own = sheets.getOrDefault(dossier.id, NOTHING);
      return new OfDossier(
          dossier.code(),
          dossier.authority.name,
          marks.getOrDefault(dossier.id, NOTHING),
          own,
          SheetCounts.of(dossier.id, sheetCounts).quorum(edition.policy()));
    }

    private OfCategory category(Category category) {
      return new OfCategory(category.code(), categories.getOrDefault(category.code(), NOTHING));
    }

    private boolean isLate(Amount own, Amount submitted) {
      Instant end = edition.evaluationEndsAt;
      if (edition.phase != Phase.EVALUATION || end == null || submitted.isWhole()) {
        return false;
      }
      double time = (double) passed().toMillis() / Math.max(1, between(end).toMillis());
      return !now.isBefore(end) || own.done() < time * own.all();
    }

    private @Nullable Instant projected(Amount amount) {
      if (edition.phase != Phase.EVALUATION || edition.phaseSince == null || amount.done() == 0) {
        return null;
      }
      double rest = (double) (amount.all() - amount.done()) / amount.done();
      return now.plusMillis((long) (passed().toMillis() * rest)).truncatedTo(ChronoUnit.SECONDS);
    }

    private Duration passed() {
      return between(now);
    }

    private Duration between(Instant until) {
      return edition.phaseSince == null
          ? Duration.ZERO
          : Duration.between(edition.phaseSince, until);
    }
  }
}
