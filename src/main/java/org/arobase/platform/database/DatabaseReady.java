package org.arobase.platform.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the database answers; alive without it. A frozen database is no answer. */
@Readiness
@ApplicationScoped
class DatabaseReady implements HealthCheck {
  private static final int SECONDS = 1;

  private final AgroalDataSource database;

  DatabaseReady(AgroalDataSource database) {
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database").status(answers()).build();
  }

  private boolean answers() {
    boolean valid = false;
    try (Connection connection = database.getConnection()) {
      valid = connection.isValid(SECONDS);
    } catch (SQLException e) {
      // not ready, as below
    }
    if (!valid) {
      // the pool has taken the connection back as a good one
      database.flush(FlushMode.IDLE);
    }
    return valid;
  }
}
