package org.arobase.platform.merkle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.arobase.platform.canonical.Canonical;

/**
 * A Merkle tree over a list of leaf hashes (RFC 6962, section 2.1). Hashes are SHA-256 in 64
 * hexadecimal digits.
 */
public final class MerkleTree {
  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final List<String> leaves;

  /** A tree over these leaf hashes. */
  public MerkleTree(List<String> leaves) {
    this.leaves = leaves;
  }

  /** The hash of a leaf: SHA-256(0x00 || text). */
  public static String leafHash(String text) {
    return leafHash(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The hash of a leaf: SHA-256(0x00 || bytes). */
  public static String leafHash(byte[] leaf) {
    byte[] prefixed = new byte[leaf.length + 1];
    prefixed[0] = LEAF;
    System.arraycopy(leaf, 0, prefixed, 1, leaf.length);
    return Canonical.hash(prefixed);
  }

  /** The hash of two subtrees: SHA-256(0x01 || left || right). */
  static String nodeHash(String left, String right) {
    return Canonical.hash(HexFormat.of().parseHex("0" + NODE + left + right));
  }

  /** The root hash, MTH(D[n]); for an empty tree, the hash of the empty string. */
  public String root() {
    return leaves.isEmpty() ? Canonical.hash("") : root(leaves);
  }

  private static String root(List<String> part) {
    if (part.size() == 1) {
      return part.get(0);
    }
    int k = split(part.size());
    return nodeHash(root(part.subList(0, k)), root(part.subList(k, part.size())));
  }

  /** The largest power of two smaller than n, for n of 2 or more. */
  private static int split(int n) {
    return Integer.highestOneBit(n - 1);
  }

  /** PATH(m, D[n]): the hashes that lead from the leaf at this position, from 0, to the root. */
  public List<String> inclusion(int place) {
    List<String> path = new ArrayList<>();
    inclusion(place, leaves, path);
    return path;
  }

  private static void inclusion(int place, List<String> part, List<String> path) {
    if (part.size() == 1) {
      return;
    }
    int k = split(part.size());
    List<String> left = part.subList(0, k);
    List<String> right = part.subList(k, part.size());
    if (place < k) {
      inclusion(place, left, path);
      path.add(root(right));
    } else {
      inclusion(place - k, right, path);
      path.add(root(left));
    }
  }

  /** PROOF(m, D[n]): proves that this tree begins with that of its first m leaves, 1 to n. */
  public List<String> consistency(int earlier) {
    List<String> proof = new ArrayList<>();
    consistency(earlier, leaves, true, proof);
    return proof;
  }

  private static void consistency(
      int earlier, List<String> part, boolean known, List<String> proof) {
    if (earlier == part.size()) {
      if (!known) {
        proof.add(root(part));
      }
      return;
    }
    int k = split(part.size());
    List<String> left = part.subList(0, k);
    List<String> right = part.subList(k, part.size());
    if (earlier <= k) {
      consistency(earlier, left, known, proof);
      proof.add(root(right));
    } else {
      consistency(earlier - k, right, false, proof);
      proof.add(root(left));
    }
  }
}
