package org.arobase.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arobase.audit.StateSource;
import org.arobase.audit.Subject;
import org.arobase.platform.database.Stateless;
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
  public void present(@Nullable Integer year, Consumer<State> to) {
    Stateless.pages(
        "from Dossier d join fetch d.authority join fetch d.edition e"
            + " where (:year is null or e.year = :year) and d.id > :after order by d.id",
        Dossier.class,
        Collections.singletonMap("year", year),
        d -> d.id,
        page -> states(page).forEach(to));
  }

  private static Stream<State> states(List<Dossier> page) {
    Map<Long, List<Initiative>> initiatives =
        Stateless.list(
                "select i from Initiative i left join fetch i.services where i.dossier.id in :page"
                    + " order by i.number",
                Initiative.class,
                Map.of("page", page.stream().map(d -> d.id).toList()))
            .stream()
            .collect(Collectors.groupingBy(i -> i.dossier.id));
    return page.stream().map(d -> of(d, initiatives.getOrDefault(d.id, List.of())));
  }
}
