package org.arobase.palmares.pdf;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.arobase.deliberation.distinction.Distinction;
import org.arobase.deliberation.seal.SealedResults;
import org.arobase.deliberation.seal.SealedResults.AttendancePart;
import org.arobase.deliberation.seal.SealedResults.DistinctionPart;
import org.arobase.deliberation.seal.SealedResults.DossierResult;
import org.arobase.deliberation.seal.SealedResults.MotionPart;
import org.arobase.deliberation.seal.SealedResults.SessionPart;
import org.arobase.deliberation.session.Attendance;
import org.arobase.palmares.document.DistinctionNames;
import org.arobase.palmares.document.PalmaresDocument.LabelDistinction;
import org.jspecify.annotations.Nullable;

/**
 * The content of the minutes, in words and in order; every figure comes from sealed results. Only
 * the members' names do not: they are not sealed, and disappear when members are erased.
 */
record Minutes(
    String edition,
    int year,
    int number,
    int version,
    String reason,
    String sealed,
    String hash,
    SealedResults results,
    List<Session> sessions,
    List<Row> distribution,
    List<Dossier> dossiers,
    List<Row> decisions,
    List<Row> distinctions,
    List<Row> changes,
    boolean partial) {

  /** Two cells of a list. */
  record Row(String what, String said) {}

  /** A session. */
  record Session(
      int number,
      String held,
      String place,
      String opened,
      String closed,
      String presided,
      int members,
      int needed,
      int attending,
      int mandates,
      List<Row> attendance,
      List<Vote> votes) {}

  /** A vote. */
  record Vote(
      int number,
      String object,
      String text,
      int inFavour,
      int against,
      int abstained,
      String result,
      String quorum,
      String left) {}

  /** A line of the results. */
  record Dossier(
      String code,
      String name,
      String stratum,
      String score,
      String computed,
      String level,
      String beside) {}

  /**
   * The minutes of sealed results.
   *
   * @param hash SHA-256 of the sealed results
   * @param names names of the members by id
   * @param strata names of the strata by code
   * @param partial whether dossiers are left out
   */
  static Minutes of(
      SealedResults results,
      String hash,
      Map<String, String> names,
      Map<String, String> strata,
      boolean partial) {
    Map<String, String> dossiers = new TreeMap<>();
    results.dossiers().forEach(d -> dossiers.put(d.code(), d.name()));
    return new Minutes(
        results.edition().name(),
        results.edition().year(),
        results.edition().number(),
        results.version(),
        results.reason(),
        French.inFrench(results.sealedAt()),
        hash,
        results,
        results.sessions().stream().map(s -> session(s, names, dossiers)).toList(),
        distribution(results),
        results.dossiers().stream().map(d -> dossier(d, strata)).toList(),
        results.dossiers().stream()
            .filter(d -> !d.reason().isEmpty())
            .map(
                d ->
                    new Row(
                        d.name()
                            + " : "
                            + French.level(d.given())
                            + (d.signed() ? " (contresigné)" : ""),
                        d.reason()))
            .toList(),
        results.dossiers().stream()
            .flatMap(
                d ->
                    d.distinctions().stream()
                        .map(given -> new Row(d.name() + " : " + name(given), given.reason())))
            .toList(),
        results.changes().stream()
            .map(
                c ->
                    new Row(
                        dossiers.getOrDefault(c.dossier(), c.dossier())
                            + " : "
                            + (c.from() == c.to()
                                ? "distinctions"
                                : French.level(c.from()) + " → " + French.level(c.to())),
                        c.reason()))
            .toList(),
        partial);
  }

  private static Session session(
      SessionPart s, Map<String, String> names, Map<String, String> dossiers) {
    List<AttendancePart> ever = s.attendance();
    return new Session(
        s.number(),
        French.inFrench(s.heldAt()),
        s.place(),
        s.openedAt() == null ? "–" : French.inFrench(s.openedAt()),
        s.closedAt() == null ? "–" : French.inFrench(s.closedAt()),
        s.presidedBy() == null
            ? "une personne hors du jury"
            : names.getOrDefault(s.presidedBy(), s.presidedBy()),
        s.members(),
        s.needed(),
        different(ever, mode -> mode != Attendance.Mode.MANDATE),
        different(ever, mode -> mode == Attendance.Mode.MANDATE),
        ever.stream().map(a -> attendance(a, names)).toList(),
        s.motions().stream().map(m -> vote(m, names, dossiers)).toList());
  }

  private static Row attendance(AttendancePart a, Map<String, String> names) {
    boolean mandate = a.mode() == Attendance.Mode.MANDATE;
    String how =
        switch (a.mode()) {
          case PRESENT -> "présent dans la salle";
          case REMOTE -> "présent à distance";
          case MANDATE -> "mandat donné à " + names.getOrDefault(a.holder(), a.holder());
        };
    String from = mandate ? " le " : ", à partir du ";
    String until = mandate ? ", repris le " : ", jusqu’au ";
    return new Row(
        names.getOrDefault(a.juror(), a.juror()),
        how + at(from, a.arrivedAt()) + at(until, a.leftAt()));
  }

  private static String at(String word, @Nullable Instant time) {
    return time == null ? "" : word + French.inFrench(time);
  }

  private static int different(List<AttendancePart> all, Predicate<Attendance.Mode> mode) {
    return (int)
        all.stream().filter(a -> mode.test(a.mode())).map(AttendancePart::juror).distinct().count();
  }

  private static Vote vote(MotionPart m, Map<String, String> names, Map<String, String> dossiers) {
    String dossier = m.dossier() == null ? "" : dossiers.getOrDefault(m.dossier(), m.dossier());
    String object =
        switch (m.kind()) {
          case LEVEL -> dossier + " : " + French.level(m.level());
          case DISTINCTION -> dossier + " : " + name(m.distinction(), m.title(), null);
          case OTHER -> dossier.isEmpty() ? "Motion" : dossier;
        };
    String result =
        switch (m.state()) {
          case ADOPTED -> "adopté";
          case REJECTED -> "rejeté";
          case OPEN, WITHDRAWN -> "retiré";
        };
    return new Vote(
        m.number(),
        object,
        m.text(),
        m.inFavour(),
        m.against(),
        m.abstained(),
        m.castingVote() == null ? result : result + ", voix prépondérante",
        m.attending() == null ? "–" : m.attending() + " / " + m.needed(),
        String.join(
            ", ", m.left().stream().map(juror -> names.getOrDefault(juror, juror)).toList()));
  }

  private static String name(DistinctionPart d) {
    return name(d.kind(), d.title(), d.untilYear());
  }

  private static String name(Distinction.Kind kind, String title, Integer untilYear) {
    return kind == Distinction.Kind.EXCELLENCE && untilYear == null
        ? "Territoire d’excellence numérique"
        : DistinctionNames.french(new LabelDistinction(kind, title, untilYear));
  }

  private static List<Row> distribution(SealedResults results) {
    Map<Integer, Integer> counts = new TreeMap<>();
    results.dossiers().forEach(d -> counts.merge(d.level(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(e -> new Row(French.level(e.getKey()), String.valueOf(e.getValue())))
        .toList();
  }

  private static Dossier dossier(DossierResult d, Map<String, String> strata) {
    return new Dossier(
        d.code(),
        d.name() + (d.synthetic() ? " (échantillon)" : ""),
        strata.getOrDefault(d.stratum(), d.stratum()),
        French.score(d.score()),
        French.level(d.computedLevel()),
        French.level(d.level())
            + (d.decided() ? " *" : "")
            + (d.level() == d.given() ? "" : " (corrigé, d’abord " + French.level(d.given()) + ")"),
        String.join(", ", d.distinctions().stream().map(Minutes::name).toList()));
  }
}
