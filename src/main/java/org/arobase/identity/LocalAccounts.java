package org.arobase.identity;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.secrets.PrivateFiles;
import org.arobase.platform.secrets.ServerKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The local accounts, with random passwords, for installations without an identity provider. */
@ApplicationScoped
@RetryOnLostRace
public class LocalAccounts {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final boolean on;
  private final Path file;
  private final ServerKey key;

  LocalAccounts(
      @ConfigProperty(name = "arobase.accounts.local") boolean on,
      @ConfigProperty(name = "arobase.home") Path home,
      ServerKey key) {
    this.on = on;
    this.key = key;
    this.file = home.resolve("accounts.txt");
  }

  /**
   * An account to create.
   *
   * @param role one of {@link Roles}
   * @param authority the authority that an applicant acts for; null for the other roles
   */
  public record Wanted(String username, String role, String authority) {}

  /** The state of an account that the audit record covers. */
  public record Kept(
      String username, String role, @Nullable String authority, String passwordHash, String mac) {}

  /** Every account, ordered by user name. */
  public static List<Kept> all() {
    return Account.<Account>list("order by username").stream()
        .map(a -> new Kept(a.username, a.role, a.authorityCode, a.passwordHash, a.mac))
        .toList();
  }

  /** Whether local accounts are on. If so, a token's role counts only while the account has it. */
  boolean on() {
    return on;
  }

  /**
   * Creates the accounts at the first start, and writes their passwords to a file that only the
   * server's user can read.
   *
   * @return whether the accounts were created
   */
  @Transactional
  public boolean createOnce(List<Wanted> wanted) {
    if (!on || Account.count() > 0) {
      return false;
    }
    StringBuilder lines = new StringBuilder();
    for (Wanted w : wanted) {
      String password = password();
      new Account(w.username(), password, w.role(), w.authority(), key).persist();
      lines.append(String.join(" ", w.username(), password, w.role())).append('\n');
    }
    Account.flush();
    write(lines.toString());
    Log.infof("Accounts made; user, password and role are in %s", file.toAbsolutePath());
    return true;
  }

  /**
   * Refuses when an identity provider manages the accounts.
   *
   * @throws Refusal 404
   */
  void requireOn() {
    if (!on) {
      throw new Refusal(IdentityProblem.LOCAL_ACCOUNTS_OFF);
    }
  }

  /**
   * The account of a user who gave the right password.
   *
   * @throws Refusal 401, the same for a wrong password, an unknown user, and an account that
   *     somebody has changed by SQL
   */
  @Transactional
  Account authenticate(String username, String password) {
    Account account = Account.authenticated(username, password);
    if (account == null) {
      throw new Refusal(IdentityProblem.INVALID_CREDENTIALS);
    }
    if (!account.isSigned(key)) {
      Log.errorf("The account %s was changed in the database. Verify the record.", username);
      throw new Refusal(IdentityProblem.INVALID_CREDENTIALS);
    }
    return account;
  }

  private static String password() {
    byte[] bytes = new byte[18];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }

  private void write(String lines) {
    try {
      Path fresh = PrivateFiles.create(file.resolveSibling("accounts.new"));
      Files.writeString(fresh, lines);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("The passwords cannot be written to " + file, e);
    }
  }
}
