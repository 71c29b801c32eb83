package org.arobase.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.arobase.StartupConfig;

/** Runs the tests on the embedded database, as users do, in an empty home. */
public class TestGround implements QuarkusTestResourceLifecycleManager {
  /** The home of the running tests. */
  public static final Path HOME = Path.of("target/test-home");

  private static Map<String, String> settings;

  @Override
  public Map<String, String> start() {
    if (settings == null) {
      delete(HOME);
      settings = new HashMap<>(StartupConfig.settings(Map.of("AROBASE_HOME", HOME.toString())));
      // a test that receives mail starts a server on this port
      settings.put("quarkus.mailer.port", String.valueOf(Server.freePort()));
      settings.put("quarkus.mailer.start-tls", "DISABLED");
      settings.put("quarkus.mailer.from", "jury@example.org");
      settings.put("arobase.mail.from", "jury@example.org");
    }
    return settings;
  }

  /** Does nothing: Quarkus may restart between two tests, and the database stops with the JVM. */
  @Override
  public void stop() {}

  /** Deletes a folder and all that is in it. */
  public static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
