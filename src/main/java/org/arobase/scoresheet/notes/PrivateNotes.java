package org.arobase.scoresheet.notes;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import java.util.SortedMap;
import org.arobase.audit.AuditProblem;
import org.arobase.jury.Juror;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.secrets.ServerKey;

/**
 * A juror's own notes on a dossier. They are not under the audit record, since even the hash and
 * the time of a note are nobody's business; the server's key signs them.
 */
@Entity
class PrivateNotes extends PanacheEntityBase {
  @Id Long assignmentId;

  /** {@link Content} as canonical JSON. */
  @Column(nullable = false, columnDefinition = "longtext")
  String content;

  @Version int version;

  @Column(nullable = false)
  String mac;

  /**
   * What is written.
   *
   * @param overall about the dossier; empty: nothing
   * @param initiatives by number; without empty ones
   */
  record Content(String overall, SortedMap<Integer, String> initiatives) {}

  protected PrivateNotes() {}

  PrivateNotes(Long assignment) {
    assignmentId = assignment;
  }

  /** The version that clients name: from 1, since 0 is that of no notes. */
  int number() {
    return version + 1;
  }

  void write(Content written, ServerKey key) {
    content = Canonical.json(written);
    mac = computedMac(key);
  }

  /**
   * What is written.
   *
   * @throws Refusal 409 when somebody has changed it by SQL
   */
  Content read(ServerKey key) {
    if (!mac.equals(computedMac(key))) {
      throw new Refusal(AuditProblem.RECORD_CONTRADICTED, "private-notes");
    }
    return Canonical.read(content, Content.class);
  }

  private String computedMac(ServerKey key) {
    return key.mac("private-notes", assignmentId + content);
  }

  /** A juror's notes in an edition, by dossier. */
  static List<PrivateNotes> of(Juror juror) {
    return list(
        "from PrivateNotes n where n.assignmentId in (select a.id from Assignment a where a.juror ="
            + " ?1)",
        juror);
  }
}
