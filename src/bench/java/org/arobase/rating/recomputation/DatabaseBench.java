package org.arobase.rating;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.arobase.platform.database.EmbeddedMariaDb;
import org.arobase.rating.recomputation.MarkRows;
import org.arobase.scoring.bulk.BulkRatings;
import org.arobase.scoring.bulk.Marks;
import org.arobase.scoring.bulk.NationalMarks;
import org.arobase.scoring.severity.SeverityModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 31.5 million marks in MariaDB to ratings, severities by REML included, against a bare JDBC scan
 * that decodes the same rows. Fewer with {@code -Dbench.dossiers}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class DatabaseBench {
  private static final int AT_ONCE = 500;
  private static final int[] NUMBERS =
      IntStream.rangeClosed(1, NationalMarks.INITIATIVES).toArray();

  private EmbeddedMariaDb server;
  private Connection connection;

  @Setup
  public void fill() throws Exception {
    Path home = Files.createTempDirectory("arobase-bench");
    server = EmbeddedMariaDb.start(home);
    Map<String, String> at = server.settings();
    connection =
        DriverManager.getConnection(
            at.get("quarkus.datasource.jdbc.url"),
            at.get("quarkus.datasource.username"),
            at.get("quarkus.datasource.password"));
    try (Statement statement = connection.createStatement()) {
      String table = Files.readString(Path.of("src/main/resources/db/migration/V015__mark.sql"));
      statement.execute(table.replaceAll("references [^,\\n]*", "").replaceAll("--.*", ""));
      statement.execute(
          "insert into mark select 1 + (seq - 1) div 300, 1 + ((seq - 1) mod 300) div 5,"
              + " concat('c', (seq - 1) mod 5), 'MARKED', floor(6 * rand(seq)) from seq_1_to_"
              + NationalMarks.DOSSIERS * 900L);
    }
  }

  @TearDown
  public void stop() throws SQLException {
    connection.close();
    server.close();
  }

  @Benchmark
  public long yardstick() throws SQLException {
    long sum = 0;
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(10_000);
      try (ResultSet rows =
          statement.executeQuery(
              "select sheet_id, initiative, criterion, state, mark_value from mark")) {
        while (rows.next()) {
          sum += rows.getLong(1) + rows.getInt(2);
          sum += rows.getString(3).length() + rows.getString(4).length();
          sum += rows.getString(5).length();
        }
      }
    }
    return sum;
  }

  @Benchmark
  public Object ratings() throws SQLException {
    Marks marks = NationalMarks.empty(SeverityModel.REML);
    MarkRows rows =
        new MarkRows(NationalMarks.rubric(SeverityModel.REML), NationalMarks.criteria());
    char[] codes = marks.codes();
    for (int from = 0; from < NationalMarks.DOSSIERS; from += AT_ONCE) {
      int end = Math.min(NationalMarks.DOSSIERS, from + AT_ONCE);
      for (int sheet = 3 * from; sheet < 3 * end; sheet++) {
        rows.expect(1 + sheet, new MarkRows.Sheet(marks.begin(sheet / 3, sheet % 3), NUMBERS));
      }
      rows.read(connection, codes);
    }
    return BulkRatings.rate(marks);
  }
}
