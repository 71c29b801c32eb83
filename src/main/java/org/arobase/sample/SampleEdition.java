package org.arobase.sample;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.arobase.access.Phase;
import org.arobase.authority.LocalAuthority;
import org.arobase.dossier.Dossier;
import org.arobase.dossier.Initiative;
import org.arobase.edition.Edition;
import org.arobase.edition.EditionService;
import org.arobase.identity.LocalAccounts.Wanted;
import org.arobase.identity.Roles;
import org.arobase.jury.Juror;
import org.arobase.jury.Juror.Office;
import org.arobase.jury.assignment.Assignment;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.sample.SampleFile.SampleDossier;
import org.arobase.sample.SampleFile.SampleInitiative;

/** Makes the demonstration edition at the first start. */
@ApplicationScoped
@RetryOnLostRace
public class SampleEdition {
  private static final String FILE = "/sample/edition-2020.yaml";
  private static final int JURORS_OF_THE_REAL_DOSSIER = 3;

  private final SampleSettings settings;
  private final EditionService editions;
  private final SyntheticDossiers synthetic;

  SampleEdition(SampleSettings settings, EditionService editions, SyntheticDossiers synthetic) {
    this.settings = settings;
    this.editions = editions;
    this.synthetic = synthetic;
  }

  /** The accounts to create. Only with an edition are the applicant and the jurors among them. */
  public List<Wanted> accounts() {
    List<Wanted> accounts = new ArrayList<>();
    accounts.add(new Wanted("secretariat", Roles.SECRETARIAT, null));
    accounts.add(new Wanted("president", Roles.PRESIDENT, null));
    accounts.add(new Wanted("vicepresident", Roles.VICE_PRESIDENT, null));
    if (settings.dossiers() > 0) {
      accounts.add(new Wanted("chanteloup", Roles.APPLICANT, "78138"));
      IntStream.rangeClosed(1, settings.jurors())
          .forEach(n -> accounts.add(new Wanted("juror" + n, Roles.JUROR, null)));
    }
    return accounts;
  }

  /**
   * Makes the edition and moves it to EVALUATION. The synthetic dossiers have submitted score
   * sheets; the real one has assignments only. Does nothing when an edition exists or none is
   * wanted.
   *
   * @return whether the edition was made
   */
  @Transactional
  public boolean createOnce() {
    if (settings.dossiers() == 0 || Edition.count() > 0) {
      return false;
    }
    long begin = System.nanoTime();
    SampleFile file = Canonical.yaml(FILE, SampleFile.class);
    Edition edition = editions.create(file.edition());
    List<Juror> jurors = jurors(edition);
    presidency(edition);
    Dossier real = dossier(edition, file.dossier());
    jurors.subList(0, JURORS_OF_THE_REAL_DOSSIER).forEach(j -> new Assignment(j, real).persist());
    Edition.flush();
    synthetic.create(edition, jurors, real.code());
    Edition made = Edition.locked(edition.year);
    editions.enter(made, Phase.OPEN);
    editions.enter(made, Phase.EVALUATION);
    Log.infof(
        "Demonstration edition %d made: %d dossiers, all synthetic but %s, in %d ms",
        edition.year,
        Dossier.count(),
        real.authority.name,
        (System.nanoTime() - begin) / 1_000_000);
    return true;
  }

  private List<Juror> jurors(Edition edition) {
    List<Juror> jurors =
        IntStream.rangeClosed(1, settings.jurors()).mapToObj(n -> juror(edition, n)).toList();
    Juror.persist(jurors);
    return jurors;
  }

  private static void presidency(Edition edition) {
    Juror president = new Juror(edition, "president", "president", "Présidence échantillon");
    president.office = Office.PRESIDENT;
    Juror vice =
        new Juror(edition, "vicepresident", "vicepresident", "Vice-présidence échantillon");
    vice.office = Office.VICE_PRESIDENT;
    Juror.persist(president, vice);
  }

  private static Juror juror(Edition edition, int number) {
    String handle = "juror" + number;
    return new Juror(edition, handle, handle, "Juré échantillon " + number);
  }

  private static Dossier dossier(Edition edition, SampleDossier content) {
    LocalAuthority authority = LocalAuthority.of(content.authority()).orElseThrow();
    Dossier dossier = new Dossier(edition, authority, false);
    dossier.persist();
    for (SampleInitiative said : content.initiatives()) {
      Initiative initiative = new Initiative();
      initiative.dossier = dossier;
      initiative.number = dossier.takeNumber();
      initiative.title = said.title();
      initiative.description = said.description();
      initiative.services.addAll(said.services());
      initiative.ongoing = said.ongoing();
      initiative.persist();
    }
    return dossier;
  }
}
