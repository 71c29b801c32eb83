package org.arobase.audit.sealing;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.arobase.audit.AuditProblem;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.database.ByKey;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.secrets.ServerKey;

/** The head of the tree after a number of events, linked to the previous checkpoint by its hash. */
@Entity
@Table(name = "audit_checkpoint")
public class Checkpoint extends PanacheEntityBase {
  /** The {@code previousHash} of the first checkpoint. */
  static final String NONE = "0".repeat(64);

  /** The number of events in the tree. */
  @Id public Long size;

  @Column(nullable = false)
  public String rootHash;

  /** The hash of the previous checkpoint. */
  @Column(nullable = false)
  public String previousHash;

  @Column(nullable = false)
  public Instant sealedAt;

  /** SHA-256 of the canonical JSON of the four fields above. */
  @Column(nullable = false)
  public String hash;

  @Column(nullable = false)
  String mac;

  /** Computes {@link #hash} from the other fields. */
  String computedHash() {
    Map<String, Object> content = new TreeMap<>();
    content.put("size", size);
    content.put("rootHash", rootHash);
    content.put("previousHash", previousHash);
    content.put("sealedAt", sealedAt);
    return Canonical.hash(Canonical.json(content));
  }

  /** Computes the HMAC of {@link #hash}. */
  String computedMac(ServerKey key) {
    return key.mac("audit-checkpoint", hash);
  }

  /** Whether a server with this key wrote it so. */
  public boolean isSigned(ServerKey key) {
    return hash.equals(computedHash()) && mac.equals(computedMac(key));
  }

  /** The newest checkpoint; null when there is none. */
  public static Checkpoint last() {
    return find("order by size desc").firstResult();
  }

  /**
   * The checkpoint of this size.
   *
   * @throws Refusal 404 when there is none
   */
  public static Checkpoint required(long size) {
    return ByKey.find(Checkpoint.class, size)
        .orElseThrow(() -> new Refusal(AuditProblem.CHECKPOINT_NOT_FOUND, String.valueOf(size)));
  }
}
