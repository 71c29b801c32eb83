package org.arobase.rating.recomputation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.arobase.platform.database.EmbeddedMariaDb;
import org.arobase.scoresheet.SheetDocument;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Grid.Criterion;
import org.arobase.scoring.Mark;
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
 * 105,000 sheets with 31.5 million marks in MariaDB to ratings, severities by REML included,
 * against a bare JDBC scan of the same rows. Fewer with {@code -Dbench.dossiers}.
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
      statement.execute(
          "create table score_sheet (assignment_id bigint not null primary key,"
              + " content longtext not null check (json_valid(content)))");
    }
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement("insert into score_sheet values (?, ?)")) {
      Random random = new Random(2020);
      for (int sheet = 0; sheet < 3 * NationalMarks.DOSSIERS; sheet++) {
        insert.setInt(1, 1 + sheet);
        insert.setString(2, document(random));
        insert.addBatch();
        if (sheet % AT_ONCE == 0) {
          insert.executeBatch();
          connection.commit();
        }
      }
      insert.executeBatch();
      connection.commit();
    }
  }

  private static String document(Random random) {
    SortedMap<Cell, Mark> marks = new TreeMap<>();
    for (int initiative : NUMBERS) {
      for (Criterion criterion : NationalMarks.criteria()) {
        marks.put(new Cell(initiative, criterion.code()), Mark.of(random.nextInt(6)));
      }
    }
    return new SheetDocument(marks, new TreeMap<>(), SheetDocument.EMPTY.overall()).text();
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
      statement.setFetchSize(AT_ONCE);
      try (ResultSet rows =
          statement.executeQuery("select assignment_id, content from score_sheet")) {
        while (rows.next()) {
          sum += rows.getLong(1) + rows.getBytes(2).length;
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
