package org.arobase.dossier.tables;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.arobase.dossier.DossierApi.Content;
import org.arobase.dossier.Initiative;
import org.arobase.platform.tabular.Book;
import org.arobase.platform.tabular.importing.Columns;
import org.arobase.platform.tabular.importing.Line;
import org.jspecify.annotations.Nullable;

/** The content of an initiative as cells of the table of dossiers. */
final class InitiativeCells {
  /** The columns that hold the content. */
  static final Columns COLUMNS =
      new Columns(
          List.of("title", "description", "services", "startedOn", "ongoing", "url"), Set.of());

  /** An initiative of which nothing has been said yet. */
  static final Content NONE = new Content("", "", Set.of(), null, false, null);

  private InitiativeCells() {}

  static Content of(Initiative i) {
    return new Content(
        i.title, i.description, new TreeSet<>(i.services), i.startedOn, i.ongoing, i.url);
  }

  /**
   * What a line makes of an initiative.
   *
   * @param now the initiative as it is: what the line does not have stays so
   * @throws Line.Unusable when a cell cannot be used
   */
  static Content read(Line line, Content now) {
    return new Content(
        line.said("title", line::text, now.title()),
        line.said("description", line::text, now.description()),
        line.said("services", cell -> new TreeSet<>(line.words(cell)), now.services()),
        line.said("startedOn", line::date, now.startedOn()),
        line.said("ongoing", line::yes, now.ongoing()),
        line.said("url", line::textOrNull, now.url()));
  }

  /** The cells in the order of {@link #COLUMNS}. */
  static List<@Nullable Object> cells(Content content) {
    return Book.row(
        content.title(),
        content.description(),
        List.copyOf(new TreeSet<>(content.services())),
        content.startedOn(),
        content.ongoing(),
        content.url());
  }
}
