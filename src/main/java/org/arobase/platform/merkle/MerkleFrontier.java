package org.arobase.platform.merkle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Computes the root of a growing tree with memory proportional to its height. */
public final class MerkleFrontier {
  private record Subtree(long size, String root) {}

  private final Deque<Subtree> complete = new ArrayDeque<>();
  private long size;

  /** Appends a leaf by its hash. */
  public void append(String leafHash) {
    Subtree last = new Subtree(1, leafHash);
    while (!complete.isEmpty() && complete.peek().size() == last.size()) {
      Subtree left = complete.pop();
      last = new Subtree(2 * last.size(), MerkleTree.nodeHash(left.root(), last.root()));
    }
    complete.push(last);
    size++;
  }

  /** The number of leaves. */
  public long size() {
    return size;
  }

  /** The root of the tree, which must have at least one leaf. */
  public String root() {
    Iterator<Subtree> fromRight = complete.iterator();
    String root = fromRight.next().root();
    while (fromRight.hasNext()) {
      root = MerkleTree.nodeHash(fromRight.next().root(), root);
    }
    return root;
  }
}
