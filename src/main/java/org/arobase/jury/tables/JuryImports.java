package org.arobase.jury.tables;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.arobase.access.AccessScope;
import org.arobase.authority.AuthorityLookup;
import org.arobase.authority.LocalAuthority;
import org.arobase.edition.Edition;
import org.arobase.jury.Juror;
import org.arobase.jury.Juror.Office;
import org.arobase.jury.JuryRule;
import org.arobase.jury.Recusal.Ground;
import org.arobase.jury.assignment.Assignment;
import org.arobase.jury.assignment.Assignment.Purpose;
import org.arobase.jury.assignment.AssignmentApi.Entry;
import org.arobase.jury.assignment.AssignmentService;
import org.arobase.jury.assignment.AssignmentSet;
import org.arobase.jury.member.JurorApi;
import org.arobase.jury.member.JurorService;
import org.arobase.jury.recusal.RecusalApi;
import org.arobase.jury.recusal.RecusalService;
import org.arobase.platform.problem.CommonRule;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Violation.Draft;
import org.arobase.platform.tabular.importing.Constraints;
import org.arobase.platform.tabular.importing.Import;
import org.arobase.platform.tabular.importing.Import.Done;
import org.arobase.platform.tabular.importing.ImportApi.Outcome;
import org.arobase.platform.tabular.importing.Line;
import org.arobase.platform.tabular.importing.Upload;
import org.jspecify.annotations.Nullable;

/** Imports the tables of an edition's jury, each with the edition locked. */
@ApplicationScoped
class JuryImports {
  private final AccessScope scope;
  private final Constraints constraints;
  private final AuthorityLookup authorities;
  private final JurorService jurors;
  private final RecusalService recusals;
  private final AssignmentService assignments;

  JuryImports(
      AccessScope scope,
      Constraints constraints,
      AuthorityLookup authorities,
      JurorService jurors,
      RecusalService recusals,
      AssignmentService assignments) {
    this.scope = scope;
    this.constraints = constraints;
    this.authorities = authorities;
    this.jurors = jurors;
    this.recusals = recusals;
    this.assignments = assignments;
  }

  /** Adds members to the jury, and changes those who are in it. */
  Import jurors(int year, Upload upload) {
    Edition edition = Edition.locked(year, scope);
    Map<String, Juror> known = members(year);
    Map<String, String> users = new HashMap<>();
    known.values().forEach(juror -> users.put(juror.username, juror.handle));
    Set<String> seen = new HashSet<>();
    Import read =
        Import.of(
            upload,
            JuryRows.JURORS,
            line -> {
              JurorApi.New said = juror(line);
              if (!seen.add(said.id())) {
                throw line.unusable("id", CommonRule.LINE_TWICE, said.id());
              }
              String holder = users.putIfAbsent(said.username(), said.id());
              if (holder != null && !holder.equals(said.id())) {
                throw line.unusable("username", CommonRule.LINE_TWICE, said.username());
              }
              Juror there = known.get(said.id());
              if (there != null && !there.username.equals(said.username())) {
                throw line.unusable("username", JuryRule.USERNAME_STAYS, there.username);
              }
              return new Done(written(edition, said, there), said.id());
            });
    if (!read.isWrong()) {
      // once, after all lines, because it looks at all members
      recusals.entered(edition, edition.phase);
    }
    return read;
  }

  private JurorApi.New juror(Line line) {
    String affiliation = null;
    if (line.textOrNull("affiliation") != null) {
      affiliation = authorities.of(line, "affiliation", null).code;
    }
    JurorApi.New said =
        new JurorApi.New(
            line.required("id"),
            line.required("username"),
            line.required("name"),
            Objects.requireNonNullElse(line.one("office", Office.class), Office.MEMBER),
            line.textOrNull("email"),
            line.textOrNull("language"),
            affiliation,
            new TreeSet<>(line.words("competences")),
            line.whole("capacity"),
            line.textOrNull("panel"));
    Refusal.ofBody(constraints.brokenBy(said));
    return said;
  }

  private Outcome written(Edition edition, JurorApi.New said, @Nullable Juror there) {
    if (there == null) {
      jurors.created(edition, said);
      return Outcome.CREATED;
    }
    if (isSaid(said, there)) {
      return Outcome.UNCHANGED;
    }
    // an empty cell clears the value, because a table cannot say it otherwise
    jurors.changed(
        there,
        new JurorApi.Change(
            said.name(),
            said.office(),
            orEmpty(said.email()),
            orEmpty(said.language()),
            orEmpty(said.affiliation()),
            said.competences(),
            Objects.requireNonNullElse(said.capacity(), 0),
            orEmpty(said.panel())));
    return Outcome.CHANGED;
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private static boolean isSaid(JurorApi.New said, Juror there) {
    String affiliation = there.affiliation == null ? null : there.affiliation.code;
    return said.name().equals(there.name)
        && said.office() == there.office
        && Objects.equals(said.email(), there.email)
        && Objects.equals(said.language(), there.language)
        && Objects.equals(said.affiliation(), affiliation)
        && Objects.equals(said.competences(), there.competences())
        && Objects.equals(said.capacity(), there.capacity)
        && Objects.equals(said.panel(), there.panel);
  }

  /** Adds recusals; one that is in force stays as it is. */
  Import recusals(int year, Upload upload) {
    Edition.locked(year, scope);
    Map<String, Juror> members = members(year);
    return Import.of(
        upload,
        JuryRows.RECUSALS,
        line -> {
          Juror juror = member(line, members);
          LocalAuthority authority = authorities.of(line, "authority", null);
          scope.require(authority.code);
          Ground ground =
              Objects.requireNonNullElse(line.one("ground", Ground.class), Ground.DECLARED);
          String reason = line.text("reason");
          if (ground == Ground.DECLARED) {
            Refusal.ofBody(
                constraints.brokenBy(new RecusalApi.New(authority.code, juror.handle, reason)));
          }
          boolean isNew = recusals.restore(juror, authority, ground, reason);
          return new Done(
              isNew ? Outcome.CREATED : Outcome.UNCHANGED, authority.code + "/" + juror.handle);
        });
  }

  private static Map<String, Juror> members(int year) {
    Map<String, Juror> members = new HashMap<>();
    Juror.all(year).forEach(juror -> members.put(juror.handle, juror));
    return members;
  }

  private static Juror member(Line line, Map<String, Juror> members) {
    String handle = line.required("juror");
    Juror juror = members.get(handle);
    if (juror == null) {
      throw line.wrong(Draft.at("/juror", JuryRule.UNKNOWN_JUROR, handle));
    }
    return juror;
  }

  /** Adds and changes assignments; those that are not named stay. */
  Import assignments(int year, Upload upload) {
    Edition edition = Edition.locked(year, scope);
    AssignmentSet set = assignments.set(year);
    Import read =
        Import.of(
            upload,
            JuryRows.ASSIGNMENTS,
            line -> {
              Entry entry =
                  new Entry(
                      line.required("dossier"),
                      line.required("juror"),
                      line.one("purpose", Purpose.class),
                      line.yes("pinned") ? true : null);
              set.want(entry, "")
                  .ifPresent(
                      wrong -> {
                        throw line.wrong(wrong);
                      });
              Assignment assignment = set.wanted().get(entry);
              Outcome outcome =
                  Outcome.valueOf(assignments.write(entry, assignment).outcome().name());
              return new Done(outcome, entry.dossier() + "/" + entry.juror());
            });
    assignments.raiseVersion(edition);
    return read;
  }
}
