package org.arobase.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.secrets.ServerKey;

/** Replaces names in the audit record by pseudonyms. Hashes in the tree stay valid. */
@ApplicationScoped
public class Pseudonyms {
  private final ServerKey key;

  Pseudonyms(ServerKey key) {
    this.key = key;
  }

  /**
   * Replaces user names by pseudonyms in the events of an edition.
   *
   * @param names the pseudonym for each user name
   * @throws Refusal 409 when one of these events was tampered with
   */
  @Transactional(TxType.MANDATORY)
  public void put(int year, Map<String, String> names) {
    names.forEach(
        (name, pseudonym) ->
            AuditEvent.<AuditEvent>list(
                    "edition = ?1 and (actor = ?2 or realActor = ?2)", year, name)
                .forEach(event -> pseudonymise(event, name, pseudonym)));
    AuditEvent.flush();
  }

  /** Checks the signature first: signing a tampered event would make it look genuine. */
  private void pseudonymise(AuditEvent event, String name, String pseudonym) {
    if (!event.isSigned(key)) {
      throw new Refusal(AuditProblem.RECORD_CONTRADICTED, event.kind);
    }
    event.pseudonymise(name, pseudonym, key);
  }
}
