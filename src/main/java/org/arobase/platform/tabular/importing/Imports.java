package org.arobase.platform.tabular.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.util.function.Function;
import org.arobase.platform.database.Transactions;
import org.arobase.platform.http.BooleanParam;
import org.arobase.platform.language.CallerLanguage;
import org.arobase.platform.language.Messages;
import org.arobase.platform.problem.Refusal;

/** Takes a table from a request: all of it, or nothing. */
@ApplicationScoped
public class Imports {
  private final CallerLanguage language;

  Imports(CallerLanguage language) {
    this.language = language;
  }

  /**
   * Takes a table.
   *
   * @param dryRun {@code true}: it is read, written, looked at, and undone
   * @param reading writes what the table says, in one transaction; it may be called twice
   * @throws Refusal 400 for what is no table, 422 with everything that is wrong
   */
  public ImportApi.Result take(
      String dryRun, HttpHeaders headers, InputStream table, Function<Upload, Import> reading) {
    boolean tried = BooleanParam.of("dryRun", dryRun);
    try (Upload upload = Upload.of(table, headers.getMediaType())) {
      Import read =
          tried
              ? Transactions.triedOut(() -> reading.apply(upload))
              : Transactions.inNew(() -> reading.apply(upload).requireRight());
      return read.result(tried, Messages.in(language.locale()));
    }
  }
}
