package org.arobase.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.arobase.access.AccessScope;
import org.arobase.audit.Action;
import org.arobase.audit.WriteDoor;
import org.arobase.authority.AuthorityRule;
import org.arobase.authority.LocalAuthority;
import org.arobase.edition.Edition;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.http.IfMatch;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Violation;

/** Writes dossiers and initiatives while the edition is open. */
@ApplicationScoped
@RetryOnLostRace
public class DossierService {
  private final AccessScope scope;
  private final WriteDoor door;

  DossierService(AccessScope scope, WriteDoor door) {
    this.scope = scope;
    this.door = door;
  }

  /**
   * Makes an authority's dossier.
   *
   * @throws Refusal 403 without access to the dossier, 409 for a second dossier or in another
   *     phase, 422 for an unknown authority
   */
  @Transactional
  public Dossier create(int year, DossierApi.New wanted) {
    Edition edition = Edition.held(year, scope);
    scope.require(wanted.authority());
    LocalAuthority authority =
        LocalAuthority.of(wanted.authority())
            .orElseThrow(
                () ->
                    Refusal.at("/authority", AuthorityRule.UNKNOWN_AUTHORITY, wanted.authority()));
    return door.create(
        new Dossier(edition, authority, false), () -> exists(wanted.authority(), year));
  }

  private static Refusal exists(String code, int year) {
    return new Refusal(
        DossierProblem.DOSSIER_EXISTS,
        List.of(Violation.Draft.at("/authority", DossierRule.DOSSIER_EXISTS, code)),
        code,
        String.valueOf(year));
  }

  /**
   * Adds an initiative to a dossier.
   *
   * @throws Refusal 404 without such a dossier, 409 in another phase, 422 for an unknown service or
   *     a missing start date
   */
  @Transactional
  public Initiative add(int year, String code, DossierApi.Content content) {
    Initiative initiative = new Initiative();
    door.change(
        writable(year, code),
        Action.CHANGED,
        dossier -> {
          Refusal.ofBody(wrong(content, services(dossier.edition)));
          initiative.dossier = dossier;
          initiative.number = dossier.takeNumber();
          content.applyTo(initiative);
          initiative.persist();
        });
    return initiative;
  }

  /**
   * Replaces the content of an initiative.
   *
   * @throws Refusal 404 without such an initiative, 409 in another phase, 412 for another version,
   *     422 for an unknown service or a missing start date
   */
  @Transactional
  public Initiative replace(
      int year, String code, int number, DossierApi.Content content, String ifMatch) {
    Dossier dossier = writable(year, code);
    return door.change(
        Initiative.required(dossier, number),
        ifMatch,
        Action.CHANGED,
        initiative -> {
          Refusal.ofBody(wrong(content, services(dossier.edition)));
          content.applyTo(initiative);
        });
  }

  /**
   * Removes an initiative; its number is not given again.
   *
   * @throws Refusal 404 without such an initiative, 409 in another phase, 412 for another version
   */
  @Transactional
  public void remove(int year, String code, int number, String ifMatch) {
    Dossier dossier = writable(year, code);
    Initiative initiative = Initiative.required(dossier, number);
    IfMatch.require(ifMatch, initiative.version);
    door.change(dossier, Action.CHANGED, d -> initiative.delete());
  }

  /**
   * Sets or removes a dossier's anchor score.
   *
   * @throws Refusal 404 without such a dossier, 409 in another phase, 412 for another version
   */
  @Transactional
  public Dossier anchor(int year, String code, DossierApi.NewAnchor anchor, String ifMatch) {
    return door.change(
        writable(year, code), ifMatch, Action.CHANGED, d -> d.anchor = anchor.score());
  }

  private Dossier writable(int year, String code) {
    Edition.held(year, scope);
    return Dossier.locked(year, code);
  }

  public static Set<String> services(Edition edition) {
    return edition.framework.document().issueOfService().keySet();
  }

  /**
   * What is wrong with an initiative beyond the constraints on its fields.
   *
   * @param services the codes of the services that the framework has
   */
  public static List<Violation.Draft> wrong(DossierApi.Content content, Set<String> services) {
    List<Violation.Draft> found = new ArrayList<>();
    for (String service : content.services()) {
      if (!services.contains(service)) {
        found.add(Violation.Draft.at("/services", DossierRule.UNKNOWN_SERVICE, service));
      }
    }
    if (!content.ongoing() && content.startedOn() == null) {
      found.add(Violation.Draft.at("/startedOn", DossierRule.START_REQUIRED));
    }
    return found;
  }
}
