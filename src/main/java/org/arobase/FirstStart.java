package org.arobase;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.arobase.authority.ReferenceData;
import org.arobase.framework.FrameworkService;
import org.arobase.identity.LocalAccounts;
import org.arobase.sample.SampleEdition;

/** What an empty database gets, in the order in which one needs the other. */
@ApplicationScoped
class FirstStart {
  private final ReferenceData referenceData;
  private final FrameworkService frameworks;
  private final SampleEdition sample;
  private final LocalAccounts accounts;
  private final DataSource database;

  FirstStart(
      ReferenceData referenceData,
      FrameworkService frameworks,
      SampleEdition sample,
      LocalAccounts accounts,
      DataSource database) {
    this.referenceData = referenceData;
    this.frameworks = frameworks;
    this.sample = sample;
    this.accounts = accounts;
    this.database = database;
  }

  /** Runs before the port opens, so that the first request finds everything. */
  void fill(@Observes StartupEvent started) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement lock = connection.createStatement()) {
      // of several servers that start on one database, one fills it and the others wait
      lock.execute("select get_lock('arobase-first-start', 600)");
      referenceData.importWhatIsNew();
      frameworks.registerSample();
      sample.createOnce();
      accounts.createOnce(sample.accounts());
      lock.execute("select release_lock('arobase-first-start')");
    }
  }
}
