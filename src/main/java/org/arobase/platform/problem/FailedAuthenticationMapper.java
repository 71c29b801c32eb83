package org.arobase.platform.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;

/**
 * A token that is no good is a 401. It takes the place of the mapper of quarkus-resteasy-problem
 * 3.21, which asks this Quarkus for a field that it no longer has; the release that fits cannot be
 * had yet.
 */
@Provider
@Priority(Priorities.USER - 100)
public class FailedAuthenticationMapper extends ExceptionMapperBase<AuthenticationFailedException> {
  @Override
  protected HttpProblem toProblem(AuthenticationFailedException e) {
    return HttpProblem.builder().withStatus(CommonProblem.UNAUTHENTICATED.status()).build();
  }
}
