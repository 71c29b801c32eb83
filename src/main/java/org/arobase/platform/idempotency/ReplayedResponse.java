package org.arobase.platform.idempotency;

/** Not an error: carries the kept answer of a request that was already executed. */
class ReplayedResponse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  final transient IdempotencyRecord answer;

  ReplayedResponse(IdempotencyRecord answer) {
    super("answered before", null, false, false);
    this.answer = answer;
  }
}
