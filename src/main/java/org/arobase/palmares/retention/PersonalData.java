package org.arobase.palmares.retention;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.arobase.audit.AuditEvent;
import org.arobase.deliberation.session.Attendance;
import org.arobase.deliberation.session.Ballot;
import org.arobase.jury.Juror;
import org.arobase.jury.Recusal;
import org.arobase.jury.assignment.Assignment;
import org.arobase.jury.chair.DossierChair;
import org.arobase.palmares.retention.PersonalApi.Data;
import org.arobase.palmares.retention.PersonalApi.Mail;
import org.arobase.palmares.retention.PersonalApi.Membership;
import org.arobase.palmares.retention.PersonalApi.Sheet;
import org.arobase.palmares.retention.PersonalApi.Tie;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.scoresheet.ScoreSheet;
import org.arobase.scoresheet.SheetDocument;
import org.arobase.scoresheet.SheetDocument.Comment;
import org.arobase.scoresheet.mailing.MailErasure;
import org.arobase.scoresheet.notes.NotesService;

/** Gives a person all data kept about them (GDPR, article 15). */
@ApplicationScoped
@RetryOnLostRace
class PersonalData {
  private final EntityManager database;
  private final NotesService notes;

  PersonalData(EntityManager database, NotesService notes) {
    this.notes = notes;
    this.database = database;
  }

  @Transactional
  Data of(String username) {
    List<Juror> members =
        Juror.list(
            "from Juror j left join fetch j.affiliation where j.username = ?1"
                + " order by j.edition.year desc",
            username);
    return new Data(username, members.stream().map(this::membership).toList());
  }

  private Membership membership(Juror j) {
    int year = j.edition.year;
    return new Membership(
        year,
        j.handle,
        j.name,
        j.office,
        j.affiliation == null ? null : j.affiliation.code,
        j.email,
        j.language,
        List.copyOf(j.competences()),
        j.capacity,
        j.panel,
        j.answer,
        j.withdrawnAt,
        j.withdrawalReason,
        ties(j),
        DossierChair.codesOf(j),
        sheets(j),
        notes.texts(j),
        voices(j),
        (int) Attendance.count("juror", j),
        (int) Ballot.count("juror", j),
        AuditEvent.count("edition = ?1 and (actor = ?2 or realActor = ?2)", year, j.username),
        MailErasure.to(j).stream().map(Mail::of).toList());
  }

  private static List<Tie> ties(Juror juror) {
    return Recusal.<Recusal>list(
            "from Recusal r join fetch r.authority where r.juror = ?1 order by r.declaredAt", juror)
        .stream()
        .map(r -> new Tie(r.authority.code, r.ground.name(), r.reason, r.declaredAt))
        .toList();
  }

  private static List<Sheet> sheets(Juror juror) {
    Map<Long, ScoreSheet> sheets =
        ScoreSheet.<ScoreSheet>list(
                "assignmentId in (select a.id from Assignment a where a.juror = ?1)", juror)
            .stream()
            .collect(toMap(s -> s.assignmentId, s -> s));
    return Assignment.<Assignment>list(
            "from Assignment a join fetch a.dossier d join fetch d.authority x where a.juror = ?1"
                + " order by x.code",
            juror)
        .stream()
        .filter(a -> sheets.containsKey(a.id))
        .map(a -> sheet(a.dossier.code(), sheets.get(a.id)))
        .toList();
  }

  private static Sheet sheet(String dossier, ScoreSheet sheet) {
    SheetDocument document = sheet.document();
    return new Sheet(
        dossier,
        sheet.status.name(),
        document.marks().size(),
        document.comments().values().stream().map(Comment::text).toList(),
        document.overall().text());
  }

  private int voices(Juror juror) {
    return database
        .createQuery("select count(v) from ReviewVoice v where v.juror = :juror", Long.class)
        .setParameter("juror", juror)
        .getSingleResult()
        .intValue();
  }
}
