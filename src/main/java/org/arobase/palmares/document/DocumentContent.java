package org.arobase.palmares.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.arobase.deliberation.distinction.Distinction.Kind;
import org.arobase.deliberation.seal.SealedResults;
import org.arobase.deliberation.seal.SealedResults.DossierResult;
import org.arobase.palmares.document.PalmaresDocument.Change;
import org.arobase.palmares.document.PalmaresDocument.EditionPart;
import org.arobase.palmares.document.PalmaresDocument.Issuer;
import org.arobase.palmares.document.PalmaresDocument.Label;
import org.arobase.palmares.document.PalmaresDocument.LabelDistinction;
import org.arobase.palmares.document.PalmaresDocument.Superseded;
import org.jspecify.annotations.Nullable;

/**
 * The public part of sealed results: levels and distinctions, without scores and without the jury's
 * reasons.
 */
final class DocumentContent {
  private DocumentContent() {}

  /**
   * The public document of sealed results.
   *
   * @param contentHash SHA-256 of the sealed results
   * @param before the document before; null for the first
   */
  static PalmaresDocument of(
      SealedResults results,
      String contentHash,
      Issuer issuer,
      Instant publishedAt,
      @Nullable PublishedDocument before) {
    List<Label> labels = results.dossiers().stream().map(DocumentContent::label).toList();
    return new PalmaresDocument(
        PalmaresDocument.FORMAT,
        issuer,
        new EditionPart(
            results.edition().year(), results.edition().number(), results.edition().name()),
        results.version(),
        publishedAt,
        results.sealedAt(),
        results.engine(),
        contentHash,
        results.frameworkHash(),
        results.policyHash(),
        results.marksHash(),
        before == null ? null : new Superseded(before.version, before.documentHash),
        results.reason(),
        before == null ? List.of() : changes(before.document().labels(), labels, results),
        PalmaresDocument.tree(labels).root(),
        labels);
  }

  private static Label label(DossierResult d) {
    List<LabelDistinction> distinctions =
        d.distinctions().stream().map(LabelDistinction::of).toList();
    return new Label(
        d.code(),
        d.name(),
        d.kind(),
        d.department(),
        d.region(),
        d.regionName(),
        d.population(),
        d.stratum(),
        d.level(),
        distinctions.stream().anyMatch(given -> given.kind() == Kind.GREEN_AT),
        distinctions.stream().anyMatch(given -> given.kind() == Kind.OUT_OF_COMPETITION),
        distinctions,
        d.synthetic());
  }

  private static List<Change> changes(
      List<Label> before, List<Label> after, SealedResults results) {
    Map<String, Label> then = byCode(before);
    Map<String, Label> now = byCode(after);
    Map<String, String> reasons = new TreeMap<>();
    results.changes().forEach(change -> reasons.put(change.dossier(), change.reason()));
    SortedSet<String> codes = new TreeSet<>(then.keySet());
    codes.addAll(now.keySet());
    List<Change> changes = new ArrayList<>();
    for (String code : codes) {
      if (!Objects.equals(then.get(code), now.get(code))) {
        String reason = reasons.getOrDefault(code, results.reason());
        changes.add(new Change(code, then.get(code), now.get(code), reason));
      }
    }
    return changes;
  }

  private static Map<String, Label> byCode(List<Label> labels) {
    return labels.stream().collect(Collectors.toMap(Label::code, label -> label));
  }
}
