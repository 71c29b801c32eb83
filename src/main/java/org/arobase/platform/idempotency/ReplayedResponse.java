package org.arobase.platform.idempotency;

/** Not an error: the request was done before, and this is what was answered. */
class ReplayedResponse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  final transient IdempotencyRecord answer;

  ReplayedResponse(IdempotencyRecord answer) {
    super("answered before", null, false, false);
    this.answer = answer;
  }
}
