package org.arobase.authority;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.arobase.audit.Action;
import org.arobase.audit.WriteDoor;
import org.arobase.authority.LocalAuthority.Kind;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.tabular.Csv;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Imports the tables of {@code /data} into the database, each content once. */
@ApplicationScoped
@RetryOnLostRace
public class ReferenceData {
  private final StatelessSession session;
  private final ReferenceStates.OfAuthorities references;
  private final ReferenceStates.OfPastResults pastResults;
  private final WriteDoor door;

  ReferenceData(
      StatelessSession session,
      ReferenceStates.OfAuthorities references,
      ReferenceStates.OfPastResults pastResults,
      WriteDoor door) {
    this.session = session;
    this.references = references;
    this.pastResults = pastResults;
    this.door = door;
  }

  /** Imports all tables with new content, in one transaction. */
  @Transactional
  public void importWhatIsNew() {
    importOnce("regions.csv", this::regions);
    importOnce("authorities.csv", this::authorities);
    importOnce("past-labels.csv", this::labels);
    importOnce("past-distribution.csv", this::distributions);
    importOnce("past-mentions.csv", this::mentions);
  }

  private void importOnce(String table, Consumer<byte[]> rows) {
    byte[] content = read("/data/" + table);
    ReferenceStates states = pastResults.has(table) ? pastResults : references;
    ImportedTable imported = ImportedTable.locked(table);
    String hash = Canonical.hash(content);
    if (hash.equals(imported.contentHash)) {
      return;
    }
    if (imported.contentHash != null && !door.isRecorded(states.of(imported))) {
      // an import would record as valid what somebody changed by SQL
      Log.errorf("%s is not as it was recorded: it is not imported. Verify the record.", table);
      return;
    }
    long begin = System.nanoTime();
    door.write(
        null,
        imported.contentHash == null ? Action.CREATED : Action.CHANGED,
        () -> {
          rows.accept(content);
          imported.contentHash = hash;
          ImportedTable.flush();
          return states.of(imported);
        });
    Log.infof("%s imported in %d ms", table, (System.nanoTime() - begin) / 1_000_000);
  }

  private void regions(byte[] table) {
    session.upsertMultiple(Csv.rows(table).stream().map(ReferenceData::region).toList());
  }

  private static Region region(Map<String, String> row) {
    Region region = new Region();
    region.code = row.get("code");
    region.name = row.get("name");
    return region;
  }

  private void authorities(byte[] table) {
    Map<String, Region> regions = new HashMap<>();
    Region.<Region>streamAll().forEach(region -> regions.put(region.code, region));
    List<LocalAuthority> rows =
        Csv.rows(table).stream().map(row -> authority(row, regions)).toList();
    if (LocalAuthority.count() == 0) {
      session.insertMultiple(rows);
    } else {
      session.upsertMultiple(rows);
    }
  }

  private static LocalAuthority authority(Map<String, String> row, Map<String, Region> regions) {
    LocalAuthority authority = new LocalAuthority();
    authority.code = row.get("code");
    authority.kind = Kind.valueOf(row.get("kind"));
    authority.name = row.get("name");
    authority.searchName = SearchName.of(authority.name);
    authority.department = row.get("department");
    authority.region = regions.get(row.get("region"));
    authority.population = row.get("population").isEmpty() ? null : number(row, "population");
    authority.siren = orNull(row.get("siren"));
    authority.intermunicipality = orNull(row.get("intermunicipality"));
    return authority;
  }

  /** Replaces the imported labels; labels published here stay. */
  private void labels(byte[] table) {
    LabelRecord.delete("source <> ?1", LabelRecord.OURS);
    LabelRecord.persist(Csv.rows(table).stream().map(ReferenceData::label));
  }

  /** Replaces all mentions. A row can name several authorities, separated by semicolons. */
  private void mentions(byte[] table) {
    PastMention.deleteAll();
    for (Map<String, String> row : Csv.rows(table)) {
      for (String name : row.get("collectivite").split(";")) {
        PastMention mention = new PastMention();
        mention.authorityName = name.strip();
        mention.authorityCode = codeOf(mention.authorityName);
        mention.edition = number(row, "edition");
        mention.year = number(row, "year");
        mention.distinction = row.get("distinction");
        mention.source = row.get("source_url");
        mention.persist();
      }
    }
  }

  /**
   * The code that past labels have for this name, else the code of the authority with this name;
   * null when there is not exactly one.
   */
  private static @Nullable String codeOf(String name) {
    List<String> codes =
        LabelRecord.<LabelRecord>list(
                "authorityName = ?1 and authorityCode is not null and source <> ?2",
                name,
                LabelRecord.OURS)
            .stream()
            .map(label -> label.authorityCode)
            .distinct()
            .toList();
    if (codes.isEmpty()) {
      codes = LocalAuthority.<LocalAuthority>list("name", name).stream().map(a -> a.code).toList();
    }
    return codes.size() == 1 ? codes.get(0) : null;
  }

  private void distributions(byte[] table) {
    PastDistribution.deleteAll();
    PastDistribution.persist(Csv.rows(table).stream().map(ReferenceData::distribution));
  }

  private static PastDistribution distribution(Map<String, String> row) {
    PastDistribution past = new PastDistribution();
    past.edition = number(row, "edition");
    past.year = number(row, "year");
    past.total = number(row, "participants_or_labelled");
    past.level0 = numberOrNull(row, "mention_only_a0");
    past.level1 = numberOrNull(row, "a1");
    past.level2 = numberOrNull(row, "a2");
    past.level3 = numberOrNull(row, "a3");
    past.level4 = numberOrNull(row, "a4");
    past.level5 = numberOrNull(row, "a5");
    past.source = row.get("source_url");
    past.note = row.getOrDefault("note", "");
    return past;
  }

  private static Integer numberOrNull(Map<String, String> row, String column) {
    return row.get(column).isEmpty() ? null : number(row, column);
  }

  private static LabelRecord label(Map<String, String> row) {
    LabelRecord label = new LabelRecord();
    label.authorityCode = orNull(row.get("cog_or_siren_2026"));
    label.authorityName = row.get("collectivite");
    label.edition = number(row, "edition");
    label.year = number(row, "year");
    label.level = number(row, "arobases");
    label.source = row.get("source_url");
    label.note = row.get("note");
    return label;
  }

  private static int number(Map<String, String> row, String column) {
    return Integer.parseInt(row.get(column));
  }

  private static String orNull(String cell) {
    return cell.isEmpty() ? null : cell;
  }

  private static byte[] read(String resource) {
    try (InputStream file = ReferenceData.class.getResourceAsStream(resource)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read", e);
    }
  }
}
