package org.arobase.platform.database;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;

/**
 * An entity with a generated number. All numbers come from one database sequence, fifty at a time,
 * so that inserts can be batched. The API uses natural keys instead, except for recusals.
 */
@MappedSuperclass
public abstract class BaseEntity extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entity")
  @SequenceGenerator(name = "entity", sequenceName = "entity_seq", allocationSize = 50)
  public Long id;
}
