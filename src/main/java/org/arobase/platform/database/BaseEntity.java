package org.arobase.platform.database;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;

/**
 * An entity with an inner number from the database's one sequence, fifty at a time, so that inserts
 * can be batched. The number never leaves the house: the API speaks natural keys.
 */
@MappedSuperclass
public abstract class BaseEntity extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entity")
  @SequenceGenerator(name = "entity", sequenceName = "entity_seq", allocationSize = 50)
  public Long id;
}
