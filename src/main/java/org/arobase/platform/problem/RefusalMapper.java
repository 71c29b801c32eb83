package org.arobase.platform.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;

/** Refusals become problems; {@link ProblemTexts} gives them their words. */
@Provider
@Priority(Priorities.USER - 100)
public class RefusalMapper extends ExceptionMapperBase<Refusal> {
  @Override
  protected HttpProblem toProblem(Refusal refusal) {
    return HttpProblem.builder().withStatus(refusal.problem().status()).build();
  }
}
