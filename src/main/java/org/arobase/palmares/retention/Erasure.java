package org.arobase.palmares.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.arobase.access.AccessScope;
import org.arobase.access.Phase;
import org.arobase.audit.Action;
import org.arobase.audit.Pseudonyms;
import org.arobase.audit.WriteDoor;
import org.arobase.edition.Edition;
import org.arobase.jury.Juror;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.secrets.ServerKey;
import org.arobase.scoresheet.mailing.MailErasure;
import org.arobase.scoresheet.notes.NotesService;

/**
 * Replaces members of the jury by pseudonyms: their marks, comments and votes stay under their id,
 * and nothing tells any more who they were. Sealed content holds no names, so every seal, signature
 * and proof stays valid; the audit record keeps the hashes that it was sealed with.
 */
@ApplicationScoped
@RetryOnLostRace
public class Erasure {
  /**
   * Columns that hold the name of a user who did something.
   *
   * @param rows the table as {@code x}, joined with the one that has its edition
   * @param year the column with the edition's year
   */
  private record Acts(String rows, String year, List<String> columns) {
    static Acts ofEdition(String table, String column) {
      return new Acts(table + " x", "x.edition_year", List.of(column));
    }

    static Acts ofDossier(String table, String... columns) {
      return new Acts(
          table + " x join dossier d on d.id = x.dossier_id", "d.edition_year", List.of(columns));
    }
  }

  private static final List<Acts> ACTS =
      List.of(
          new Acts(
              "recusal x join juror j on j.id = x.juror_id",
              "j.edition_year",
              List.of("declared_by", "lifted_by")),
          new Acts(
              "submission x join assignment a on a.id = x.sheet_id"
                  + " join dossier d on d.id = a.dossier_id",
              "d.edition_year",
              List.of("submitted_by", "reopened_by")),
          Acts.ofDossier("dossier_chair", "appointed_by"),
          Acts.ofDossier("review", "changed_by"),
          Acts.ofDossier("decision", "decided_by", "signed_by"),
          Acts.ofDossier("distinction", "decided_by"),
          Acts.ofDossier("distinction_list", "changed_by"),
          Acts.ofEdition("deliberation_session", "presided_by"),
          new Acts(
              "motion x join deliberation_session s on s.id = x.session_id",
              "s.edition_year",
              List.of("moved_by")),
          new Acts(
              "ballot x join motion m on m.id = x.motion_id"
                  + " join deliberation_session s on s.id = m.session_id",
              "s.edition_year",
              List.of("cast_by")),
          Acts.ofEdition("finalisation", "finalised_by"),
          Acts.ofEdition("seal", "sealed_by"),
          Acts.ofEdition("publication", "published_by"),
          Acts.ofEdition("embargo", "set_by"));

  private final EntityManager database;
  private final WriteDoor door;
  private final Pseudonyms pseudonyms;
  private final ServerKey key;
  private final AccessScope scope;
  private final Clock clock;
  private final NotesService notes;

  Erasure(
      EntityManager database,
      WriteDoor door,
      Pseudonyms pseudonyms,
      ServerKey key,
      AccessScope scope,
      Clock clock,
      NotesService notes) {
    this.notes = notes;
    this.database = database;
    this.door = door;
    this.pseudonyms = pseudonyms;
    this.key = key;
    this.scope = scope;
    this.clock = clock;
  }

  /** Erases one member of a published edition, at their own request. */
  @Transactional
  void eraseOne(int year, String handle) {
    Edition edition = Edition.locked(year, scope);
    Juror member = Juror.required(year, handle);
    erase(edition, member.erasedAt == null ? List.of(member) : List.of());
  }

  /** Erases all members of a published edition, and returns how many there were. */
  @Transactional
  int eraseAll(int year) {
    Edition edition = Edition.locked(year);
    List<Juror> members = Juror.all(year).stream().filter(j -> j.erasedAt == null).toList();
    erase(edition, members);
    return members.size();
  }

  private void erase(Edition edition, List<Juror> members) {
    edition.requirePhase(Phase.PUBLISHED);
    if (members.isEmpty()) {
      return;
    }
    Map<String, String> names = new HashMap<>();
    door.rewrite(
        edition.year,
        Action.ERASED,
        () -> {
          for (Juror member : members) {
            names.put(member.username, member.pseudonym());
            member.erase(key, clock.instant());
          }
          Juror.flush();
          names.forEach((from, to) -> rename(edition.year, from, to));
          members.forEach(this::forgetTies);
        });
    pseudonyms.put(edition.year, names);
  }

  private void rename(int year, String from, String to) {
    for (Acts acts : ACTS) {
      acts.columns().forEach(column -> rename(acts, column, year, from, to));
    }
  }

  private void rename(Acts acts, String column, int year, String from, String to) {
    String statement = "update %s set x.%s = :to where x.%s = :from and %s = :year";
    database
        .createNativeQuery(statement.formatted(acts.rows(), column, column, acts.year()))
        .setParameter("to", to)
        .setParameter("from", from)
        .setParameter("year", year)
        .executeUpdate();
  }

  /**
   * The reason for a recusal can be private, and a chair's can name it, so they are erased; mails
   * are erased too.
   */
  private void forgetTies(Juror member) {
    database
        .createNativeQuery(
            "update dossier_chair set reason = '' where juror_id = :member or dossier_id in (select"
                + " d.id from dossier d join juror j on j.edition_year = d.edition_year join recusal"
                + " r on r.juror_id = j.id and r.authority_code = d.authority_code where j.id ="
                + " :member)")
        .setParameter("member", member.id)
        .executeUpdate();
    database
        .createNativeQuery(
            "update recusal set reason = '', lift_reason = if(lift_reason is null, null, '')"
                + " where juror_id = :member")
        .setParameter("member", member.id)
        .executeUpdate();
    MailErasure.erase(member);
    notes.erase(member);
  }
}
