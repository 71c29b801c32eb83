package org.arobase.platform.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Runs a use case again when the database rolled its transaction back because of another one. */
@RetryOnLostRace
@Interceptor
@Priority(RetryInterceptor.OUTSIDE_THE_TRANSACTION)
class RetryInterceptor {
  /** Quarkus begins transactions at PLATFORM_BEFORE + 200. */
  static final int OUTSIDE_THE_TRANSACTION = Interceptor.Priority.PLATFORM_BEFORE + 100;

  @AroundInvoke
  Object around(InvocationContext useCase) throws Exception {
    // inside a transaction only the outermost call can try again
    return QuarkusTransaction.isActive() ? useCase.proceed() : LostRaces.retry(useCase::proceed);
  }
}
