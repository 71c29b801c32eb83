package org.arobase.platform.secrets;

/** A secret that is missing, too short or well known; the message is for a person. */
public class UnusableSecretException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnusableSecretException(String message) {
    super(message);
  }
}
