package org.arobase.platform.merkle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** The root of a growing tree, with no more memory than the tree is high. */
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

  /** How many leaves were appended. */
  public long size() {
    return size;
  }

  /** The root of what was appended, at least one leaf. */
  public String root() {
    Iterator<Subtree> fromRight = complete.iterator();
    String root = fromRight.next().root();
    while (fromRight.hasNext()) {
      root = MerkleTree.nodeHash(fromRight.next().root(), root);
    }
    return root;
  }
}
