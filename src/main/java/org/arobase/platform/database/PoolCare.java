package org.arobase.platform.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;

/**
 * When a connection has to be thrown away, the idle ones are as dead: after a restart of the
 * database one request fails, not as many as there were connections.
 */
@Singleton
class PoolCare implements AgroalPoolInterceptor {
  private final Instance<AgroalDataSource> pool;

  PoolCare(Instance<AgroalDataSource> pool) {
    this.pool = pool;
  }

  @Override
  public void onConnectionDestroy(Connection connection) {
    pool.get().flush(FlushMode.IDLE);
  }
}
