package org.arobase.platform.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;

/** Maps refusals to problems; {@link ProblemTexts} adds their texts. */
@Provider
@Priority(Priorities.USER - 100)
public class RefusalMapper extends ExceptionMapperBase<Refusal> {
  @Override
  protected HttpProblem toProblem(Refusal refusal) {
    return HttpProblem.builder().withStatus(refusal.problem().status()).build();
  }
}
