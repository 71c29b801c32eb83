package org.arobase.jury.tables;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.arobase.access.AccessScope;
import org.arobase.authority.AuthorityLookup;
import org.arobase.authority.LocalAuthority;
import org.arobase.edition.Edition;
import org.arobase.jury.Juror;
import org.arobase.jury.JuryRule;
import org.arobase.jury.Recusal;
import org.arobase.jury.Recusal.Ground;
import org.arobase.jury.recusal.RecusalApi;
import org.arobase.jury.recusal.RecusalService;
import org.arobase.platform.language.Typed;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Violation.Draft;
import org.arobase.platform.tabular.importing.Constraints;
import org.arobase.platform.tabular.importing.Import;
import org.arobase.platform.tabular.importing.Import.Done;
import org.arobase.platform.tabular.importing.Line;
import org.arobase.platform.tabular.importing.Upload;

/** Imports a table of recusals. */
@ApplicationScoped
class RecusalImport {
  private final AccessScope scope;
  private final Constraints constraints;
  private final AuthorityLookup authorities;
  private final RecusalService recusals;

  RecusalImport(
      AccessScope scope,
      Constraints constraints,
      AuthorityLookup authorities,
      RecusalService recusals) {
    this.scope = scope;
    this.constraints = constraints;
    this.authorities = authorities;
    this.recusals = recusals;
  }

  /** Adds recusals. One that is in force stays as it is; a line that wants another is refused. */
  Import read(int year, Upload upload) {
    Edition.locked(year, scope);
    Map<String, Juror> members = new HashMap<>();
    Juror.all(year).forEach(juror -> members.put(juror.handle, juror));
    return Import.of(upload, JuryRows.RECUSALS, line -> line(line, members));
  }

  private Done line(Line line, Map<String, Juror> members) {
    String handle = line.required("juror");
    Juror juror = members.get(handle);
    if (juror == null) {
      throw line.wrong(Draft.at("/juror", JuryRule.UNKNOWN_JUROR, handle));
    }
    LocalAuthority authority = authorities.of(line, "authority", null);
    scope.require(authority.code);
    return Recusal.inForce(juror, authority.code)
        .map(there -> same(line, there))
        .orElseGet(() -> added(line, juror, authority));
  }

  private Done added(Line line, Juror juror, LocalAuthority authority) {
    Ground ground = ground(line);
    String reason = reason(line, "reason");
    if (ground == Ground.DECLARED) {
      Refusal.ofBody(
          constraints.brokenBy(new RecusalApi.New(authority.code, juror.handle, reason)));
    }
    recusals.restore(juror, authority, ground, reason);
    return Done.created(subject(juror, authority));
  }

  private static Done same(Line line, Recusal there) {
    boolean isSame =
        (!line.has("ground") || ground(line) == there.ground)
            && line.said("reason", cell -> reason(line, cell), there.reason).equals(there.reason);
    if (!isSame) {
      throw line.wrong(
          Draft.at(
              "",
              JuryRule.RECUSAL_DIFFERS,
              there.juror.handle,
              there.authority.code,
              there.ground,
              there.reason));
    }
    return Done.unchanged(subject(there.juror, there.authority));
  }

  /** The reason in the form in which it is stored. */
  private static String reason(Line line, String column) {
    return Typed.stripped(Typed.lines(line.text(column)));
  }

  private static Ground ground(Line line) {
    return Objects.requireNonNullElse(line.one("ground", Ground.class), Ground.DECLARED);
  }

  private static String subject(Juror juror, LocalAuthority authority) {
    return authority.code + "/" + juror.handle;
  }
}
