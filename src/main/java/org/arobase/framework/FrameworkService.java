package org.arobase.framework;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.arobase.audit.Action;
import org.arobase.audit.WriteDoor;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.database.ByKey;
import org.arobase.platform.database.Locks;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.http.IfMatch;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Violation;

/** Stores, replaces, copies and freezes versions of the référentiel. */
@ApplicationScoped
@RetryOnLostRace
public class FrameworkService {
  static final String SAMPLE = "/frameworks/sample-framework-2020.yaml";

  private final WriteDoor door;
  private final Clock clock;
  private final Instance<FrameworkUse> uses;

  FrameworkService(WriteDoor door, Clock clock, Instance<FrameworkUse> uses) {
    this.door = door;
    this.clock = clock;
    this.uses = uses;
  }

  /**
   * Stores a new framework.
   *
   * @throws Refusal 422 when the document contradicts itself, 409 when the id is taken
   */
  @Transactional
  public Framework register(FrameworkDocument document) {
    Refusal.ofBody(document.violations());
    return door.create(
        new Framework(document),
        () -> new Refusal(FrameworkProblem.FRAMEWORK_EXISTS, document.id()));
  }

  /**
   * Replaces a framework that is a draft.
   *
   * @throws Refusal 404 without such a framework, 409 when it is frozen, 412 for another version,
   *     422 when the document contradicts itself, has another id, or does not fit a policy that
   *     uses it
   */
  @Transactional
  public Framework replace(String id, FrameworkDocument document, String ifMatch) {
    Framework framework = draft(id, ifMatch);
    if (!document.id().equals(id)) {
      throw Refusal.at("/id", FrameworkRule.ID_STAYS, id);
    }
    List<Violation.Draft> wrong = new ArrayList<>(document.violations());
    uses.forEach(use -> wrong.addAll(use.brokenBy(document)));
    Refusal.ofBody(wrong);
    door.change(framework, Action.CHANGED, f -> f.set(document));
    uses.forEach(use -> use.changed(framework));
    return framework;
  }

  /**
   * Makes a draft as a copy of another framework.
   *
   * @throws Refusal 404 without such a framework, 409 when the new id is taken
   */
  @Transactional
  public Framework copy(String id, FrameworkApi.Copy copy) {
    FrameworkDocument from = Framework.required(id).document();
    return register(
        new FrameworkDocument(
            copy.id(), copy.title(), from.notice(), from.categories(), from.criteria()));
  }

  /**
   * Freezes a framework, so that it cannot change any more.
   *
   * @throws Refusal 404 without such a framework, 409 when it is frozen, 412 for another version
   */
  @Transactional
  public Framework freeze(String id, String ifMatch) {
    return door.change(draft(id, ifMatch), Action.CHANGED, f -> f.freeze(clock.instant()));
  }

  /**
   * The framework, locked, after checking that it is a draft and in the version that the caller has
   * seen.
   */
  private Framework draft(String id, String ifMatch) {
    Framework framework =
        Locks.exclusive(Framework.class, id)
            .orElseThrow(() -> new Refusal(FrameworkProblem.FRAMEWORK_NOT_FOUND, id));
    IfMatch.require(ifMatch, FrameworkApi.View.from(framework).tag());
    if (framework.frozenAt != null) {
      throw new Refusal(FrameworkProblem.FRAMEWORK_FROZEN, id);
    }
    return framework;
  }

  /** Stores the framework that the application ships, unless the database has it. */
  @Transactional
  public void registerSample() {
    FrameworkDocument sample = Canonical.yaml(SAMPLE, FrameworkDocument.class);
    Framework stored = ByKey.find(Framework.class, sample.id()).orElse(null);
    if (stored == null) {
      register(sample);
    } else if (!stored.contentHash.equals(new Framework(sample).contentHash)) {
      Log.warnf("%s in the database is not the one this version ships; it is kept", sample.id());
    }
  }
}
