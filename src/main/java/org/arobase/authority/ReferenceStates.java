package org.arobase.authority;

import jakarta.enterprise.context.ApplicationScoped;
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
@ApplicationScoped
class ReferenceStates implements StateSource {
  private static final String KIND = "reference-table";

  /**
   * By file name, a query for all columns of a table. The order depends on the content alone, so
   * that equal rows give equal hashes.
   */
  private static final Map<String, String> ROWS =
      Map.of(
          "regions.csv",
          "select r.code, r.name from Region r order by r.code",
          "authorities.csv",
          "select a.code, a.kind, a.name, a.searchName, a.department, a.region.code, a.population,"
              + " a.siren, a.intermunicipality from LocalAuthority a order by a.code",
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

  private final EntityManager database;

  ReferenceStates(EntityManager database) {
    this.database = database;
  }

  private record Content(@Nullable String fileHash, String rowsHash) {}

  @Override
  public List<String> kinds() {
    return List.of(KIND);
  }

  @Override
  public void present(@Nullable Integer year, Consumer<State> to) {
    if (year == null) {
      ImportedTable.<ImportedTable>listAll().stream().map(this::of).forEach(to);
    }
  }

  /** The present state of a table. */
  State of(ImportedTable table) {
    String rows = ROWS.get(table.name);
    return new State(
        Subject.outside(KIND, table.name),
        new Content(table.contentHash, rows == null ? "" : hash(rows)));
  }

  private String hash(String query) {
    MessageDigest digest = Canonical.sha256();
    try (Stream<Object[]> rows = database.createQuery(query, Object[].class).getResultStream()) {
      rows.forEach(row -> digest.update(Canonical.json(row).getBytes(StandardCharsets.UTF_8)));
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
