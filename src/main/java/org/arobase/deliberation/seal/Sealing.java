package org.arobase.deliberation.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.arobase.audit.Action;
import org.arobase.audit.WriteDoor;
import org.arobase.deliberation.decision.Decision;
import org.arobase.deliberation.distinction.Distinction;
import org.arobase.deliberation.outcome.Outcome;
import org.arobase.deliberation.seal.SealedResults.Change;
import org.arobase.deliberation.seal.SealedResults.DistinctionPart;
import org.arobase.deliberation.seal.SealedResults.DossierResult;
import org.arobase.deliberation.seal.SealedResults.EditionPart;
import org.arobase.deliberation.seal.SealedResults.Superseded;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.jury.Recusals;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.language.Typed;
import org.arobase.rating.DossierRating;
import org.arobase.rating.RatingService;
import org.arobase.scoring.Scoring;
import org.jspecify.annotations.Nullable;

/**
 * Computes the sealed content from the database: marks, framework, policy, decisions, distinctions,
 * sessions. Finalisation and later checks use the same computation, so the same rows give the same
 * bytes. A later version is the one before plus a correction. An edition finalised by an older
 * engine keeps that engine's results; a check by today's engine reports the differences.
 */
@ApplicationScoped
@RetryOnLostRace
public class Sealing {
  private final RatingService ratings;
  private final WriteDoor door;

  Sealing(RatingService ratings, WriteDoor door) {
    this.ratings = ratings;
    this.door = door;
  }

  /**
   * Seals the results for the first time, as the database has them, all of them written.
   *
   * @param rated all dossiers of the edition, fitted together
   */
  @Transactional(TxType.MANDATORY)
  public Seal sealFirst(Edition edition, List<DossierRating> rated, String by, Instant at) {
    Seal seal = new Seal();
    seal.editionYear = edition.year;
    seal.version = 1;
    seal.sealedBy = by;
    seal.sealedAt = at;
    return store(seal, results(edition, seal, rated), List.of(), Action.FINALISED);
  }

  /**
   * Seals the next version: the one before plus a correction, and nothing else.
   *
   * @param corrections already written, as are the distinctions
   */
  @Transactional(TxType.MANDATORY)
  public Seal sealNext(Seal before, Seal next, List<Correction> corrections) {
    Map<String, Integer> levels = new HashMap<>();
    corrections.forEach(c -> levels.put(c.dossier.code(), c.toLevel));
    Map<String, List<DistinctionPart>> parts = new HashMap<>();
    Distinction.all(before.editionYear)
        .values()
        .forEach(all -> parts.put(all.get(0).dossier.code(), in(all, next.version)));
    next.editionYear = before.editionYear;
    SealedResults then = before.results();
    SealedResults results =
        then.next(
            next,
            superseded(before),
            corrections.stream().map(Sealing::change).toList(),
            then.dossiers().stream()
                .map(
                    d ->
                        d.with(
                            levels.getOrDefault(d.code(), d.level()),
                            parts.getOrDefault(d.code(), List.of())))
                .toList());
    return store(next, results, corrections, Action.CORRECTED);
  }

  private static List<DistinctionPart> in(List<Distinction> all, int version) {
    return all.stream().filter(d -> d.isIn(version)).map(Sealing::distinction).toList();
  }

  private Seal store(
      Seal seal, SealedResults results, List<Correction> corrections, Action action) {
    seal.content = Canonical.rfc8785(results);
    seal.contentHash = Canonical.hash(seal.content);
    door.write(
        null,
        action,
        () -> {
          seal.persist();
          return SealStates.of(seal, corrections);
        });
    return seal;
  }

  /**
   * The content of a version, computed from the present database.
   *
   * @param seal gives the version, time and reason
   */
  @Transactional
  public SealedResults results(Edition edition, Seal seal) {
    return results(edition, seal, ratings.all(edition.year));
  }

  private static SealedResults results(Edition edition, Seal seal, List<DossierRating> rated) {
    int year = edition.year;
    List<Correction> corrections = Correction.until(year, seal.version);
    Map<Long, Integer> corrected = new HashMap<>();
    corrections.forEach(c -> corrected.put(c.dossier.id, c.toLevel));
    Map<Long, Decision> decisions = Decision.all(year);
    Map<Long, Outcome> outcomes =
        Outcome.<Outcome>list("editionYear", year).stream()
            .collect(Collectors.toMap(o -> o.dossier.id, o -> o));
    Map<Long, List<Distinction>> distinctions = Distinction.all(year);
    Recusals recusals = Recusals.of(year);
    return new SealedResults(
        SealedResults.FORMAT,
        new EditionPart(edition.year, edition.number, edition.name),
        seal.version,
        Scoring.ENGINE,
        Canonical.hash(Canonical.json(edition.framework.document())),
        Canonical.hash(Canonical.json(edition.policy())),
        marksHash(rated),
        seal.sealedAt,
        Seal.of(year, seal.version - 1).map(Sealing::superseded).orElse(null),
        seal.reason,
        corrections.stream().filter(c -> c.version == seal.version).map(Sealing::change).toList(),
        SealedSessions.of(year),
        rated.stream()
            .map(
                r -> {
                  Long id = r.dossier().id;
                  return dossier(
                      r,
                      decisions.get(id),
                      corrected.get(id),
                      outcomes.get(id),
                      in(distinctions.getOrDefault(id, List.of()), seal.version),
                      recusals.users(r.dossier().code()));
                })
            .toList());
  }

  private static Superseded superseded(Seal before) {
    return new Superseded(before.version, Canonical.hash(before.content));
  }

  private static Change change(Correction c) {
    return new Change(c.dossier.code(), c.fromLevel, c.toLevel, c.reason);
  }

  private static DistinctionPart distinction(Distinction d) {
    return new DistinctionPart(d.kind, Typed.orNull(d.title), d.untilYear, d.reason);
  }

  private static DossierResult dossier(
      DossierRating rating,
      @Nullable Decision decision,
      @Nullable Integer corrected,
      @Nullable Outcome outcome,
      List<DistinctionPart> distinctions,
      Set<String> recused) {
    Dossier dossier = rating.dossier();
    Integer given = decision == null ? rating.level() : Integer.valueOf(decision.awardedLevel);
    int first = Objects.requireNonNullElse(given, 0);
    Outcome named = outcome == null ? Outcome.of(dossier) : outcome;
    return new DossierResult(
        dossier.code(),
        named.name,
        named.kind,
        named.department,
        named.region,
        named.regionName,
        dossier.population,
        rating.stratum(),
        dossier.synthetic,
        plain(rating.finalScore()),
        rating.level(),
        plain(rating.probability(first)),
        first,
        corrected == null ? first : corrected,
        decision != null,
        decision != null && decision.signedBy != null && !recused.contains(decision.signedBy),
        decision == null ? "" : decision.reason,
        rating.scored().marksHash(),
        distinctions);
  }

  private static @Nullable String plain(@Nullable BigDecimal number) {
    return number == null ? null : number.toPlainString();
  }

  /** SHA-256 over the marks hashes of these dossiers, ordered by code. */
  public static String marksHash(List<DossierRating> ratings) {
    Map<String, String> hashes = new TreeMap<>();
    ratings.forEach(r -> hashes.put(r.dossier().code(), r.scored().marksHash()));
    return Canonical.hash(Canonical.json(hashes));
  }
}
