package org.arobase.platform.secrets;

/** A secret is missing, too short or well known; the message tells the operator what to do. */
public class UnusableSecretException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnusableSecretException(String message) {
    super(message);
  }
}
