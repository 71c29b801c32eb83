package org.arobase.platform.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;

/**
 * Drops all idle connections when one turns out to be dead. After a restart of the database, one
 * request fails instead of one per connection.
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
