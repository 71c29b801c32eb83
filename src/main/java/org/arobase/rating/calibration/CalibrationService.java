package org.arobase.rating.calibration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.arobase.access.CallerMembership;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.identity.Caller;
import org.arobase.jury.assignment.Assignment;
import org.arobase.jury.assignment.Assignment.Purpose;
import org.arobase.rating.RatingInputs;
import org.arobase.rating.ScoredDossier;
import org.arobase.rating.calibration.CalibrationApi.OnDossier;
import org.arobase.rating.calibration.CalibrationApi.View;
import org.jspecify.annotations.Nullable;

/** Compares a juror's scores with the mean of the others' on the dossiers that all jurors read. */
@ApplicationScoped
class CalibrationService {
  private static final int DIGITS = 4;

  private final RatingInputs inputs;
  private final CalibrationPanels panels;
  private final CallerMembership membership;
  private final Caller caller;

  CalibrationService(
      RatingInputs inputs, CalibrationPanels panels, CallerMembership membership, Caller caller) {
    this.inputs = inputs;
    this.panels = panels;
    this.membership = membership;
    this.caller = caller;
  }

  @Transactional
  View of(int year) {
    Edition edition = Edition.required(year);
    String handle = String.valueOf(membership.of(year).handle());
    List<Dossier> dossiers =
        Assignment.ofUser(year, caller.name()).stream()
            .filter(a -> a.purpose == Purpose.CALIBRATION)
            .map(a -> a.dossier)
            .toList();
    List<OnDossier> told =
        inputs.scored(edition, inputs.of(edition, dossiers)).stream()
            .map(scored -> told(scored, handle))
            .toList();
    List<BigDecimal> differences =
        told.stream().map(OnDossier::difference).filter(Objects::nonNull).toList();
    return new View(year, handle, differences.isEmpty() ? null : mean(differences), told);
  }

  private OnDossier told(ScoredDossier scored, String handle) {
    Dossier dossier = scored.input().dossier();
    Map<String, @Nullable BigDecimal> scores = scored.panel().scores();
    BigDecimal own = scores.get(handle);
    if (!scores.containsKey(handle)) {
      return new OnDossier(dossier.code(), dossier.authority.name, false, null, null, null, null);
    }
    Map<String, BigDecimal> told = panels.of(scored);
    List<BigDecimal> others = told == null ? List.of() : others(told, handle);
    BigDecimal panel = others.size() < CalibrationPanels.FEWEST_OTHERS ? null : mean(others);
    return new OnDossier(
        dossier.code(),
        dossier.authority.name,
        true,
        told == null ? others(scores, handle).size() : others.size(),
        rounded(own),
        panel,
        panel == null || own == null ? null : rounded(own.subtract(panel)));
  }

  private static List<BigDecimal> others(
      Map<String, ? extends @Nullable BigDecimal> scores, String handle) {
    List<BigDecimal> others = new ArrayList<>();
    scores.forEach(
        (juror, score) -> {
          if (!juror.equals(handle) && score != null) {
            others.add(score);
          }
        });
    return others;
  }

  private static BigDecimal mean(List<BigDecimal> values) {
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.divide(BigDecimal.valueOf(values.size()), DIGITS, RoundingMode.HALF_UP);
  }

  private static @Nullable BigDecimal rounded(@Nullable BigDecimal value) {
    return value == null ? null : value.setScale(DIGITS, RoundingMode.HALF_UP);
  }
}
