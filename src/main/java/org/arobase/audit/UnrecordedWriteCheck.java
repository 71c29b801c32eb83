package org.arobase.audit;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Interceptor;
import org.hibernate.type.Type;

/**
 * Fails a write of a recorded entity that does not go through {@link WriteDoor}: an audit event
 * that somebody forgets is an error of every request that would need it, not a gap in the record.
 */
@PersistenceUnitExtension
@ApplicationScoped
class UnrecordedWriteCheck implements Interceptor {

  @Override
  public boolean onPersist(
      Object entity, Object id, Object[] state, String[] properties, Type[] types) {
    check(entity);
    return false;
  }

  @Override
  public boolean onFlushDirty(
      Object entity,
      Object id,
      Object[] state,
      Object[] before,
      String[] properties,
      Type[] types) {
    check(entity);
    return false;
  }

  @Override
  public void onRemove(
      Object entity, Object id, Object[] state, String[] properties, Type[] types) {
    check(entity);
  }

  private static void check(Object entity) {
    boolean recorded = entity instanceof Recorded || entity instanceof Recorded.Part;
    if (recorded && !OpenDoor.isOpen()) {
      throw new IllegalStateException(
          entity.getClass().getSimpleName() + " is written past the write door");
    }
  }
}
