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

/** Imports a table from a request, either all of it or nothing. */
@ApplicationScoped
public class Imports {
  private final CallerLanguage language;

  Imports(CallerLanguage language) {
    this.language = language;
  }

  /**
   * Imports a table.
   *
   * @param dryRun {@code true} to write the table, check it and roll back
   * @param reading writes the table in one transaction; called again when it is tried again
   * @throws Refusal 400 when the file cannot be read; 422 with everything that is wrong, unless it
   *     is a dry run
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
