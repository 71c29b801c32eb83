package org.arobase.platform.tabular.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import org.arobase.platform.problem.Rule;
import org.arobase.platform.problem.Violation.Draft;

/** The constraints that the API declares, held against what a line says: the same for both. */
@ApplicationScoped
public class Constraints {
  private final Validator validator;

  Constraints(Validator validator) {
    this.validator = validator;
  }

  /** What is wrong, each with the column that has the property's name. */
  public <T> List<Draft> brokenBy(T said) {
    List<Draft> wrong = new ArrayList<>();
    for (ConstraintViolation<T> broken : validator.validate(said)) {
      String column = broken.getPropertyPath().iterator().next().getName();
      wrong.add(Draft.at("/" + column, Rule.CONSTRAINT, broken.getMessage()));
    }
    return wrong;
  }
}
