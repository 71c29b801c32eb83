package org.arobase.scoresheet.notes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.arobase.access.AccessScope;
import org.arobase.access.CallerMembership;
import org.arobase.dossier.Dossier;
import org.arobase.dossier.Initiative;
import org.arobase.edition.Edition;
import org.arobase.jury.Juror;
import org.arobase.platform.database.ByKey;
import org.arobase.platform.database.Locks;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.http.IfMatch;
import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Violation.Draft;
import org.arobase.platform.secrets.ServerKey;
import org.arobase.scoresheet.MarkableDossier;
import org.arobase.scoresheet.ScoreSheetProblem;
import org.arobase.scoresheet.notes.NotesApi.Note;
import org.arobase.scoresheet.notes.PrivateNotes.Content;
import org.hibernate.exception.ConstraintViolationException;

/** Reads and writes private notes: only ever the caller's own. */
@ApplicationScoped
@RetryOnLostRace
public class NotesService {
  private static final Content NOTHING = new Content("", new TreeMap<>());

  private final AccessScope scope;
  private final CallerMembership membership;
  private final ServerKey key;

  NotesService(AccessScope scope, CallerMembership membership, ServerKey key) {
    this.scope = scope;
    this.membership = membership;
    this.key = key;
  }

  /**
   * The caller's notes on a dossier; version 0 and empty as long as there are none.
   *
   * @throws Refusal 404 when the dossier is not assigned to the caller
   */
  @Transactional
  NotesApi.View read(int year, String code) {
    return view(code, ByKey.find(PrivateNotes.class, assignment(year, code)));
  }

  /**
   * Replaces the caller's notes on a dossier.
   *
   * @throws Refusal 422 for an initiative that the dossier does not have or that is named twice;
   *     428 or 412 without the present version
   */
  @Transactional
  NotesApi.View replace(int year, String code, NotesApi.New wanted, String ifMatch) {
    Edition.held(year, scope);
    scope.require(code);
    Long assignment = assignment(year, code);
    Optional<PrivateNotes> present = Locks.exclusive(PrivateNotes.class, assignment);
    IfMatch.require(ifMatch, present.map(PrivateNotes::number).orElse(0));
    Refusal.ofBody(violations(Dossier.required(year, code), wanted.initiatives()));
    PrivateNotes notes = present.orElseGet(() -> new PrivateNotes(assignment));
    notes.write(content(wanted), key);
    store(notes);
    return view(code, Optional.of(notes));
  }

  private static void store(PrivateNotes notes) {
    try {
      notes.persistAndFlush();
    } catch (ConstraintViolationException e) {
      // somebody has written the first notes at the same time
      throw new Refusal(CommonProblem.PRECONDITION_FAILED);
    }
  }

  private static Content content(NotesApi.New wanted) {
    SortedMap<Integer, String> initiatives = new TreeMap<>();
    wanted.initiatives().stream()
        .filter(note -> !note.text().isBlank())
        .forEach(note -> initiatives.put(note.initiative(), note.text()));
    return new Content(wanted.overall(), initiatives);
  }

  private static List<Draft> violations(Dossier dossier, List<Note> notes) {
    Set<Integer> known =
        Initiative.of(dossier).stream().map(i -> i.number).collect(Collectors.toSet());
    return MarkableDossier.textViolations(
        "/initiatives/", notes.stream().map(Note::initiative).toList(), known);
  }

  private Long assignment(int year, String code) {
    Long assignment = membership.of(year).assigned().get(code);
    if (assignment == null) {
      throw new Refusal(ScoreSheetProblem.NOT_ASSIGNED, code);
    }
    return assignment;
  }

  private NotesApi.View view(String code, Optional<PrivateNotes> notes) {
    return NotesApi.View.of(
        code,
        notes.map(n -> n.read(key)).orElse(NOTHING),
        notes.map(PrivateNotes::number).orElse(0));
  }

  /** All texts that a juror has written for themselves in an edition. */
  public List<String> texts(Juror juror) {
    List<String> texts = new ArrayList<>();
    for (PrivateNotes notes : PrivateNotes.of(juror)) {
      Content content = notes.read(key);
      texts.add(content.overall());
      texts.addAll(content.initiatives().values());
    }
    return texts.stream().filter(text -> !text.isBlank()).toList();
  }

  /** Deletes everything that a juror has written for themselves in an edition. */
  public void erase(Juror juror) {
    PrivateNotes.of(juror).forEach(PrivateNotes::delete);
  }
}
