package org.arobase.scoring.severity;

import java.util.stream.IntStream;

/**
 * The connected parts of the graph of jurors and dossiers. Jurors can only be compared inside one
 * part. Always count the parts first: with a pseudo-inverse alone, fixed trios of jurors look
 * better than the best design.
 */
public final class Components {
  private final int[] parent;
  private final int jurors;

  private Components(Scores scores) {
    jurors = scores.jurors();
    parent = IntStream.range(0, jurors + scores.dossiers()).toArray();
    for (int i = 0; i < scores.dossiers(); i++) {
      for (int k = scores.begin(i); k < scores.end(i); k++) {
        join(scores.juror(k), jurors + i);
      }
    }
  }

  /** The parts of a table. Jurors and dossiers without a score belong to no part. */
  public static Components of(Scores scores) {
    return new Components(scores);
  }

  private int root(int node) {
    int root = node;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  /** The smaller number leads, so that the numbering does not depend on the order of joining. */
  private void join(int a, int b) {
    int first = root(a);
    int second = root(b);
    parent[Math.max(first, second)] = Math.min(first, second);
  }

  /** The number of parts. */
  public int count() {
    int[] size = new int[parent.length];
    for (int node = 0; node < parent.length; node++) {
      size[root(node)]++;
    }
    return (int) IntStream.of(size).filter(nodes -> nodes > 1).count();
  }

  /** The number of parts with two jurors or more. In the others nobody can be compared. */
  public int comparable() {
    int[] members = new int[parent.length];
    for (int juror = 0; juror < jurors; juror++) {
      members[root(juror)]++;
    }
    return (int) IntStream.of(members).filter(count -> count > 1).count();
  }

  /** The part of a juror: the number of the first juror in it. */
  public int ofJuror(int juror) {
    return root(juror);
  }

  /** The part of a dossier: the number of the first juror in it. */
  public int ofDossier(int dossier) {
    return root(jurors + dossier);
  }
}
