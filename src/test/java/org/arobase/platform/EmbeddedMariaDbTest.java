package org.arobase.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.arobase.platform.database.EmbeddedDatabaseException;
import org.arobase.platform.database.EmbeddedMariaDb;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestGround;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The embedded server lets nobody in but us, and says why it cannot start. */
@HttpTest
class EmbeddedMariaDbTest {
  private final String url;

  EmbeddedMariaDbTest(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
    this.url = url;
  }

  @ParameterizedTest
  @ValueSource(strings = {"root", "arobase", "", "mariadb.sys", "nobody"})
  void nobodyComesInWithoutThePassword(String user) {
    for (String password : List.of("", user)) {
      SQLException refused =
          assertThrows(
              SQLException.class, () -> DriverManager.getConnection(url, user, password).close());
      assertTrue(refused.getMessage().contains("Access denied"), refused::getMessage);
    }
  }

  @Test
  void itListensOnTheLoopbackAddress() {
    assertEquals("127.0.0.1", URI.create(url.substring("jdbc:".length())).getHost());
  }

  @Test
  void aHomeThatIsInUseIsSaidToBe() {
    EmbeddedDatabaseException refused =
        assertThrows(EmbeddedDatabaseException.class, () -> EmbeddedMariaDb.start(TestGround.HOME));
    assertTrue(refused.getMessage().contains("Another Arobase uses"), refused::getMessage);
  }
}
