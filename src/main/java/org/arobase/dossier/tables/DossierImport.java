package org.arobase.dossier.tables;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.arobase.access.AccessScope;
import org.arobase.audit.Action;
import org.arobase.audit.WriteBatch;
import org.arobase.audit.WriteDoor;
import org.arobase.authority.AuthorityLookup;
import org.arobase.authority.LocalAuthority;
import org.arobase.dossier.Dossier;
import org.arobase.dossier.DossierApi;
import org.arobase.dossier.DossierApi.Content;
import org.arobase.dossier.DossierProblem;
import org.arobase.dossier.DossierRule;
import org.arobase.dossier.DossierService;
import org.arobase.dossier.Initiative;
import org.arobase.edition.Edition;
import org.arobase.platform.problem.CommonRule;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Violation.Draft;
import org.arobase.platform.tabular.importing.Constraints;
import org.arobase.platform.tabular.importing.Import;
import org.arobase.platform.tabular.importing.Import.Done;
import org.arobase.platform.tabular.importing.ImportApi.FieldChange;
import org.arobase.platform.tabular.importing.Line;
import org.arobase.platform.tabular.importing.Upload;
import org.hibernate.exception.ConstraintViolationException;

/** Imports a table of dossiers with their initiatives into an edition, all or nothing. */
@ApplicationScoped
class DossierImport {
  /** The number of initiatives in memory at a time. */
  private static final int AT_A_TIME = 500;

  private final EntityManager database;
  private final Constraints constraints;
  private final AuthorityLookup authorities;
  private final AccessScope scope;
  private final WriteDoor door;

  DossierImport(
      EntityManager database,
      Constraints constraints,
      AuthorityLookup authorities,
      AccessScope scope,
      WriteDoor door) {
    this.database = database;
    this.constraints = constraints;
    this.authorities = authorities;
    this.scope = scope;
    this.door = door;
  }

  /**
   * Writes the lines of a file. Dossiers and initiatives that it does not name stay as they are.
   *
   * @throws Refusal 409 in another phase, or when somebody else makes one of the dossiers at the
   *     same time
   */
  Import read(int year, Upload upload) {
    try {
      Edition edition = Edition.held(year, scope);
      return door.batch(batch -> new Run(edition, batch).of(upload));
    } catch (ConstraintViolationException e) {
      throw new Refusal(DossierProblem.DOSSIER_EXISTS, "", String.valueOf(year));
    }
  }

  /** A dossier that the file names. */
  private static final class Target {
    final Long id;
    final LocalAuthority authority;
    final String code;
    final boolean isNew;
    final SortedMap<Integer, InitiativeDigest> known = new TreeMap<>();
    final Set<Integer> named = new HashSet<>();
    final int begin;
    int next;
    boolean touched;

    Target(Dossier dossier, boolean isNew) {
      this.id = dossier.id;
      this.authority = dossier.authority;
      this.code = dossier.code();
      this.isNew = isNew;
      this.touched = isNew;
      this.begin = dossier.nextNumber;
      this.next = dossier.nextNumber;
    }
  }

