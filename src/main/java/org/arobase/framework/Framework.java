package org.arobase.framework;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.List;
import org.arobase.audit.Recorded;
import org.arobase.audit.StateSource;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.database.ByKey;
import org.arobase.platform.problem.Refusal;

/** A stored version of the référentiel. */
@Entity
public class Framework extends PanacheEntityBase implements Recorded {
  @Id public String id;

  @Column(nullable = false, columnDefinition = "longtext")
  String document;

  /** SHA-256 of the document's canonical JSON. */
  @Column(nullable = false)
  public String contentHash;

  /** When the framework was frozen; null while it is a draft. */
  public Instant frozenAt;

  @Transient private FrameworkDocument parsed;

  protected Framework() {}

  Framework(FrameworkDocument document) {
    this.id = document.id();
    set(document);
  }

  final void set(FrameworkDocument document) {
    this.document = Canonical.json(document);
    this.contentHash = Canonical.hash(this.document);
    this.parsed = null;
  }

  /** The document, parsed. */
  public FrameworkDocument document() {
    if (parsed == null) {
      parsed = Canonical.readOnce(document, FrameworkDocument.class);
    }
    return parsed;
  }

  /** Makes it what editions are judged by from now on: it changes no more. */
  public void freeze(Instant now) {
    frozenAt = now;
  }

  /** All frameworks by id. */
  static List<Framework> all() {
    return list("order by id");
  }

  /**
   * The framework with this id.
   *
   * @throws Refusal 404 when there is none
   */
  public static Framework required(String id) {
    return ByKey.find(Framework.class, id)
        .orElseThrow(() -> new Refusal(FrameworkProblem.FRAMEWORK_NOT_FOUND, id));
  }

  @Override
  public StateSource.State recorded() {
    return FrameworkStates.of(this);
  }
}
