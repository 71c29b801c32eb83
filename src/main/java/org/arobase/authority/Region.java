package org.arobase.authority;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.arobase.audit.Recorded;

/** A région, or an overseas collectivity that stands in its place. */
@Entity
public class Region extends PanacheEntityBase implements Recorded.Part {
  /** INSEE code, for example 11. */
  @Id public String code;

  @Column(nullable = false)
  public String name;
}
