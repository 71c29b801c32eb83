package org.arobase.audit.sealing;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.database.ByKey;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.secrets.ServerKey;

/** The head of the tree after a number of events, linked to the checkpoint before. */
@Entity
@Table(name = "audit_checkpoint")
public class Checkpoint extends PanacheEntityBase {
  /** The {@code previousHash} of the first one. */
  static final String NONE = "0".repeat(64);

  /** How many events the tree has. */
  @Id public Long size;

  @Column(nullable = false)
  public String rootHash;

  /** The hash of the checkpoint before. */
  @Column(nullable = false)
  public String previousHash;

  @Column(nullable = false)
  public Instant sealedAt;

  /** SHA-256 of the canonical JSON of the four others. */
  @Column(nullable = false)
  public String hash;

  @Column(nullable = false)
  String mac;

  /** The hash that belongs to the other values. */
  String computedHash() {
    Map<String, Object> content = new TreeMap<>();
    content.put("size", size);
    content.put("rootHash", rootHash);
    content.put("previousHash", previousHash);
    content.put("sealedAt", sealedAt);
    return Canonical.hash(Canonical.json(content));
  }

  /** The signature that belongs to the hash. */
  String computedMac(ServerKey key) {
    return key.mac("audit-checkpoint", hash);
  }

  /** The newest one; null before the first. */
  public static Checkpoint last() {
    return find("order by size desc").firstResult();
  }

  /** The checkpoint of this size, or 404. */
  public static Checkpoint required(long size) {
    return ByKey.find(Checkpoint.class, size)
        .orElseThrow(() -> new Refusal(Problem.CHECKPOINT_NOT_FOUND, String.valueOf(size)));
  }
}
