package org.arobase.palmares.anonymised;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.arobase.access.AccessScope;
import org.arobase.deliberation.seal.Seal;
import org.arobase.deliberation.seal.SealedResults.DossierResult;
import org.arobase.edition.Edition;
import org.arobase.palmares.anonymised.AnonymisedMarksApi.Criterion;
import org.arobase.palmares.anonymised.AnonymisedMarksApi.Dossier;
import org.arobase.palmares.anonymised.AnonymisedMarksApi.GivenMark;
import org.arobase.palmares.anonymised.AnonymisedMarksApi.Initiative;
import org.arobase.palmares.anonymised.AnonymisedMarksApi.Issue;
import org.arobase.palmares.anonymised.AnonymisedMarksApi.Marks;
import org.arobase.palmares.anonymised.AnonymisedMarksApi.Sealed;
import org.arobase.palmares.anonymised.AnonymisedMarksApi.Sheet;
import org.arobase.platform.secrets.ServerKey;
import org.arobase.rating.MarkedDossier;
import org.arobase.rating.RatingInput;
import org.arobase.rating.RatingInputs;
import org.arobase.rating.SheetRef;
import org.arobase.scoring.Grid;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;
import org.arobase.scoring.Scoring;

/** Exports the marks of a finalised edition without names. */
@ApplicationScoped
class AnonymisedMarks {
  private final RatingInputs inputs;
  private final ServerKey key;
  private final AccessScope scope;

  AnonymisedMarks(RatingInputs inputs, ServerKey key, AccessScope scope) {
    this.inputs = inputs;
    this.key = key;
    this.scope = scope;
  }

  @Transactional
  Marks of(int year) {
    Edition edition = Edition.required(year);
    Seal seal = Seal.required(year, null);
    Map<String, DossierResult> sealed =
        seal.results().seenBy(scope::sees).dossiers().stream()
            .collect(Collectors.toMap(DossierResult::code, result -> result));
    List<RatingInput> all = inputs.of(edition);
    List<RatingInput> known = scope.filter(all, d -> d.dossier().code());
    Map<String, String> pseudonyms = pseudonyms(year, known);
    Map<String, List<Issue>> strata = new TreeMap<>();
    known.forEach(
        d ->
            strata.putIfAbsent(
                d.stratum(), d.grid().issues().stream().map(AnonymisedMarks::issue).toList()));
    return new Marks(
        AnonymisedMarksApi.FORMAT,
        year,
        Scoring.ENGINE,
        seal.contentHash,
        known.size() == all.size(),
        edition.policy(),
        known.isEmpty()
            ? List.of()
            : known.get(0).grid().criteria().stream().map(AnonymisedMarks::criterion).toList(),
        strata,
        inputs.marked(
            edition, known, d -> dossier(d, pseudonyms, sealed.get(d.panel().dossier()))));
  }

  /** Numbered in an order that outsiders cannot compute, so that it tells nothing of the ids. */
  private Map<String, String> pseudonyms(int year, List<RatingInput> known) {
    TreeSet<String> jurors = new TreeSet<>();
    known.stream()
        .flatMap(d -> d.sheets().stream())
        .filter(SheetRef::submitted)
        .forEach(sheet -> jurors.add(sheet.juror()));
    List<String> shuffled =
        jurors.stream()
            .sorted(Comparator.comparing(juror -> key.mac("pseudonym", year + "/" + juror)))
            .toList();
    Map<String, String> pseudonyms = new HashMap<>();
    shuffled.forEach(
        juror -> pseudonyms.put(juror, String.format(Locale.ROOT, "J%02d", pseudonyms.size() + 1)));
    return pseudonyms;
  }

  private static Criterion criterion(Grid.Criterion c) {
    return new Criterion(c.code(), c.weight(), c.scale().minimum(), c.scale().maximum());
  }

  private static Issue issue(Grid.Issue i) {
    return new Issue(i.code(), i.weight(), i.applicable(), i.expected());
  }

  private static Dossier dossier(
      MarkedDossier dossier, Map<String, String> pseudonyms, DossierResult sealed) {
    RatingInput input = dossier.input();
    List<Sheet> sheets =
        dossier.marks().entrySet().stream()
            .map(sheet -> new Sheet(pseudonyms.get(sheet.getKey()), marks(sheet.getValue())))
            .sorted(Comparator.comparing(Sheet::juror))
            .toList();
    return new Dossier(
        input.dossier().code(),
        input.stratum(),
        input.dossier().anchor,
        dossier.panel().quorum(),
        input.grid().initiatives().stream()
            .map(i -> new Initiative(i.number(), i.issues().stream().sorted().toList()))
            .toList(),
        sheets,
        new Sealed(sealed.score(), sealed.computedLevel(), sealed.level()));
  }

  private static List<GivenMark> marks(Map<Cell, Mark> sheet) {
    return sheet.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            mark ->
                new GivenMark(
                    mark.getKey().initiative(),
                    mark.getKey().criterion(),
                    mark.getValue().value(),
                    mark.getValue().value() == null ? mark.getValue().state().name() : null))
        .toList();
  }
}
