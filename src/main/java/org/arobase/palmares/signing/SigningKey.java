package org.arobase.palmares.signing;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import org.arobase.audit.Recorded;
import org.arobase.audit.StateSource;
import org.arobase.platform.database.ByKey;
import org.arobase.platform.database.Locks;
import org.arobase.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** A public key of this server, present or past; its signatures are valid until it is revoked. */
@Entity
public class SigningKey extends PanacheEntityBase implements Recorded {
  /** RFC 7638 thumbprint: 43 characters of base64url. */
  @Id public String id;

  @Column(nullable = false, columnDefinition = "text")
  public String publicJwk;

  /** Its first public address: the {@code kid} of all its signatures, even if the server moves. */
  @Column(nullable = false)
  public String address;

  @Column(nullable = false)
  public Instant since;

  /** When another key replaced it; null for the present one. */
  public @Nullable Instant retiredAt;

  /** When it was revoked, which invalidates all its signatures, earlier ones too; null if not. */
  public @Nullable Instant revokedAt;

  public @Nullable String revokedBy;

  @Column(nullable = false, columnDefinition = "text")
  public String reason = "";

  static List<SigningKey> all() {
    return list("order by since, id");
  }

  static SigningKey locked(String id) {
    return Locks.exclusive(SigningKey.class, id)
        .orElseThrow(() -> new Refusal(SigningProblem.KEY_NOT_FOUND, id));
  }

  static SigningKey required(String id) {
    return ByKey.find(SigningKey.class, id)
        .orElseThrow(() -> new Refusal(SigningProblem.KEY_NOT_FOUND, id));
  }

  @Override
  public StateSource.State recorded() {
    return SigningKeyStates.of(this);
  }
}
