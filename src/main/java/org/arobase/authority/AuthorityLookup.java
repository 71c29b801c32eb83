package org.arobase.authority;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.arobase.platform.problem.Violation.Draft;
import org.arobase.platform.tabular.importing.Line;
import org.jspecify.annotations.Nullable;

/**
 * Finds the authority that a cell of an imported table names, or suggests what to write instead.
 */
@ApplicationScoped
public class AuthorityLookup {
  private static final Pattern COMMUNE = Pattern.compile("[0-9][0-9AB][0-9]{3}");
  private static final Pattern SIREN = Pattern.compile("[0-9]{9}");
  private static final String NAME = "name";
  private static final int MOST_TOLD = 6;

  /**
   * The authority whose code is in a cell.
   *
   * @param column the column of the code
   * @param name the authority's name in the table; null when the table has none
   * @throws Line.Unusable when the cell holds no known code; suggests the code that may be meant
   */
  public LocalAuthority of(Line line, String column, @Nullable String name) {
    String cell = line.required(column);
    return LocalAuthority.of(line.code(column))
        .orElseThrow(() -> unknown(line, column, cell, name));
  }

  /**
   * Refuses a name in the column {@code name} that is not that of the authority whose code the line
   * has; an empty cell says that the code is right.
   *
   * @throws Line.Unusable when the names disagree
   */
  public static void requireName(Line line, LocalAuthority authority) {
    String name = line.textOrNull(NAME);
    if (name != null && !SearchName.agree(name, authority.name)) {
      throw line.unusable(
          NAME, AuthorityRule.AUTHORITY_NAME_DIFFERS, name, authority.code, authority.name);
    }
  }

  private static Line.Unusable unknown(
      Line line, String column, String cell, @Nullable String name) {
    Optional<LocalAuthority> padded = LocalAuthority.of("0" + cell);
    if (padded.isPresent()) {
      // Excel reads 01004 as a number and drops the zero
      return line.unusable(
          column, AuthorityRule.AUTHORITY_WITHOUT_ZERO, cell, padded.get().code, padded.get().name);
    }
    if (COMMUNE.matcher(cell).matches()) {
      return merged(line, column, cell, name);
    }
    List<LocalAuthority> meant =
        SIREN.matcher(cell).matches()
            ? LocalAuthority.list("siren", cell)
            : LocalAuthority.list("searchName = ?1 order by code", SearchName.of(cell));
    return switch (meant.size()) {
      case 0 -> line.wrong(Draft.at("/" + column, AuthorityRule.UNKNOWN_AUTHORITY, cell));
      case 1 ->
          line.unusable(
              column, AuthorityRule.AUTHORITY_MISSPELT, cell, meant.get(0).code, meant.get(0).name);
      default ->
          line.unusable(
              column, AuthorityRule.AUTHORITY_SHARES_NAME, cell, meant.size(), told(meant));
    };
  }

  /**
   * Handles an unknown commune code, probably of a merged commune: suggests the authorities of its
   * département whose name contains the old name.
   */
  private static Line.Unusable merged(
      Line line, String column, String code, @Nullable String name) {
    String department = code.startsWith("97") ? code.substring(0, 3) : code.substring(0, 2);
    List<LocalAuthority> near =
        name == null
            ? List.of()
            : LocalAuthority.list(
                "department = ?1 and searchName like concat('%', ?2, '%') order by code",
                department, SearchName.of(name));
    return near.isEmpty()
        ? line.unusable(column, AuthorityRule.AUTHORITY_MERGED, code, department)
        : line.unusable(column, AuthorityRule.AUTHORITY_MERGED_INTO, code, told(near));
  }

  private static String told(List<LocalAuthority> authorities) {
    String told =
        authorities.stream()
            .limit(MOST_TOLD)
            .map(a -> a.code + " " + a.name + " (" + a.department + ")")
            .collect(Collectors.joining(", "));
    return authorities.size() > MOST_TOLD ? told + "…" : told;
  }
}
