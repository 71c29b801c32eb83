package org.arobase.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.arobase.authority.LocalAuthority;
import org.arobase.authority.LocalAuthority.Kind;
import org.arobase.dossier.Dossier;
import org.arobase.dossier.Initiative;
import org.arobase.edition.Edition;
import org.arobase.framework.FrameworkDocument.DigitalService;
import org.arobase.jury.Juror;
import org.arobase.jury.assignment.Assignment;
import org.arobase.scoresheet.ScoreSheet;
import org.arobase.scoresheet.SheetDocument;
import org.arobase.scoresheet.SheetDocument.Audience;
import org.arobase.scoresheet.SheetDocument.Comment;
import org.arobase.scoresheet.Submission;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;

/**
 * Makes dossiers of real authorities with invented initiatives and marks. The same seed gives the
 * same dossiers.
 */
@ApplicationScoped
class SyntheticDossiers {
  /** One authority in twelve is an intercommunalité, as in the label's published lists. */
  private static final int INTERMUNICIPALITY_EVERY = 12;

  private static final int LEAST_POPULATION = 500;
  private static final int JURORS_PER_DOSSIER = 3;
  private static final double MEDIAN_INITIATIVES = 24;
  private static final int MOST_INITIATIVES = 197;

  private final SampleSettings settings;
  private final EntityManager database;
  private final Clock clock;

  SyntheticDossiers(SampleSettings settings, EntityManager database, Clock clock) {
    this.settings = settings;
    this.database = database;
    this.clock = clock;
  }

  /**
   * Makes the synthetic dossiers, each scored by three jurors.
   *
   * @param taken code of the authority that has the real dossier
   */
  void create(Edition edition, List<Juror> jurors, String taken) {
    Random random = new Random(settings.seed());
    SyntheticMarks marks = new SyntheticMarks(random, edition.framework.document().criteria());
    List<String> codes = authorities(random, taken);
    for (String code : codes) {
      LocalAuthority authority = LocalAuthority.of(code).orElseThrow();
      dossier(edition, authority, jurors, random, marks);
      // one dossier at a time in memory, however many there are
      database.flush();
      database.clear();
    }
  }

  private List<String> authorities(Random random, String taken) {
    int all = Math.max(0, settings.dossiers() - 1);
    int intermunicipal = all / INTERMUNICIPALITY_EVERY;
    List<String> codes = new ArrayList<>();
    codes.addAll(drawn(Kind.INTERMUNICIPALITY, taken, random, intermunicipal));
    codes.addAll(drawn(Kind.MUNICIPALITY, taken, random, all - intermunicipal));
    return codes;
  }

  private List<String> drawn(Kind kind, String taken, Random random, int count) {
    List<String> codes =
        database
            .createQuery(
                "select a.code from LocalAuthority a where a.kind = :kind and a.code <> :taken"
                    + " and a.population >= :least order by a.code",
                String.class)
            .setParameter("kind", kind)
            .setParameter("taken", taken)
            .setParameter("least", LEAST_POPULATION)
            .getResultList();
    Collections.shuffle(codes, random);
    return codes.subList(0, Math.min(count, codes.size()));
  }

  private void dossier(
      Edition edition,
      LocalAuthority authority,
      List<Juror> jurors,
      Random random,
      SyntheticMarks marks) {
    Dossier dossier = new Dossier(edition, authority, true);
    dossier.persist();
    List<DigitalService> services =
        edition.framework.document().issues().stream().flatMap(i -> i.services().stream()).toList();
    int count = settings.initiatives() > 0 ? settings.initiatives() : howMany(random);
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      numbers.add(initiative(dossier, services.get(random.nextInt(services.size()))));
    }
    List<Juror> panel = new ArrayList<>(jurors);
    Collections.shuffle(panel, random);
    marks.nextDossier(numbers);
    panel.subList(0, JURORS_PER_DOSSIER).forEach(juror -> sheet(juror, dossier, numbers, marks));
  }

  /** Log-normal around the published median. */
  private static int howMany(Random random) {
    double drawn = MEDIAN_INITIATIVES * Math.exp(0.7 * random.nextGaussian());
    return (int) Math.max(3, Math.min(MOST_INITIATIVES, Math.round(drawn)));
  }

  private static int initiative(Dossier dossier, DigitalService service) {
    Initiative initiative = new Initiative();
    initiative.dossier = dossier;
    initiative.number = dossier.takeNumber();
    initiative.title = "Initiative synthétique " + initiative.number;
    initiative.description = "Donnée synthétique : " + service.name().fr();
    initiative.services.add(service.code());
    initiative.ongoing = true;
    initiative.synthetic = true;
    initiative.persist();
    return initiative.number;
  }

  private void sheet(Juror juror, Dossier dossier, List<Integer> numbers, SyntheticMarks marks) {
    Assignment assignment = new Assignment(juror, dossier);
    assignment.persist();
    SortedMap<Cell, Mark> written = new TreeMap<>();
    SyntheticMarks.Voice voice = marks.voice(juror.handle);
    for (int number : numbers) {
      for (String criterion : marks.criteria()) {
        Cell cell = new Cell(number, criterion);
        written.put(cell, voice.mark(cell));
      }
    }
    ScoreSheet sheet = new ScoreSheet();
    sheet.assignmentId = assignment.id;
    sheet.status = ScoreSheet.Status.SUBMITTED;
    sheet.submittedAt = clock.instant();
    sheet.write(
        new SheetDocument(
            written, new TreeMap<>(), Comment.of("Feuille synthétique", Audience.AUTHORITY)));
    sheet.persist();
    Submission.first(sheet, juror.username).persist();
  }
}
