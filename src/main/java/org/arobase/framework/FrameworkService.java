package org.arobase.framework;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.arobase.audit.Action;
import org.arobase.audit.Audit;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.database.ByKey;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;
import org.hibernate.exception.ConstraintViolationException;

/** Registers versions of the référentiel. */
@ApplicationScoped
public class FrameworkService {
  static final String SAMPLE = "/frameworks/sample-framework-2020.yaml";

  private final Audit audit;

  FrameworkService(Audit audit) {
    this.audit = audit;
  }

  /**
   * Stores a new framework.
   *
   * @throws Refusal 422 when the document contradicts itself, 409 when the id is taken
   */
  @Transactional
  public Framework register(FrameworkDocument document) {
    Refusal.ofBody(document.violations());
    Framework framework = new Framework(document);
    try {
      framework.persistAndFlush();
    } catch (ConstraintViolationException e) {
      // the key decides, so that two at once cannot both pass a check
      throw new Refusal(Problem.FRAMEWORK_EXISTS, document.id());
    }
    audit.record(Action.CREATED, FrameworkStates.of(framework));
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
