package org.arobase.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.arobase.audit.Action;
import org.arobase.audit.Audit;
import org.arobase.authority.LocalAuthority;
import org.arobase.edition.Edition;
import org.arobase.edition.Permit;
import org.arobase.platform.database.Versions;
import org.arobase.platform.http.IfMatch;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Rule;
import org.arobase.platform.problem.Violation;
import org.hibernate.exception.ConstraintViolationException;

/** Writes dossiers and initiatives while the edition is open. */
@ApplicationScoped
public class DossierService {
  private final Permit permit;
  private final Audit audit;

  DossierService(Permit permit, Audit audit) {
    this.permit = permit;
    this.audit = audit;
  }

  /**
   * Makes an authority's dossier.
   *
   * @throws Refusal 422 for an unknown authority, 409 for a second dossier or in another phase
   */
  @Transactional
  public Dossier create(int year, DossierApi.New wanted) {
    Edition edition = permit.held(year);
    permit.require(wanted.authority());
    LocalAuthority authority =
        LocalAuthority.of(wanted.authority())
            .orElseThrow(
                () -> Refusal.at("/authority", Rule.UNKNOWN_AUTHORITY, wanted.authority()));
    Dossier dossier = new Dossier(edition, authority, false);
    try {
      dossier.persistAndFlush();
    } catch (ConstraintViolationException e) {
      throw new Refusal(
          Problem.DOSSIER_EXISTS,
          List.of(Violation.Draft.at("/authority", Rule.DOSSIER_EXISTS, wanted.authority())),
          wanted.authority(),
          String.valueOf(year));
    }
    audit.record(Action.CREATED, DossierStates.of(dossier));
    return dossier;
  }

  /** Adds an initiative. */
  @Transactional
  public Initiative add(int year, String code, DossierApi.Content content) {
    Dossier dossier = writable(year, code);
    Refusal.ofBody(wrong(content, services(dossier.edition)));
    Initiative initiative = new Initiative();
    initiative.dossier = dossier;
    initiative.number = dossier.takeNumber();
    content.applyTo(initiative);
    initiative.persistAndFlush();
    audit.record(Action.CHANGED, DossierStates.of(dossier));
    return initiative;
  }

  /** Replaces what is said of an initiative. */
  @Transactional
  public Initiative replace(
      int year, String code, int number, DossierApi.Content content, String ifMatch) {
    Dossier dossier = writable(year, code);
    Initiative initiative = Initiative.required(dossier, number);
    IfMatch.require(ifMatch, initiative.version);
    Refusal.ofBody(wrong(content, services(dossier.edition)));
    content.applyTo(initiative);
    Versions.raise(initiative);
    audit.record(Action.CHANGED, DossierStates.of(dossier));
    return initiative;
  }

  /** Takes an initiative out; its number is not given again. */
  @Transactional
  public void remove(int year, String code, int number, String ifMatch) {
    Dossier dossier = writable(year, code);
    Initiative initiative = Initiative.required(dossier, number);
    IfMatch.require(ifMatch, initiative.version);
    initiative.delete();
    Versions.raise(dossier);
    audit.record(Action.CHANGED, DossierStates.of(dossier));
  }

  /** Makes a dossier an anchor, or none any more. */
  @Transactional
  public Dossier anchor(int year, String code, DossierApi.NewAnchor anchor, String ifMatch) {
    Dossier dossier = writable(year, code);
    IfMatch.require(ifMatch, dossier.version);
    dossier.anchor = anchor.score();
    Versions.raise(dossier);
    audit.record(Action.CHANGED, DossierStates.of(dossier));
    return dossier;
  }

  private Dossier writable(int year, String code) {
    permit.held(year);
    Dossier dossier = Dossier.locked(year, code);
    audit.requireRecorded(DossierStates.of(dossier));
    return dossier;
  }

  static Set<String> services(Edition edition) {
    return edition.framework.document().issueOfService().keySet();
  }

  /** What is wrong with an initiative beside what its fields alone tell. */
  static List<Violation.Draft> wrong(DossierApi.Content content, Set<String> services) {
    List<Violation.Draft> found = new ArrayList<>();
    for (String service : content.services()) {
      if (!services.contains(service)) {
        found.add(Violation.Draft.at("/services", Rule.UNKNOWN_SERVICE, service));
      }
    }
    if (!content.ongoing() && content.startedOn() == null) {
      found.add(Violation.Draft.at("/startedOn", Rule.START_REQUIRED));
    }
    return found;
  }
}
