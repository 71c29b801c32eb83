package org.arobase.transparency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.arobase.access.AccessScope;
import org.arobase.audit.AuditEvent;
import org.arobase.audit.sealing.Checkpoint;
import org.arobase.audit.sealing.Verifier;
import org.arobase.audit.sealing.Verifier.Finding;
import org.arobase.platform.paging.Page;
import org.arobase.platform.paging.PageRequest;
import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.Refusal;
import org.arobase.transparency.AuditApi.CheckpointView;
import org.arobase.transparency.AuditApi.EventView;
import org.arobase.transparency.AuditApi.FindingView;
import org.arobase.transparency.AuditApi.Report;
import org.jspecify.annotations.Nullable;

/** Reads the audit record for a caller, without the dossiers that they are recused from. */
@ApplicationScoped
class AuditLog {
  private static final String SHOWN =
      "edition is not distinct from ?1 and (dossier is null or dossier not in (?2))";

  private final Verifier verifier;
  private final AccessScope scope;

  AuditLog(Verifier verifier, AccessScope scope) {
    this.verifier = verifier;
    this.scope = scope;
  }

  /** The events of an edition, or those outside any edition when it is null, by number. */
  @Transactional
  public Page<EventView> events(@Nullable Integer edition, PageRequest page) {
    List<String> hidden = List.copyOf(hidden(edition));
    List<AuditEvent> rows =
        AuditEvent.<AuditEvent>find(
                SHOWN + " and id > ?3 order by id", edition, hidden, number(page))
            .range(0, page.size())
            .list();
    long total = AuditEvent.count(SHOWN, edition, hidden);
    return Page.of(rows, page, total, e -> String.valueOf(e.id), EventView::from);
  }

  /** The checkpoints, the newest first. */
  @Transactional
  public Page<CheckpointView> checkpoints(PageRequest page) {
    long before = page.after().isEmpty() ? Long.MAX_VALUE : number(page);
    List<Checkpoint> rows =
        Checkpoint.<Checkpoint>find("size < ?1 order by size desc", before)
            .range(0, page.size())
            .list();
    return Page.of(
        rows, page, Checkpoint.count(), c -> String.valueOf(c.size), CheckpointView::from);
  }

  /** Checks everything. Neither findings nor counts tell of dossiers hidden from the caller. */
  public Report verify() {
    Verifier.Report report = verifier.verify(subject -> !scope.isHidden(subject));
    List<FindingView> told =
        report.findings().stream()
            .filter(finding -> !scope.isHidden(finding.subject()))
            .map(AuditLog::view)
            .toList();
    return new Report(told.isEmpty(), report.events(), report.sealed(), report.subjects(), told);
  }

  private static FindingView view(Finding finding) {
    return new FindingView(finding.kind(), finding.subject().kind(), finding.subject().key());
  }

  /** The hidden codes. Never empty, because SQL does not allow an empty list. */
  private Set<String> hidden(@Nullable Integer edition) {
    Set<String> codes = edition == null ? Set.of() : scope.recusedFrom(edition);
    return codes.isEmpty() ? Set.of("") : codes;
  }

  private static long number(PageRequest page) {
    try {
      return page.after().isEmpty() ? 0 : Long.parseLong(page.after());
    } catch (NumberFormatException e) {
      throw new Refusal(CommonProblem.INVALID_PARAMETER, "cursor");
    }
  }
}
