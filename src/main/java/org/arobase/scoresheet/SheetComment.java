package org.arobase.scoresheet;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.util.List;
import org.arobase.audit.PartOfRecorded;

/** A juror's comment on one initiative. */
@Entity
@IdClass(SheetComment.Key.class)
public class SheetComment extends PanacheEntityBase implements PartOfRecorded {
  @Id public Long sheetId;
  @Id public int initiative;

  @Column(nullable = false, columnDefinition = "text")
  public String body;

  protected SheetComment() {}

  SheetComment(Long sheetId, int initiative, String body) {
    this.sheetId = sheetId;
    this.initiative = initiative;
    this.body = body;
  }

  /** The primary key of a comment. */
  public record Key(Long sheetId, int initiative) {}

  /** A sheet's comments by initiative. */
  static List<SheetComment> of(Long sheetId) {
    return list("sheetId = ?1 order by initiative", sheetId);
  }
}
