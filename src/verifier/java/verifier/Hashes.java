package verifier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** SHA-256, and the Merkle tree of RFC 6962 over it. */
final class Hashes {
  private Hashes() {}

  static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  static String ofText(String text) {
    return hex(sha256(text.getBytes(StandardCharsets.UTF_8)));
  }

  static byte[] leaf(String text) {
    return sha256(new byte[] {0}, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] node(byte[] left, byte[] right) {
    return sha256(new byte[] {1}, left, right);
  }

  /** The root over leaf hashes, level by level; a node without a neighbour moves up unchanged. */
  static String root(List<byte[]> leaves) {
    if (leaves.isEmpty()) {
      return hex(sha256());
    }
    List<byte[]> level = leaves;
    while (level.size() > 1) {
      List<byte[]> above = new ArrayList<>();
      for (int i = 0; i < level.size(); i += 2) {
        above.add(i + 1 < level.size() ? node(level.get(i), level.get(i + 1)) : level.get(i));
      }
      level = above;
    }
    return hex(level.get(0));
  }

  /**
   * The root computed from a leaf at a place, in a tree of this size, along a path.
   *
   * @throws Rejected when the path has the wrong length or holds something other than hashes
   */
  static String climb(byte[] leaf, int place, int size, List<String> path) {
    byte[] hash = leaf;
    int index = place;
    int width = size;
    int used = 0;
    while (width > 1) {
      boolean alone = index == width - 1 && index % 2 == 0;
      if (!alone) {
        Rejected.unless(used < path.size(), "The proof is too short");
        Rejected.unless(path.get(used).matches("[0-9a-f]{64}"), "The proof has an invalid hash");
        byte[] sibling = HexFormat.of().parseHex(path.get(used++));
        hash = index % 2 == 0 ? node(hash, sibling) : node(sibling, hash);
      }
      index /= 2;
      width = (width + 1) / 2;
    }
    Rejected.unless(used == path.size(), "The proof is too long");
    return hex(hash);
  }

  /**
   * Checks that a tree begins with the whole of an earlier one: both roots are computed from the
   * proof (RFC 9162, 2.1.4.2).
   *
   * @param old the size of the earlier tree, 1 or more and at most the other size
   * @throws Rejected when the proof does not lead to both roots
   */
  static void requireConsistent(
      long old, byte[] oldRoot, long size, byte[] root, List<byte[]> proof) {
    if (old == size) {
      boolean same = proof.isEmpty() && Arrays.equals(oldRoot, root);
      Rejected.unless(same, "Two different roots of the same size");
      return;
    }
    List<byte[]> path = new ArrayList<>(proof);
    if (Long.bitCount(old) == 1) {
      path.add(0, oldRoot);
    }
    Rejected.unless(!path.isEmpty(), "The proof is empty");
    long node = old - 1;
    long last = size - 1;
    while ((node & 1) == 1) {
      node >>= 1;
      last >>= 1;
    }
    byte[] first = path.get(0);
    byte[] second = first;
    for (byte[] sibling : path.subList(1, path.size())) {
      Rejected.unless(last != 0, "The proof is too long");
      if ((node & 1) == 1 || node == last) {
        first = node(sibling, first);
        second = node(sibling, second);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        second = node(second, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    boolean meets = last == 0 && Arrays.equals(first, oldRoot) && Arrays.equals(second, root);
    Rejected.unless(meets, "The tree does not begin with the earlier one");
  }
}
