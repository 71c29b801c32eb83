package org.arobase.platform.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.mariadb.jdbc.Driver;

/**
 * Ready while the database answers within a second; liveness does not depend on it. Uses its own
 * connection, because a busy pool does not mean that the database is down.
 */
@Readiness
@ApplicationScoped
class DatabaseReady implements HealthCheck {
  private static final int SECONDS = 1;

  private final AgroalDataSource pool;
  private final String url;
  private final Properties access = new Properties();

  DatabaseReady(
      AgroalDataSource pool,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password) {
    this.pool = pool;
    this.url = url;
    access.put("user", user);
    access.put("password", password);
    access.put("connectTimeout", "1000");
    access.put("socketTimeout", "1000");
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database").status(answers()).build();
  }

  private boolean answers() {
    boolean valid = false;
    try (Connection connection = new Driver().connect(url, access)) {
      valid = connection.isValid(SECONDS);
    } catch (SQLException e) {
      // not ready: handled below
    }
    if (!valid) {
      // the pool's idle connections are dead too
      pool.flush(FlushMode.IDLE);
    }
    return valid;
  }
}
