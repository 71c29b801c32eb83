package org.arobase.platform.tabular.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.util.function.Function;
import org.arobase.platform.database.Transactions;
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
   * @param dryRun whether to write the table, check it and roll back
   * @param reading writes the table in one transaction; called again when it is tried again
   * @throws Refusal 400 when the file cannot be read; 422 with everything that is wrong, unless it
   *     is a dry run
   */
  public ImportApi.Result take(
      boolean dryRun, HttpHeaders headers, InputStream table, Function<Upload, Import> reading) {
    try (Upload upload = Upload.of(table, headers.getMediaType())) {
      Import read =
          dryRun
              ? Transactions.triedOut(() -> reading.apply(upload))
              : Transactions.inNew(() -> reading.apply(upload).requireRight());
      return read.result(dryRun, Messages.in(language.locale()));
    }
  }
}
