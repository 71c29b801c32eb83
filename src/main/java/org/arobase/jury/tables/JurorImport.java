package org.arobase.jury.tables;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.arobase.access.AccessScope;
import org.arobase.authority.AuthorityLookup;
import org.arobase.edition.Edition;
import org.arobase.jury.Juror;
import org.arobase.jury.JuryRule;
import org.arobase.jury.member.JurorApi;
import org.arobase.jury.member.JurorService;
import org.arobase.jury.recusal.RecusalService;
import org.arobase.platform.problem.CommonRule;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.tabular.importing.Constraints;
import org.arobase.platform.tabular.importing.Import;
import org.arobase.platform.tabular.importing.Import.Done;
import org.arobase.platform.tabular.importing.ImportApi.FieldChange;
import org.arobase.platform.tabular.importing.Line;
import org.arobase.platform.tabular.importing.Upload;
import org.jspecify.annotations.Nullable;

/** Imports a table of members of a jury. */
@ApplicationScoped
class JurorImport {
  private final AccessScope scope;
  private final Constraints constraints;
  private final AuthorityLookup authorities;
  private final JurorService jurors;
  private final RecusalService recusals;

  JurorImport(
      AccessScope scope,
      Constraints constraints,
      AuthorityLookup authorities,
      JurorService jurors,
      RecusalService recusals) {
    this.scope = scope;
    this.constraints = constraints;
    this.authorities = authorities;
    this.jurors = jurors;
    this.recusals = recusals;
  }

  /** Adds members to the jury, and changes those who are in it. */
  Import read(int year, Upload upload) {
    Edition edition = Edition.locked(year, scope);
    Import read = Import.of(upload, JuryRows.JURORS, new Run(edition)::line);
    if (!read.isWrong()) {
      // once, after all lines, because it looks at all members
      recusals.entered(edition, edition.phase);
    }
    return read;
  }

  /** The import of one file. */
  private final class Run {
    private final Edition edition;
    private final Map<String, Juror> known = new HashMap<>();
    private final Map<String, String> users = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    Run(Edition edition) {
      this.edition = edition;
      for (Juror juror : Juror.all(edition.year)) {
        known.put(juror.handle, juror);
        users.put(juror.username, juror.handle);
      }
    }

    private Done line(Line line) {
      Juror there = known.get(line.required("id"));
      JurorRow row = JurorRow.read(line, authorities, there);
      JurorApi.New said = row.invitation();
      Refusal.ofBody(constraints.brokenBy(said));
      requireUnique(line, said);
      if (there != null && !there.username.equals(said.username())) {
        throw line.unusable("username", JuryRule.USERNAME_STAYS, there.username);
      }
      return written(row, said, there);
    }

    private void requireUnique(Line line, JurorApi.New said) {
      if (!seen.add(said.id())) {
        throw line.unusable("id", CommonRule.LINE_TWICE, said.id());
      }
      String holder = users.putIfAbsent(said.username(), said.id());
      if (holder != null && !holder.equals(said.id())) {
        throw line.unusable("username", CommonRule.LINE_TWICE, said.username());
      }
    }

    private Done written(JurorRow row, JurorApi.New said, @Nullable Juror there) {
      if (there == null) {
        jurors.created(edition, said);
        return Done.created(said.id());
      }
      List<FieldChange> changes = JuryRows.JURORS.changes(JurorRow.of(there).cells(), row.cells());
      if (!changes.isEmpty()) {
        jurors.changed(there, row.change());
      }
      return Done.changed(said.id(), changes);
    }
  }
}
