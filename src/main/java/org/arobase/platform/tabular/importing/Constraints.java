package org.arobase.platform.tabular.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import org.arobase.platform.problem.CommonRule;
import org.arobase.platform.problem.Violation.Draft;

/** Checks a line against the constraints that the API declares, so that both apply the same. */
@ApplicationScoped
public class Constraints {
  private final Validator validator;

  Constraints(Validator validator) {
    this.validator = validator;
  }

  /** The broken constraints, each at the column that has the name of the property. */
  public <T> List<Draft> brokenBy(T said) {
    List<Draft> wrong = new ArrayList<>();
    for (ConstraintViolation<T> broken : validator.validate(said)) {
      String column = broken.getPropertyPath().iterator().next().getName();
      wrong.add(Draft.at("/" + column, CommonRule.CONSTRAINT, broken.getMessage()));
    }
    return wrong;
  }
}
