package org.arobase.platform.merkle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Checks proofs without the tree, as outsiders can (RFC 9162, 2.1.3.2, 2.1.4.2). */
public final class MerkleProof {
  private MerkleProof() {}

  /**
   * Whether a leaf is in the tree of this size and root.
   *
   * @param place the position of the leaf, from 0
   * @param path the result of {@link MerkleTree#inclusion}
   */
  public static boolean included(
      String leafHash, long place, long size, List<String> path, String root) {
    if (place < 0 || place >= size) {
      return false;
    }
    long node = place;
    long last = size - 1;
    String hash = leafHash;
    for (String sibling : path) {
      if (last == 0) {
        return false;
      }
      if (node % 2 == 1 || node == last) {
        hash = MerkleTree.nodeHash(sibling, hash);
        while (node % 2 == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = MerkleTree.nodeHash(hash, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && hash.equals(root);
  }

  /**
   * Whether the tree of size and root {@code later} begins with the whole tree {@code earlier}.
   *
   * @param proof the result of {@link MerkleTree#consistency}
   */
  public static boolean consistent(
      long earlierSize, String earlier, long laterSize, String later, List<String> proof) {
    if (earlierSize < 1 || earlierSize > laterSize) {
      return false;
    }
    if (earlierSize == laterSize) {
      return proof.isEmpty() && earlier.equals(later);
    }
    Deque<String> path = new ArrayDeque<>(proof);
    if (Long.bitCount(earlierSize) == 1) {
      path.addFirst(earlier);
    }
    if (path.isEmpty()) {
      return false;
    }
    int full = Long.numberOfTrailingZeros(earlierSize);
    return climbs((earlierSize - 1) >> full, (laterSize - 1) >> full, path, earlier, later);
  }

  private static boolean climbs(
      long node, long last, Deque<String> path, String earlier, String later) {
    String first = path.removeFirst();
    String second = first;
    for (String sibling : path) {
      if (last == 0) {
        return false;
      }
      if (node % 2 == 1 || node == last) {
        first = MerkleTree.nodeHash(sibling, first);
        second = MerkleTree.nodeHash(sibling, second);
        while (node % 2 == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        second = MerkleTree.nodeHash(second, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && first.equals(earlier) && second.equals(later);
  }
}
