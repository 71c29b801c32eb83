package org.arobase.testing;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Statements about the database that hold after every test of the application, each with a query
 * that finds a contradiction. For example: nobody who is recused or has left has an assignment in
 * force; every kept idempotency key has its answer; an edition is finalised exactly when its phase
 * says so; a finalised edition has an outcome for each dossier; a level other than the computed one
 * has a reason.
 */
public class Invariants implements QuarkusTestAfterEachCallback {
  /** Statements, each with a query for the rows that contradict it. */
  private static final Map<String, String> BROKEN_BY = new LinkedHashMap<>();

  static {
    BROKEN_BY.put(
        "a mark is on an initiative of the dossier of its sheet",
        "select m.sheet_id from mark m join assignment a on a.id = m.sheet_id"
            + " left join initiative i on i.dossier_id = a.dossier_id and i.number = m.initiative"
            + " where i.id is null");
    BROKEN_BY.put(
        "a comment is on an initiative of the dossier of its sheet",
        "select c.sheet_id from sheet_comment c join assignment a on a.id = c.sheet_id"
            + " left join initiative i on i.dossier_id = a.dossier_id and i.number = c.initiative"
            + " where i.id is null");
    BROKEN_BY.put(
        "a juror and a dossier that meet are of one edition",
        "select a.id from assignment a join juror j on j.id = a.juror_id"
            + " join dossier d on d.id = a.dossier_id where j.edition_year <> d.edition_year");
    BROKEN_BY.put(
        "a sheet has a time of submission exactly when it is submitted",
        "select assignment_id from score_sheet where (status = 'SUBMITTED') <> (submitted_at is not"
            + " null)");
    BROKEN_BY.put(
        "no sheet is written before EVALUATION",
        "select s.assignment_id from score_sheet s join assignment a on a.id = s.assignment_id"
            + " join dossier d on d.id = a.dossier_id join edition e on e.year = d.edition_year"
            + " where e.phase in ('DRAFT', 'OPEN')");
    BROKEN_BY.put(
        "nobody who is recused has an assignment in force",
        "select a.id from assignment a join dossier d on d.id = a.dossier_id join recusal r on"
            + " r.juror_id = a.juror_id and r.authority_code = d.authority_code and r.active"
            + " where a.ended is null");
    BROKEN_BY.put(
        "nobody who has left has an assignment in force",
        "select a.id from assignment a join juror j on j.id = a.juror_id"
            + " where a.ended is null and j.withdrawn_at is not null");
    BROKEN_BY.put(
        "a sheet that was reopened has the submission that it was reopened after",
        "select s.assignment_id from score_sheet s where s.reopened and not exists"
            + " (select 1 from submission v where v.sheet_id = s.assignment_id and v.reopened_at is"
            + " not null)");
    BROKEN_BY.put(
        "every kept key has its answer",
        "select 1 from idempotency_record where status not between 200 and 299");
    BROKEN_BY.put(
        "leaves stand without gaps",
        "select position from audit_leaf where position >= (select count(*) from audit_leaf)");
    BROKEN_BY.put(
        "an edition is finalised exactly when its phase says so",
        "select e.year from edition e left join finalisation f on f.edition_year = e.year"
            + " where (e.phase in ('FINALISED', 'PUBLISHED')) <> (f.edition_year is not null)");
    BROKEN_BY.put(
        "an edition is published exactly when its phase says so",
        "select e.year from edition e left join publication p on p.edition_year = e.year"
            + " where (e.phase = 'PUBLISHED') <> (p.edition_year is not null)");
    BROKEN_BY.put(
        "a finalised edition has an outcome for each dossier, another has none",
        "select d.id from dossier d left join finalisation f on f.edition_year = d.edition_year"
            + " left join outcome o on o.dossier_id = d.id"
            + " where (f.edition_year is not null) <> (o.id is not null)");
    BROKEN_BY.put(
        "a level that is not the computed one has a reason",
        "select id from outcome where not (level <=> computed_level) and reason = ''");
  }

  @Override
  public void afterEach(QuarkusTestMethodContext context) {
    List<String> broken = new ArrayList<>();
    try (Connection connection = Arc.container().instance(DataSource.class).get().getConnection();
        Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> invariant : BROKEN_BY.entrySet()) {
        try (ResultSet contradiction = statement.executeQuery(invariant.getValue())) {
          if (contradiction.next()) {
            broken.add(invariant.getKey() + ": not so for " + contradiction.getLong(1));
          }
        }
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    if (!broken.isEmpty()) {
      throw new AssertionError(String.join("; ", broken));
    }
  }
}
