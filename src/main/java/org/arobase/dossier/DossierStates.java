package org.arobase.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.arobase.audit.StateSource;
import org.arobase.audit.Subject;
import org.jspecify.annotations.Nullable;

/** The audit states of dossiers, each with all of its initiatives. */
@ApplicationScoped
public class DossierStates implements StateSource {
  private static final String KIND = "dossier";

  private record Content(
      int population,
      boolean synthetic,
      int nextNumber,
      int version,
      @Nullable BigDecimal anchor,
      List<InitiativeContent> initiatives) {}

  private record InitiativeContent(
      int number,
      String title,
      String description,
      @Nullable String url,
      @Nullable LocalDate startedOn,
      boolean ongoing,
      boolean synthetic,
      Set<String> services,
      int version) {
    public static InitiativeContent of(Initiative i) {
      return new InitiativeContent(
          i.number,
          i.title,
          i.description,
          i.url,
          i.startedOn,
          i.ongoing,
          i.synthetic,
          new TreeSet<>(i.services),
          i.version);
    }
  }

  /** The present state of a dossier, with its initiatives. */
  public static State of(Dossier dossier) {
    return of(dossier, Initiative.of(dossier));
  }

  private static State of(Dossier d, List<Initiative> initiatives) {
    return new State(
        Subject.ofDossier(KIND, d.edition.year, d.code(), ""),
        new Content(
            d.population,
            d.synthetic,
            d.nextNumber,
            d.version,
            d.anchor,
            initiatives.stream().map(InitiativeContent::of).toList()));
  }

  @Override
  public List<String> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<State> present(@Nullable Integer year) {
    Map<Long, List<Initiative>> initiatives =
        Initiative.<Initiative>list(
                "select distinct i from Initiative i left join fetch i.services"
                    + " where ?1 is null or i.dossier.edition.year = ?1 order by i.number",
                year)
            .stream()
            .collect(Collectors.groupingBy(i -> i.dossier.id));
    return Dossier.<Dossier>list(
            "from Dossier d join fetch d.edition e where ?1 is null or e.year = ?1", year)
        .stream()
        .map(d -> of(d, initiatives.getOrDefault(d.id, List.of())))
        .toList();
  }
}
