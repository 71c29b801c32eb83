package org.arobase.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.arobase.platform.database.EmbeddedDatabaseException;
import org.arobase.platform.database.EmbeddedMariaDb;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestGround;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The embedded server accepts nobody without its password, and says why it cannot start. */
@HttpTest
class EmbeddedMariaDbTest {
  private final String url;
  private final DataSource database;

  EmbeddedMariaDbTest(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url, DataSource database) {
    this.url = url;
    this.database = database;
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

  /**
   * With two servers on one machine, one must not delete the temporary tables of the other as its
   * own old ones.
   */
  @Test
  void aServerThatStartsLeavesTheTemporaryTablesOfAnotherAlone() throws SQLException {
    Path second = Path.of("target/second-home");
    TestGround.delete(second);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create temporary table kept (words longtext) engine=aria");
      EmbeddedMariaDb.start(second).close();
      statement.execute("insert into kept values ('still here')");
      statement.execute("drop temporary table kept");
    }
  }

  /** The keys, the passwords and the database itself are in it. */
  @Test
  void nobodyElseReadsTheHome() throws IOException {
    assertEquals("rwx------", mode(TestGround.HOME));
    try (Stream<Path> inside = Files.list(TestGround.HOME)) {
      for (Path file : inside.filter(Files::isRegularFile).toList()) {
        assertEquals("rw-------", mode(file), file.toString());
      }
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void aHomeThatIsInUseIsSaidToBe() {
    EmbeddedDatabaseException refused =
        assertThrows(EmbeddedDatabaseException.class, () -> EmbeddedMariaDb.start(TestGround.HOME));
    assertTrue(refused.getMessage().contains("Another Arobase uses"), refused::getMessage);
  }
}
