package org.arobase.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
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
   */
  @Transactional(TxType.MANDATORY)
  public void put(int year, Map<String, String> names) {
    names.forEach(
        (name, pseudonym) ->
            AuditEvent.<AuditEvent>list(
                    "edition = ?1 and (actor = ?2 or realActor = ?2)", year, name)
                .forEach(event -> event.pseudonymise(name, pseudonym, key)));
    AuditEvent.flush();
  }
}
