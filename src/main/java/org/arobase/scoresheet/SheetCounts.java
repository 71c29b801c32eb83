package org.arobase.scoresheet;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.arobase.edition.policy.RatingPolicy;

/**
 * How many sheets a dossier has, and how many scores its quorum needs: one definition for the gate
 * of DELIBERATION, the progress and the ratings. A sheet of abstentions may have no score.
 *
 * @param submitted sheets that were submitted, of assignments in force
 * @param recused jurors of the dossier who are recused from it
 * @param left jurors of the dossier who have left the jury
 * @param present assignments in force, without second readings that are not submitted: one that is
 *     not finished must not raise the quorum
 */
public record SheetCounts(int submitted, int recused, int left, int present) {
  private static final SheetCounts NONE = new SheetCounts(0, 0, 0, 0);

  private record Row(Long dossier, long submitted, long recused, long left, long present) {
    SheetCounts counts() {
      return new SheetCounts((int) submitted, (int) recused, (int) left, (int) present);
    }
  }

  /** How many scores, of as many submitted sheets, the dossier needs. */
  public int quorum(RatingPolicy policy) {
    return policy.quorum(recused, left, present);
  }

  /** Whether fewer sheets are submitted than the dossier needs. */
  public boolean isBelowQuorum(RatingPolicy policy) {
    return submitted < quorum(policy);
  }

  /** The counts of these dossiers by database id, read in one statement. */
  public static Map<Long, SheetCounts> of(Collection<Long> dossiers, EntityManager database) {
    return database
        .createQuery(
            "select t.dossier.id, count(s), count(case when t.ended = 'RECUSED' then 1 end),"
                + " count(case when t.ended = 'WITHDRAWN' then 1 end),"
                + " count(case when t.ended is null and (s.assignmentId is not null or t.purpose"
                + " is null or t.purpose <> 'SECOND_READING') then 1 end) from Assignment t"
                + " left join ScoreSheet s on s.assignmentId = t.id and s.status = 'SUBMITTED'"
                + " and t.ended is null where t.dossier.id in :dossiers group by t.dossier.id",
            Row.class)
        .setParameter("dossiers", dossiers)
        .getResultStream()
        .collect(Collectors.toMap(Row::dossier, Row::counts));
  }

  /** The counts of a dossier, from the result of {@link #of}. */
  public static SheetCounts of(Long dossier, Map<Long, SheetCounts> all) {
    return all.getOrDefault(dossier, NONE);
  }
}
