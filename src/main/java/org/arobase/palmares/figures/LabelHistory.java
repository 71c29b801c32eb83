package org.arobase.palmares.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.arobase.authority.LabelRecord;
import org.arobase.authority.LocalAuthority;
import org.arobase.authority.PastMention;
import org.arobase.deliberation.distinction.Distinction;
import org.arobase.palmares.PalmaresApi.AuthorityProgress;
import org.arobase.palmares.PalmaresApi.Honour;
import org.arobase.palmares.PalmaresApi.Participation;
import org.arobase.palmares.document.DistinctionNames;
import org.arobase.palmares.document.PalmaresDocument.LabelDistinction;
import org.arobase.platform.language.Messages;

/** The label history of an authority, as far as it is known. */
final class LabelHistory {
  private LabelHistory() {}

  static AuthorityProgress of(LocalAuthority authority, Messages messages) {
    Map<Integer, LabelRecord> byEdition = new LinkedHashMap<>();
    LabelRecord.of(authority.code).stream()
        .sorted(Comparator.comparingInt((LabelRecord l) -> l.edition).thenComparing(l -> l.id))
        .forEach(label -> byEdition.put(label.edition, label));
    List<Participation> participations = new ArrayList<>();
    Integer last = null;
    for (LabelRecord label : byEdition.values()) {
      participations.add(
          new Participation(
              label.edition,
              label.year,
              participations.size() + 1,
              label.level,
              last == null ? null : label.level - last,
              LabelRecord.OURS.equals(label.source)));
      last = label.level;
    }
    int best = byEdition.values().stream().mapToInt(label -> label.level).max().orElse(0);
    return new AuthorityProgress(
        authority.code,
        authority.name,
        participations.size(),
        participations.isEmpty() ? null : best,
        messages.text("progress.participations", participations.size()),
        participations,
        honours(authority.code));
  }

  private static List<Honour> honours(String code) {
    List<Honour> honours = new ArrayList<>();
    PastMention.of(code)
        .forEach(m -> honours.add(new Honour(m.edition, m.year, m.distinction, m.source)));
    Distinction.<Distinction>list(
            "from Distinction x join fetch x.dossier d join fetch d.edition e"
                + " join Publication p on p.editionYear = e.year"
                + " where d.authority.code = ?1 and x.toVersion is null and d.synthetic = false"
                + " order by e.year, x.kind, x.title",
            code)
        .forEach(
            d ->
                honours.add(
                    new Honour(
                        d.dossier.edition.number,
                        d.dossier.edition.year,
                        DistinctionNames.french(LabelDistinction.of(d)),
                        LabelRecord.OURS)));
    return honours;
  }
}
