package org.arobase.palmares;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arobase.audit.StateSource;
import org.arobase.audit.Subject;
import org.arobase.authority.LabelRecord;
import org.jspecify.annotations.Nullable;

/** The recorded state of publications, embargoes, and labels given here, whatever the year. */
@ApplicationScoped
class PublicationStates implements StateSource {
  private static final String KIND = "publication";

  private static final String LABELS = "labels";

  private record Content(Instant publishedAt, String publishedBy) {}

  private static final String EMBARGO = "embargo";

  private record EmbargoContent(
      @Nullable Instant endsAt, String setBy, Instant setAt, int version) {}

  private record Label(
      String authority, String name, int edition, int level, @Nullable String note) {
    static Label of(LabelRecord l) {
      return new Label(l.authorityCode, l.authorityName, l.edition, l.level, l.note);
    }
  }

  /** A publication as it is now. */
  static State of(Publication p) {
    return new State(
        Subject.of(KIND, p.editionYear, ""), new Content(p.publishedAt, p.publishedBy));
  }

  /** The labels given here in a year, by authority. */
  static State of(int year, List<LabelRecord> labels) {
    return new State(Subject.of(LABELS, year, ""), labels.stream().map(Label::of).toList());
  }

  /** The embargo of an edition, once somebody has set one. */
  static State of(Embargo e) {
    return new State(
        Subject.of(EMBARGO, e.editionYear, ""),
        new EmbargoContent(e.endsAt, e.setBy, e.setAt, e.version));
  }

  @Override
  public List<String> kinds() {
    return List.of(KIND, LABELS, EMBARGO);
  }

  @Override
  public void present(@Nullable Integer year, Consumer<State> to) {
    Map<Integer, List<LabelRecord>> labels =
        LabelRecord.<LabelRecord>list(
                "source = ?1 and (?2 is null or year = ?2) order by authorityCode",
                LabelRecord.OURS,
                year)
            .stream()
            .collect(Collectors.groupingBy(l -> l.year));
    Stream.of(
            Publication.<Publication>list("?1 is null or editionYear = ?1", year).stream()
                .map(PublicationStates::of),
            labels.entrySet().stream().map(given -> of(given.getKey(), given.getValue())),
            Embargo.<Embargo>list("?1 is null or editionYear = ?1", year).stream()
                .map(PublicationStates::of))
        .flatMap(states -> states)
        .forEach(to);
  }
}
