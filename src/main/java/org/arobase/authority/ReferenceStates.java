package org.arobase.authority;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.arobase.audit.StateSource;
import org.arobase.audit.Subject;
import org.arobase.platform.canonical.Canonical;
import org.jspecify.annotations.Nullable;

/** The audit states of the reference data: for each table, the hashes of its file and its rows. */
abstract class ReferenceStates implements StateSource {
  private final String kind;
  private final Map<String, String> rows;
  private final EntityManager database;

  /**
   * The states of some tables.
   *
   * @param rows by file name, a query for all columns of a table. The order must depend on the
   *     content alone, so that equal rows give equal hashes.
   */
  ReferenceStates(String kind, Map<String, String> rows, EntityManager database) {
    this.kind = kind;
    this.rows = rows;
    this.database = database;
  }

  private record Content(@Nullable String fileHash, String rowsHash) {}

  /** Whether this source has the states of a table. */
  abstract boolean has(String table);

  @Override
  public List<String> kinds() {
    return List.of(kind);
  }

  @Override
  public void present(@Nullable Integer year, Consumer<State> to) {
    if (year == null) {
      ImportedTable.<ImportedTable>listAll().stream()
          .filter(table -> has(table.name))
          .map(this::of)
          .forEach(to);
    }
  }

  /** The present state of a table. */
  State of(ImportedTable table) {
    String query = rows.get(table.name);
    return new State(
        Subject.outside(kind, table.name),
        new Content(table.contentHash, query == null ? "" : hash(query)));
  }

  private String hash(String query) {
    MessageDigest digest = Canonical.sha256();
    try (Stream<Object[]> all = database.createQuery(query, Object[].class).getResultStream()) {
      all.forEach(row -> digest.update(Canonical.json(row).getBytes(StandardCharsets.UTF_8)));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The audit states of the tables of regions and authorities. */
  @Singleton
  static class OfAuthorities extends ReferenceStates {
    private static final Map<String, String> ROWS =
        Map.of(
            "regions.csv",
            "select r.code, r.name from Region r order by r.code",
            "authorities.csv",
            "select a.code, a.kind, a.name, a.searchName, a.department, a.region.code, a.population,"
                + " a.siren, a.intermunicipality from LocalAuthority a order by a.code");

    OfAuthorities(EntityManager database) {
      super("reference-table", ROWS, database);
    }

    /** Also a table that somebody has added by SQL. */
    @Override
    boolean has(String table) {
      return !OfPastResults.ROWS.containsKey(table);
    }
  }

  /**
   * The audit states of the tables of past results. They are small, so that public answers compare
   * them before they are given.
   */
  @Singleton
  static class OfPastResults extends ReferenceStates {
    static final Map<String, String> ROWS =
        Map.of(
            "past-distribution.csv",
            "select d.edition, d.year, d.total, d.level0, d.level1, d.level2, d.level3, d.level4,"
                + " d.level5, d.source, d.note from PastDistribution d order by d.edition",
            "past-mentions.csv",
            "select m.authorityName, m.year, m.edition, m.distinction, m.authorityCode, m.source from"
                + " PastMention m order by m.authorityName, m.year, m.edition, m.distinction,"
                + " m.authorityCode, m.source",
            "past-labels.csv",
            "select l.authorityName, l.year, l.edition, l.level, l.authorityCode, l.source, l.note"
                + " from LabelRecord l where l.source <> '"
                + LabelRecord.OURS
                + "' order by l.authorityName, l.year, l.edition, l.level, l.authorityCode, l.source,"
                + " l.note");

    OfPastResults(EntityManager database) {
      super("past-results", ROWS, database);
    }

    @Override
    boolean has(String table) {
      return ROWS.containsKey(table);
    }
  }
}
