package org.arobase.deliberation.seal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.arobase.deliberation.Outcome;
import org.arobase.deliberation.seal.SealApi.Difference;
import org.arobase.deliberation.seal.SealApi.Verification;
import org.arobase.deliberation.seal.SealedResults.DossierResult;
import org.arobase.edition.Edition;
import org.arobase.edition.Permit;
import org.arobase.platform.canonical.Canonical;
import org.jspecify.annotations.Nullable;

/**
 * Works out again what a seal holds and names every dossier that is not as it was sealed: a mark, a
 * decision, a distinction, a session or a result that somebody has changed behind our back.
 */
@ApplicationScoped
class SealCheck {
  private final Sealing sealing;
  private final Permit permit;

  SealCheck(Sealing sealing, Permit permit) {
    this.sealing = sealing;
    this.permit = permit;
  }

  @Transactional
  Verification verify(int year, int version) {
    Edition edition = Edition.required(year);
    Seal seal = Seal.required(year, version);
    String now = Canonical.rfc8785(sealing.results(edition, seal));
    List<Difference> all = new ArrayList<>();
    if (!Canonical.hash(seal.content).equals(seal.contentHash)) {
      all.add(new Difference(null, "seal", seal.contentHash, Canonical.hash(seal.content)));
    }
    compare(null, tree(seal.content, false), tree(now, false), all);
    SortedMap<String, JsonNode> sealed = dossiers(seal.content);
    SortedMap<String, JsonNode> recomputed = dossiers(now);
    SortedSet<String> codes = new TreeSet<>(sealed.keySet());
    codes.addAll(recomputed.keySet());
    codes.forEach(code -> compare(code, sealed.get(code), recomputed.get(code), all));
    if (Seal.newest(year).filter(newest -> newest.version == version).isPresent()) {
      outcomes(year, seal, all);
    }
    boolean knowsAll = permit.hidden().stream().noneMatch(codes::contains);
    return new Verification(
        year,
        version,
        now.equals(seal.content) && all.isEmpty(),
        seal.contentHash,
        knowsAll ? Canonical.hash(now) : null,
        all.stream().filter(d -> isShown(d, knowsAll)).toList());
  }

  /** What is said of the edition as a whole comes from all its dossiers. */
  private boolean isShown(Difference difference, boolean knowsAll) {
    return difference.dossier() == null ? knowsAll : permit.sees(difference.dossier());
  }

  private static JsonNode tree(String content, boolean dossiers) {
    JsonNode tree = Canonical.tree(content);
    if (!dossiers && tree.isObject()) {
      ((ObjectNode) tree).remove("dossiers");
    }
    return tree;
  }

  private static SortedMap<String, JsonNode> dossiers(String content) {
    SortedMap<String, JsonNode> dossiers = new TreeMap<>();
    tree(content, true).path("dossiers").forEach(d -> dossiers.put(d.path("code").asText(), d));
    return dossiers;
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

  /** What lists show is a copy of what is sealed last: it must say the same. */
  private static void outcomes(int year, Seal seal, List<Difference> found) {
    Map<String, DossierResult> sealed =
        seal.results().dossiers().stream()
            .collect(Collectors.toMap(DossierResult::code, dossier -> dossier));
    Outcome.<Outcome>list(
            "from Outcome o join fetch o.dossier d join fetch d.authority where o.editionYear = ?1",
            year)
        .forEach(
            o -> {
              DossierResult then = sealed.get(o.dossier.code());
              if (then == null || then.level() != o.level) {
                String level = then == null ? null : String.valueOf(then.level());
                String now = String.valueOf(o.level);
                found.add(new Difference(o.dossier.code(), "outcome", level, now));
              }
            });
  }
}
