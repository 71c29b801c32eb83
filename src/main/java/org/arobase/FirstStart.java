package org.arobase;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.arobase.audit.Baseline;
import org.arobase.audit.sealing.Verifier;
import org.arobase.authority.ReferenceData;
import org.arobase.framework.FrameworkService;
import org.arobase.identity.LocalAccounts;
import org.arobase.palmares.signing.Signer;
import org.arobase.sample.SampleEdition;

/** Fills the database at startup. Later steps need the earlier ones. */
@ApplicationScoped
class FirstStart {
  private static final Set<String> OF_AN_EDITION =
      Set.of("dossier", "juror", "assignment", "score-sheet", "submission");
  private static final Set<String> ACCOUNTS = Set.of("account");

  private final ReferenceData referenceData;
  private final FrameworkService frameworks;
  private final SampleEdition sample;
  private final LocalAccounts accounts;
  private final Baseline baseline;
  private final Verifier verifier;
  private final Signer signer;
  private final DataSource database;

  FirstStart(
      ReferenceData referenceData,
      FrameworkService frameworks,
      SampleEdition sample,
      LocalAccounts accounts,
      Baseline baseline,
      Verifier verifier,
      Signer signer,
      DataSource database) {
    this.referenceData = referenceData;
    this.frameworks = frameworks;
    this.sample = sample;
    this.accounts = accounts;
    this.baseline = baseline;
    this.verifier = verifier;
    this.signer = signer;
    this.database = database;
  }

  /** Runs before the port opens, so that the first request finds everything. */
  void fill(@Observes StartupEvent started) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement lock = connection.createStatement()) {
      // when several servers start on one database, one fills it and the others wait
      awaitLock(lock);
      baseline.recordOnce(verifier::isRecordIntact);
      referenceData.importWhatIsNew();
      frameworks.registerSample();
      baseline.recordMade(OF_AN_EDITION, sample::createOnce);
      baseline.recordMade(ACCOUNTS, () -> accounts.createOnce(sample.accounts()));
      signer.registerKey();
      lock.execute("select release_lock('arobase-first-start')");
    }
  }

  /** Waits in short steps, so that no statement exceeds the connection's time limit. */
  private static void awaitLock(Statement lock) throws SQLException {
    boolean held = false;
    while (!held) {
      try (ResultSet answer = lock.executeQuery("select get_lock('arobase-first-start', 3)")) {
        held = answer.next() && answer.getInt(1) == 1;
      }
    }
  }
}
