package org.arobase.platform.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;

/** Replaces Quarkus REST's mapper for bodies that do not fit their type. */
@Provider
@Priority(Priorities.USER - 100)
public class UnfittingBodyMapper extends ExceptionMapperBase<MismatchedInputException> {
  @Override
  protected HttpProblem toProblem(MismatchedInputException e) {
    return HttpProblem.builder().withStatus(CommonProblem.INVALID_BODY.status()).build();
  }
}
