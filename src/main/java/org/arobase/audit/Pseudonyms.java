package org.arobase.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.secrets.ServerKey;

/** Takes names out of the record, and leaves what is sealed of it as it is. */
@ApplicationScoped
public class Pseudonyms {
  private final ServerKey key;

  Pseudonyms(ServerKey key) {
    this.key = key;
  }

  /**
   * Says pseudonyms in the events of an edition.
   *
   * @param names of users, with what is to stand in their place
   * @throws Refusal 409 when one of them is not as it was written
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

  /** What somebody has made of an event would be made good by signing it. */
  private void pseudonymise(AuditEvent event, String name, String pseudonym) {
    if (!event.isSigned(key)) {
      throw new Refusal(Problem.RECORD_CONTRADICTED, event.kind);
    }
    event.pseudonymise(name, pseudonym, key);
  }
}
