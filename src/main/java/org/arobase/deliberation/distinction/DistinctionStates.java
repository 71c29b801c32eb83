package org.arobase.deliberation.distinction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arobase.audit.StateSource;
import org.arobase.audit.Subject;
import org.arobase.deliberation.distinction.Distinction.Kind;
import org.arobase.dossier.Dossier;
import org.arobase.platform.database.ByKey;
import org.jspecify.annotations.Nullable;

/** The recorded state of distinctions: all of a dossier, including those ended by a correction. */
@ApplicationScoped
class DistinctionStates implements StateSource {
  private static final String KIND = "distinctions";

  private record Content(
      int version, String changedBy, Instant changedAt, List<DistinctionContent> all) {}

  private record DistinctionContent(
      long id,
      Kind kind,
      String title,
      @Nullable Integer untilYear,
      String reason,
      int fromVersion,
      @Nullable Integer toVersion,
      String decidedBy,
      Instant decidedAt) {
    static DistinctionContent of(Distinction d) {
      return new DistinctionContent(
          d.id,
          d.kind,
          d.title,
          d.untilYear,
          d.reason,
          d.fromVersion,
          d.toVersion,
          d.decidedBy,
          d.decidedAt);
    }
  }

  /** The present distinctions of a dossier; they must have been changed at least once. */
  static State of(Dossier dossier) {
    DistinctionList list = ByKey.find(DistinctionList.class, dossier.id).orElseThrow();
    return of(dossier, list, Distinction.list("dossier = ?1 order by id", dossier));
  }

  private static State of(Dossier dossier, DistinctionList list, List<Distinction> all) {
    return new State(
        Subject.ofDossier(KIND, dossier.edition.year, dossier.code(), ""),
        new Content(
            list.version,
            list.changedBy,
            list.changedAt,
            all.stream().map(DistinctionContent::of).toList()));
  }

  @Override
  public List<String> kinds() {
    return List.of(KIND);
  }

  @Override
  public void present(@Nullable Integer year, Consumer<State> to) {
    Map<Long, List<Distinction>> all =
        Distinction.<Distinction>list(
                "from Distinction x join fetch x.dossier d where ?1 is null or d.edition.year = ?1"
                    + " order by x.id",
                year)
            .stream()
            .collect(Collectors.groupingBy(x -> x.dossier.id));
    Map<Long, List<Distinction>> left = new HashMap<>(all);
    List<State> states =
        DistinctionList.getEntityManager()
            .createQuery(
                "select l, d from DistinctionList l join Dossier d on d.id = l.dossierId"
                    + " join fetch d.authority join fetch d.edition e"
                    + " where :year is null or e.year = :year",
                Listed.class)
            .setParameter("year", year)
            .getResultStream()
            .map(
                row -> {
                  List<Distinction> own = left.remove(row.dossier.id);
                  return of(row.dossier, row.list, own == null ? List.of() : own);
                })
            .toList();
    Stream.of(
            states.stream(), left.keySet().stream().map(DistinctionStates::orphan), homeless(year))
        .flatMap(some -> some)
        .forEach(to);
  }

  private record Listed(DistinctionList list, Dossier dossier) {}

  /** Lists without a dossier. */
  private static Stream<State> homeless(@Nullable Integer year) {
    return year != null
        ? Stream.of()
        : DistinctionList.<DistinctionList>list(
                "from DistinctionList l where not exists"
                    + " (select 1 from Dossier d where d.id = l.dossierId)")
            .stream()
            .map(list -> orphan(list.dossierId));
  }

  /** Distinctions without a list or without a dossier; the application never leaves any. */
  private static State orphan(Long dossier) {
    return new State(Subject.outside(KIND, "of " + dossier), dossier);
  }
}
