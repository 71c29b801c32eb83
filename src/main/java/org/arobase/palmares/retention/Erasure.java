package org.arobase.palmares.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.arobase.audit.Action;
import org.arobase.audit.Pseudonyms;
import org.arobase.audit.Verifier;
import org.arobase.edition.Edition;
import org.arobase.edition.Permit;
import org.arobase.edition.Phase;
import org.arobase.jury.Juror;
import org.arobase.platform.secrets.ServerKey;
import org.arobase.scoresheet.mailing.KeptMail;

/**
 * Makes members of the jury pseudonyms: their id stays with what they marked, said and voted, and
 * nothing tells any more who they were. Nothing that is sealed holds a name, so that every seal,
 * signature and proof stays good; the record of events keeps the hashes that it was sealed with.
 */
@ApplicationScoped
public class Erasure {
  /** Columns that hold the name of a user who did something, each with the rows of an edition. */
  private static final List<String> ACTS =
      List.of(
          "recusal r join juror j on j.id = r.juror_id set r.declared_by = :to"
              + " where r.declared_by = :from and j.edition_year = :year",
          "recusal r join juror j on j.id = r.juror_id set r.lifted_by = :to"
              + " where r.lifted_by = :from and j.edition_year = :year",
          "submission s join assignment a on a.id = s.sheet_id join dossier d on d.id = a.dossier_id"
              + " set s.submitted_by = :to where s.submitted_by = :from and d.edition_year = :year",
          "submission s join assignment a on a.id = s.sheet_id join dossier d on d.id = a.dossier_id"
              + " set s.reopened_by = :to where s.reopened_by = :from and d.edition_year = :year",
          "review r join dossier d on d.id = r.dossier_id set r.changed_by = :to"
              + " where r.changed_by = :from and d.edition_year = :year",
          "decision x join dossier d on d.id = x.dossier_id set x.decided_by = :to"
              + " where x.decided_by = :from and d.edition_year = :year",
          "decision x join dossier d on d.id = x.dossier_id set x.signed_by = :to"
              + " where x.signed_by = :from and d.edition_year = :year",
          "distinction x join dossier d on d.id = x.dossier_id set x.decided_by = :to"
              + " where x.decided_by = :from and d.edition_year = :year",
          "distinction_list x join dossier d on d.id = x.dossier_id set x.changed_by = :to"
              + " where x.changed_by = :from and d.edition_year = :year",
          "deliberation_session s set s.presided_by = :to"
              + " where s.presided_by = :from and s.edition_year = :year",
          "motion m join deliberation_session s on s.id = m.session_id set m.moved_by = :to"
              + " where m.moved_by = :from and s.edition_year = :year",
          "ballot b join motion m on m.id = b.motion_id join deliberation_session s"
              + " on s.id = m.session_id set b.cast_by = :to"
              + " where b.cast_by = :from and s.edition_year = :year",
          "finalisation f set f.finalised_by = :to"
              + " where f.finalised_by = :from and f.edition_year = :year",
          "seal s set s.sealed_by = :to where s.sealed_by = :from and s.edition_year = :year",
          "publication p set p.published_by = :to"
              + " where p.published_by = :from and p.edition_year = :year",
          "embargo m set m.set_by = :to where m.set_by = :from and m.edition_year = :year");

  private final EntityManager database;
  private final Verifier verifier;
  private final Pseudonyms pseudonyms;
  private final ServerKey key;
  private final Permit permit;
  private final Clock clock;

  Erasure(
      EntityManager database,
      Verifier verifier,
      Pseudonyms pseudonyms,
      ServerKey key,
      Permit permit,
      Clock clock) {
    this.database = database;
    this.verifier = verifier;
    this.pseudonyms = pseudonyms;
    this.key = key;
    this.permit = permit;
    this.clock = clock;
  }

  /** Erases one member of a published edition, at its own wish. */
  @Transactional
  void eraseOne(int year, String handle) {
    Edition edition = permit.locked(year);
    Juror member = Juror.required(year, handle);
    erase(edition, member.erasedAt == null ? List.of(member) : List.of());
  }

  /** Erases all members of a published edition; how many it were. */
  @Transactional
  int eraseAll(int year) {
    Edition edition = Edition.locked(year);
    List<Juror> members = Juror.all(year).stream().filter(j -> j.erasedAt == null).toList();
    erase(edition, members);
    return members.size();
  }

  private void erase(Edition edition, List<Juror> members) {
    edition.in(Phase.PUBLISHED);
    if (members.isEmpty()) {
      return;
    }
    verifier.requireRecorded(edition.year);
    Map<String, String> names = new HashMap<>();
    for (Juror member : members) {
      names.put(member.username, member.pseudonym());
      member.erase(key, clock.instant());
    }
    Juror.flush();
    names.forEach((from, to) -> rename(edition.year, from, to));
    members.forEach(this::forgetTies);
    // what was read before is not what the statements above have left
    database.clear();
    verifier.recordChanges(edition.year, Action.ERASED);
    pseudonyms.put(edition.year, names);
  }

  private void rename(int year, String from, String to) {
    for (String act : ACTS) {
      database
          .createNativeQuery("update " + act)
          .setParameter("to", to)
          .setParameter("from", from)
          .setParameter("year", year)
          .executeUpdate();
    }
  }

  /** Why somebody had no part in a dossier is about its life. */
  private void forgetTies(Juror member) {
    database
        .createNativeQuery(
            "update recusal set reason = '', lift_reason = if(lift_reason is null, null, '')"
                + " where juror_id = :member")
        .setParameter("member", member.id)
        .executeUpdate();
    database
        .createNativeQuery(
            "update mail set address = '', subject = '', body = '' where juror_id = :member")
        .setParameter("member", member.id)
        .executeUpdate();
  }

  /** Erases the mails of an edition; how many it were. */
  @Transactional
  int eraseMails(int year) {
    return KeptMail.erase(year);
  }
}
