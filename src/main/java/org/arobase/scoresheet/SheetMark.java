package org.arobase.scoresheet;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import org.arobase.audit.PartOfRecorded;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;

/** A stored mark. The key is the cell, so that a cell of a sheet has at most one mark. */
@Entity
@Table(name = "mark")
@IdClass(SheetMark.Key.class)
public class SheetMark extends PanacheEntityBase implements PartOfRecorded {
  /** The order of the marks in a sheet. */
  @Id public Long sheetId;

  @Id public int initiative;
  @Id public String criterion;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  public Mark.State state;

  @Column(name = "mark_value", precision = 9, scale = 3)
  public BigDecimal value;

  protected SheetMark() {}

  public SheetMark(Long sheetId, Cell cell, Mark mark) {
    this.sheetId = sheetId;
    this.initiative = cell.initiative();
    this.criterion = cell.criterion();
    set(mark);
  }

  /** The primary key of a mark. */
  public record Key(Long sheetId, int initiative, String criterion) {}

  public Cell cell() {
    return new Cell(initiative, criterion);
  }

  public Mark mark() {
    return new Mark(state, value == null ? null : value.stripTrailingZeros());
  }

  final void set(Mark mark) {
    state = mark.state();
    boolean same = value != null && mark.value() != null && value.compareTo(mark.value()) == 0;
    value = same ? value : mark.value();
  }

  /** A sheet's marks by initiative and criterion. */
  static List<SheetMark> of(Long sheetId) {
    return list("sheetId = ?1 order by initiative, criterion", sheetId);
  }
}
