package org.arobase.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.arobase.platform.merkle.MerkleFrontier;
import org.arobase.platform.merkle.MerkleProof;
import org.arobase.platform.merkle.MerkleTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The audit tree is that of RFC 6962: its roots are those of the vectors of Google's certificate-
 * transparency reference implementation. For trees of 1 to 40 leaves every leaf and every earlier
 * tree is proved, and any other leaf, place, root or longer proof is rejected.
 */
class MerkleTest {
  private static final List<String> LEAVES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static List<String> hashes(int size) {
    return LEAVES.subList(0, size).stream()
        .map(hex -> MerkleTree.leafHash(HexFormat.of().parseHex(hex)))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  })
  void theRootIsTheReferences(int size, String root) {
    assertEquals(root, new MerkleTree(hashes(size)).root());
    MerkleFrontier frontier = new MerkleFrontier();
    hashes(size).forEach(frontier::append);
    assertEquals(root, frontier.root());
  }

  @Test
  void theRootOfNothingIsTheHashOfNothing() {
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        new MerkleTree(List.of()).root());
  }

  @Test
  void everyLeafOfEveryTreeIsProvedAndNoOther() {
    for (int size = 1; size <= 40; size++) {
      List<String> leaves = many(size);
      MerkleTree tree = new MerkleTree(leaves);
      for (int place = 0; place < size; place++) {
        List<String> path = tree.inclusion(place);
        assertTrue(MerkleProof.included(leaves.get(place), place, size, path, tree.root()));
        String other = MerkleTree.leafHash("other");
        assertFalse(MerkleProof.included(other, place, size, path, tree.root()));
        assertFalse(MerkleProof.included(leaves.get(place), place, size, path, other));
        assertFalse(MerkleProof.included(leaves.get(place), size, size, path, tree.root()));
        if (size > 1) {
          int wrong = (place + 1) % size;
          assertFalse(MerkleProof.included(leaves.get(place), wrong, size, path, tree.root()));
        }
      }
    }
  }

  @Test
  void everyBeginningIsProvedAndNoOther() {
    for (int size = 1; size <= 40; size++) {
      MerkleTree later = new MerkleTree(many(size));
      for (int earlier = 1; earlier <= size; earlier++) {
        String first = new MerkleTree(many(earlier)).root();
        List<String> proof = later.consistency(earlier);
        assertTrue(MerkleProof.consistent(earlier, first, size, later.root(), proof));
        String other = MerkleTree.leafHash("other");
        assertFalse(MerkleProof.consistent(earlier, other, size, later.root(), proof));
        assertFalse(MerkleProof.consistent(earlier, first, size, other, proof));
        List<String> longer = new ArrayList<>(proof);
        longer.add(other);
        assertFalse(MerkleProof.consistent(earlier, first, size, later.root(), longer));
      }
    }
  }

  private static List<String> many(int size) {
    return IntStream.range(0, size).mapToObj(i -> MerkleTree.leafHash("leaf " + i)).toList();
  }
}
