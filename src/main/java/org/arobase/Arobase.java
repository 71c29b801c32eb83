package org.arobase;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.UncheckedIOException;
import org.arobase.platform.database.EmbeddedDatabaseException;
import org.arobase.platform.secrets.UnusableSecretException;

/** Prepares the database and the keys, then starts the application. */
@QuarkusMain
public class Arobase {

  /** Starts the server. Settings come from the environment; see {@code docker/README.md}. */
  public static void main(String... args) {
    // the build runs main once to record an AppCDS archive, which needs no database;
    // dev mode runs main again at each reload, when everything is already prepared
    boolean prepared = StartupConfigSource.isFilled();
    if (!prepared && !Boolean.getBoolean("quarkus.appcds.generate")) {
      prepare();
    }
    Quarkus.run(args);
  }

  private static void prepare() {
    try {
      StartupConfigSource.keep(StartupConfig.settings(System.getenv()));
    } catch (EmbeddedDatabaseException | UnusableSecretException | UncheckedIOException e) {
      System.err.println("Arobase cannot start. " + e.getMessage());
      System.exit(1);
    }
  }
}
