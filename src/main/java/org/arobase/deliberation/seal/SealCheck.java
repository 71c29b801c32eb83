package org.arobase.deliberation.seal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.arobase.access.AccessScope;
import org.arobase.deliberation.outcome.Outcome;
import org.arobase.deliberation.seal.SealApi.Difference;
import org.arobase.deliberation.seal.SealApi.Verification;
import org.arobase.edition.Edition;
import org.arobase.platform.canonical.Canonical;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes the content of a seal and names every dossier that differs: a mark, decision,
 * distinction, session or result that was changed outside the application.
 */
@ApplicationScoped
class SealCheck {
  private static final String DOSSIERS = "dossiers";
  private static final String SEAL = "seal";
  private static final String OUTCOME = "outcome";

  private final Sealing sealing;
  private final AccessScope scope;

  SealCheck(Sealing sealing, AccessScope scope) {
    this.sealing = sealing;
    this.scope = scope;
  }

  @Transactional
  Verification verify(int year, int version) {
    Edition edition = Edition.required(year);
    Seal seal = Seal.required(year, version);
    List<Difference> all = new ArrayList<>();
    String found = Canonical.hash(seal.content);
    if (!found.equals(seal.contentHash)) {
      all.add(new Difference(null, SEAL, seal.contentHash, found));
    }
    String now = recomputed(edition, seal, all);
    ObjectNode sealed = tree(seal.content, all);
    ObjectNode again = tree(now, all);
    SortedMap<String, JsonNode> then = dossiers(sealed);
    SortedSet<String> codes = compare(then, dossiers(again), all);
    compare(null, sealed, again, all);
    if (Seal.newest(year).filter(newest -> newest.version == version).isPresent()) {
      outcomes(year, then, all);
    }
    boolean knowsAll = codes.stream().allMatch(scope::sees);
    return new Verification(
        year,
        version,
        now.equals(seal.content) && all.isEmpty(),
        seal.contentHash,
        knowsAll ? Canonical.hash(now) : null,
        all.stream().filter(d -> isShown(d, knowsAll)).toList());
  }

  /** Contradictory rows may not even be readable: that is a finding, not a failure. */
  private String recomputed(Edition edition, Seal seal, List<Difference> all) {
    try {
      return Canonical.rfc8785(sealing.results(edition, seal));
    } catch (RuntimeException e) {
      all.add(new Difference(null, "database", null, e.getClass().getSimpleName()));
      return "{}";
    }
  }

  /** Differences in the edition as a whole depend on all dossiers, hidden ones included. */
  private boolean isShown(Difference difference, boolean knowsAll) {
    return difference.dossier() == null ? knowsAll : scope.sees(difference.dossier());
  }

  /** The content as an object; empty if it is not one. */
  private static ObjectNode tree(String content, List<Difference> all) {
    try {
      if (Canonical.tree(content) instanceof ObjectNode object) {
        return object;
      }
    } catch (IllegalArgumentException e) {
      // reported below, like JSON that is not an object
    }
    all.add(new Difference(null, SEAL, "an object", "no JSON"));
    return (ObjectNode) Canonical.tree("{}");
  }

  /** Removes the dossiers from a content and returns them by code. */
  private static SortedMap<String, JsonNode> dossiers(ObjectNode content) {
    SortedMap<String, JsonNode> dossiers = new TreeMap<>();
    JsonNode list = content.remove(DOSSIERS);
    if (list != null) {
      list.forEach(d -> dossiers.put(d.path("code").asText(), d));
    }
    return dossiers;
  }

  private static SortedSet<String> compare(
      SortedMap<String, JsonNode> sealed, SortedMap<String, JsonNode> now, List<Difference> all) {
    SortedSet<String> codes = new TreeSet<>(sealed.keySet());
    codes.addAll(now.keySet());
    codes.forEach(code -> compare(code, sealed.get(code), now.get(code), all));
    return codes;
  }

  private static void compare(
      @Nullable String dossier,
      @Nullable JsonNode sealed,
      @Nullable JsonNode now,
      List<Difference> found) {
    if (sealed == null || now == null) {
      found.add(new Difference(dossier, "dossier", text(sealed), text(now)));
      return;
    }
    SortedSet<String> names = new TreeSet<>();
    sealed.fieldNames().forEachRemaining(names::add);
    now.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      if (!Objects.equals(sealed.get(name), now.get(name))) {
        found.add(new Difference(dossier, name, text(sealed.get(name)), text(now.get(name))));
      }
    }
  }

  private static @Nullable String text(@Nullable JsonNode node) {
    if (node == null) {
      return null;
    }
    return node.isValueNode() ? node.asText() : Canonical.hash(node.toString());
  }

  /** Outcomes shown in lists are a copy of the newest seal: they must be equal and complete. */
  private static void outcomes(int year, SortedMap<String, JsonNode> sealed, List<Difference> all) {
    SortedMap<String, JsonNode> missing = new TreeMap<>(sealed);
    Outcome.getEntityManager()
        .createQuery(
            "select a.code, o.level, o.computedLevel, o.score, o.marksHash, o.stratum, o.name,"
                + " o.region from Outcome o join o.dossier d join d.authority a"
                + " where o.editionYear = :year",
            Copy.class)
        .setParameter("year", year)
        .getResultStream()
        .forEach(copy -> copy.compare(missing.remove(copy.dossier), all));
    missing.keySet().forEach(code -> all.add(new Difference(code, OUTCOME, "there", null)));
  }

  private record Copy(
      String dossier,
      int level,
      @Nullable Integer computedLevel,
      @Nullable BigDecimal score,
      String marksHash,
      String stratum,
      String name,
      String region) {
    void compare(@Nullable JsonNode sealed, List<Difference> all) {
      compare("level", String.valueOf(level), sealed, all);
      compare("computedLevel", Objects.toString(computedLevel, null), sealed, all);
      compare("score", score == null ? null : score.toPlainString(), sealed, all);
      compare("marksHash", marksHash, sealed, all);
      compare("stratum", stratum, sealed, all);
      compare("name", name, sealed, all);
      compare("region", region, sealed, all);
    }

    private void compare(
        String property, @Nullable String now, @Nullable JsonNode sealed, List<Difference> all) {
      String then = sealed == null ? null : text(sealed.get(property));
      if (!Objects.equals(then, now)) {
        all.add(new Difference(dossier, OUTCOME, then, now));
      }
    }
  }
}