  /**
   * The number for an initiative that has none in the file: the number of an initiative that is as
   * the line says and that no line has named yet, so that sending a file twice adds nothing; else
   * the next number.
   */
  private static int number(Target target, Line line, InitiativeDigest said) {
    return target.known.entrySet().stream()
        .filter(there -> !target.named.contains(there.getKey()))
        .filter(there -> said.agrees(line, there.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(target.next);
  }

  /** The import of one file, in one transaction. */
  private final class Run {
    private final Edition edition;
    private final WriteBatch batch;
    private final Set<String> services;
    private final Map<String, Target> targets = new LinkedHashMap<>();
    private int pending;

    Run(Edition edition, WriteBatch batch) {
      this.edition = edition;
      this.batch = batch;
      this.services = DossierService.services(edition);
    }

    Import of(Upload upload) {
      Import read = Import.of(upload, DossierRows.COLUMNS, this::line);
      if (read.isWrong()) {
        batch.abandon();
      } else {
        targets.values().stream().filter(target -> target.touched).forEach(this::end);
      }
      return read;
    }

    private Done line(Line line) {
      Target target = target(line);
      boolean first = target.named.add(0);
      if (isOfTheDossierAlone(line)) {
        return target.isNew && first ? Done.created(target.code) : Done.unchanged(target.code);
      }
      Content said = InitiativeCells.read(line, InitiativeCells.NONE);
      InitiativeDigest digest = InitiativeDigest.of(said);
      Integer wanted = line.whole("number");
      int number = wanted == null ? number(target, line, digest) : wanted;
      InitiativeDigest known = target.known.get(number);
      if (known == null) {
        requireRight(said);
      }
      takeNumber(line, target, number);
      String subject = target.code + "/" + number;
      if (known == null) {
        create(target, number, said);
        return Done.created(subject);
      }
      return digest.agrees(line, known)
          ? Done.unchanged(subject)
          : Done.changed(subject, change(line, target, number));
    }

    private static void takeNumber(Line line, Target target, int number) {
      if (number < 1) {
        throw line.unusable("number", DossierRule.NUMBER_BELOW_ONE, number);
      }
      if (!target.isNew && number < target.begin && !target.known.containsKey(number)) {
        throw line.unusable("number", DossierRule.NUMBER_GIVEN_BEFORE, number);
      }
      if (!target.named.add(number)) {
        throw line.unusable("number", CommonRule.LINE_TWICE, target.code + "/" + number);
      }
      target.next = Math.max(target.next, number + 1);
    }

    private Target target(Line line) {
      String code = line.code("dossier");
      Target known = targets.get(code);
      if (known == null) {
        LocalAuthority authority = authorities.of(line, "dossier", line.textOrNull("name"));
        scope.require(authority.code);
        known = open(authority);
        targets.put(code, known);
      }
      AuthorityLookup.requireName(line, known.authority);
      return known;
    }

    private Target open(LocalAuthority authority) {
      Dossier there = Dossier.lockedIfThere(edition.year, authority.code).orElse(null);
      if (there == null) {
        Dossier dossier =
            new Dossier(database.getReference(Edition.class, edition.year), authority, false);
        batch.write(authority.code, dossier::persist);
        return new Target(dossier, true);
      }
      batch.requireRecorded(there);
      Target target = new Target(there, false);
      Initiative.of(there)
          .forEach(i -> target.known.put(i.number, InitiativeDigest.of(InitiativeCells.of(i))));
      database.flush();
      database.clear();
      return target;
    }

    private List<FieldChange> change(Line line, Target target, int number) {
      target.touched = true;
      Dossier dossier = database.getReference(Dossier.class, target.id);
      Initiative initiative = Initiative.required(dossier, number);
      Content before = InitiativeCells.of(initiative);
      Content after = InitiativeCells.read(line, before);
      requireRight(after);
      batch.change(target.code, initiative, after::applyTo);
      clearNowAndThen();
      return InitiativeCells.COLUMNS.changes(
          InitiativeCells.cells(before), InitiativeCells.cells(after));
    }

    private void create(Target target, int number, Content content) {
      target.touched = true;
      Initiative initiative = new Initiative();
      initiative.dossier = database.getReference(Dossier.class, target.id);
      initiative.number = number;
      content.applyTo(initiative);
      batch.write(target.code, initiative::persist);
      clearNowAndThen();
    }

    /** Keeps the memory small, however long the file is. */
    private void clearNowAndThen() {
      if (++pending % AT_A_TIME == 0) {
        database.flush();
        database.clear();
      }
    }

    private void end(Target target) {
      database.flush();
      database.clear();
      batch.end(
          target.code,
          Dossier.locked(edition.year, target.code),
          target.isNew ? Action.CREATED : Action.CHANGED,
          dossier -> dossier.nextNumber = target.next);
    }

    private void requireRight(Content content) {
      List<Draft> wrong = constraints.brokenBy(content);
      // with too many services, reporting their number is enough
      if (content.services().size() <= DossierApi.MOST_SERVICES) {
        wrong.addAll(DossierService.wrong(content, services));
      }
      Refusal.ofBody(wrong);
    }
  }

  private static boolean isOfTheDossierAlone(Line line) {
    return DossierRows.COLUMNS.all().stream()
        .filter(column -> !Set.of("dossier", "name").contains(column))
        .allMatch(column -> line.textOrNull(column) == null);
  }
}
