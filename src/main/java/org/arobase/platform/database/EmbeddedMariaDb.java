package org.arobase.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.arobase.platform.secrets.PrivateFiles;

/**
 * A MariaDB server of our own on the loopback address. Its data is in the home's {@code mariadb}
 * folder; its port and password are new at each start of the application. A shell that waits on a
 * pipe to this JVM stops the server when the JVM ends, however it ends. A server that ends or is
 * killed is started again.
 */
public final class EmbeddedMariaDb implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  /** A server that ends sooner is restarted after growing pauses, of at most this length. */
  private static final Duration QUICK = Duration.ofSeconds(5);

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);

  private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

  /** Sends SIGTERM to the server when the pipe closes; ignores signals from the terminal. */
  private static final String GUARD =
      "trap '' INT HUP; \"$@\" </dev/null & server=$!; "
          + "(read -r _ ; kill -TERM $server) <&3 3<&- & exec 3<&-; wait $server";

  /**
   * With the guard no shutdown hook is needed. Hooks run in parallel, so the database would stop
   * while the last requests are still being answered.
   */
  private static final boolean GUARDED = Files.isExecutable(Path.of("/bin/sh"));

  private final Path data;
  private final Path log;
  private final FileLock lock;
  private final String password = HexFormat.of().formatHex(random(24));
  private final int port;
  private final Path init;
  private final Path binaries;
  private volatile Process process;
  private volatile boolean closing;

  private EmbeddedMariaDb(Path home, Path binaries) throws IOException {
    this.binaries = binaries;
    data = home.resolve("mariadb").toAbsolutePath();
    log = PrivateFiles.createIfMissing(home.resolve("mariadb.log")).toAbsolutePath();
    lock = lock(home.resolve("lock"));
    if (!Files.exists(data)) {
      bootstrap(binaries, home);
    }
    port = freePort();
    init = Files.createTempFile(home.toAbsolutePath(), "init", ".sql");
    Files.writeString(init, initialSql());
    process = launchFirst();
  }

  private Process launchFirst() throws IOException {
    return launch(List.of("--init-file=" + init));
  }

  /**
   * Starts the server and waits until it answers.
   *
   * @param home the folder that keeps data between runs; created when missing
   * @throws EmbeddedDatabaseException when it cannot start; the message tells the operator what to
   *     do
   */
  public static EmbeddedMariaDb start(Path home) {
    try {
      Path binaries = Binaries.unpacked();
      PrivateFiles.folder(home);
      EmbeddedMariaDb server = new EmbeddedMariaDb(home, binaries);
      if (!GUARDED) {
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "mariadb-stop"));
      }
      server.awaitAnswer();
      // the file contains the password and is no longer needed
      Files.delete(server.init);
      server.watch();
      return server;
    } catch (IOException e) {
      throw new EmbeddedDatabaseException("The embedded database cannot use its files: " + e, e);
    }
  }

  /** The settings of the datasource, as Quarkus properties. */
  public Map<String, String> settings() {
    return Map.of(
        "quarkus.datasource.jdbc.url",
        url(),
        "quarkus.datasource.username",
        "arobase",
        "quarkus.datasource.password",
        password);
  }

  /** Starts a thread that restarts the server, and that keeps the lock and the pipe reachable. */
  private void watch() {
    Thread watch = new Thread(this::awaitEnd, "mariadb-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private void awaitEnd() {
    Duration pause = SHORTEST_PAUSE;
    while (true) {
      long begin = System.nanoTime();
      waitFor(process, Duration.ofDays(3650));
      if (closing) {
        return;
      }
      boolean quick = System.nanoTime() - begin < QUICK.toNanos();
      Duration longer = pause.multipliedBy(2);
      pause = !quick ? SHORTEST_PAUSE : longer.compareTo(QUICK) < 0 ? longer : QUICK;
      pause(pause);
      System.err.println("The embedded database has ended and is started again. See " + log);
      restart();
    }
  }

  /** Starts the server on the same port, with the account from the first start. */
  private void restart() {
    try {
      process = launch(List.of());
    } catch (IOException e) {
      System.err.println("The embedded database cannot be started again: " + e);
    }
  }

  private String url() {
    return "jdbc:mariadb://127.0.0.1:" + port + "/arobase";
  }

  private static FileLock lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(PrivateFiles.createIfMissing(file), StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
    } catch (OverlappingFileLockException e) {
      // this JVM already holds the lock: refused below, as for another JVM
    }
    channel.close();
    throw new EmbeddedDatabaseException(
        "Another Arobase uses "
            + file.toAbsolutePath().getParent()
            + ". Stop it, or set AROBASE_HOME to another folder.");
  }

  /** Creates the system tables in a temporary folder, so that a failure leaves no partial data. */
  private void bootstrap(Path binaries, Path home) throws IOException {
    Path fresh = Files.createTempDirectory(home.toAbsolutePath(), "mariadb-new");
    Path script = Files.createTempFile(home.toAbsolutePath(), "bootstrap", ".sql");
    StringBuilder sql = new StringBuilder("create database mysql;\nuse mysql;\n");
    for (String part : List.of("system_tables", "performance_tables", "system_tables_data")) {
      sql.append(Files.readString(binaries.resolve("share/mariadb_" + part + ".sql")));
    }
    Files.writeString(script, sql);
    List<String> command = command(binaries, fresh);
    command.add("--bootstrap");
    Process run = builder(command).redirectInput(script.toFile()).start();
    boolean done = waitFor(run, START_LIMIT);
    Files.delete(script);
    if (!done || run.exitValue() != 0) {
      run.destroyForcibly();
      Binaries.delete(fresh);
      throw new EmbeddedDatabaseException("The system tables cannot be made. " + tail());
    }
    Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private Process launch(List<String> further) throws IOException {
    List<String> command = command(binaries, data);
    command.addAll(further);
    command.addAll(
        List.of(
            "--bind-address=127.0.0.1",
            "--port=" + port,
            "--skip-ssl",
            "--skip-name-resolve",
            "--socket=mariadb.sock",
            "--pid-file=mariadb.pid",
            "--character-set-server=utf8mb4",
            "--innodb-flush-log-at-trx-commit=1",
            "--max-allowed-packet=64M"));
    return builder(guarded(command)).start();
  }

  private static List<String> guarded(List<String> command) {
    if (!GUARDED) {
      return command;
    }
    List<String> guarded = new ArrayList<>(List.of("/bin/sh", "-c", "exec 3<&0; " + GUARD, "sh"));
    guarded.addAll(command);
    return guarded;
  }

  private static List<String> command(Path binaries, Path datadir) {
    List<String> command =
        new ArrayList<>(
            List.of(
                binaries.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + binaries,
                "--lc-messages-dir=" + binaries.resolve("share"),
                "--datadir=" + datadir.toAbsolutePath(),
                // a starting server empties this folder, so no other server may use it
                "--tmpdir=" + datadir.toAbsolutePath()));
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--user=root");
    }
    return command;
  }

  private ProcessBuilder builder(List<String> command) {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
  }

  private String initialSql() {
    return String.join(
        "\n",
        // the bootstrap creates administrators without a password; only ours may connect
        "delete from mysql.global_priv where User not in ('mariadb.sys');",
        "flush privileges;",
        "create database if not exists arobase character set utf8mb4;",
        "create or replace user arobase@127.0.0.1 identified by '" + password + "';",
        "grant all on arobase.* to arobase@127.0.0.1;",
        "");
  }

  private void awaitAnswer() throws IOException {
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (System.nanoTime() < limit) {
      try (var connection = DriverManager.getConnection(url(), "arobase", password)) {
        return;
      } catch (SQLException e) {
        pause(SHORTEST_PAUSE);
      }
      if (!process.isAlive()) {
        // the server of a killed start may still hold the files for a moment
        pause(AGAIN_AFTER);
        process = launchFirst();
      }
    }
    throw new EmbeddedDatabaseException("The embedded database does not answer. " + tail());
  }

  private String tail() throws IOException {
    List<String> lines =
        Files.exists(log) ? Files.readAllLines(log, StandardCharsets.ISO_8859_1) : List.of();
    List<String> last = lines.subList(Math.max(0, lines.size() - 8), lines.size());
    return "The end of " + log + " says:\n  " + String.join("\n  ", last);
  }

  /** Stops the server in an orderly way and frees the home. */
  @Override
  public void close() {
    closing = true;
    try {
      process.getOutputStream().close();
      if (!GUARDED) {
        process.destroy();
      }
      if (!waitFor(process, STOP_LIMIT)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
      lock.acquiredBy().close();
    } catch (IOException e) {
      process.destroyForcibly();
    }
  }

  private static boolean waitFor(Process process, Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return random;
  }
}
