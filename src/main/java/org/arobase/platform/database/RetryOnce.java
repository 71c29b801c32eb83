package org.arobase.platform.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;

/** Runs a use case a second time when the database broke its transaction in favour of another. */
@Transactional
@Interceptor
@Priority(RetryOnce.OUTSIDE_THE_TRANSACTION)
class RetryOnce {
  /** Quarkus begins transactions at PLATFORM_BEFORE + 200. */
  static final int OUTSIDE_THE_TRANSACTION = Interceptor.Priority.PLATFORM_BEFORE + 100;

  @AroundInvoke
  Object around(InvocationContext useCase) throws Exception {
    if (QuarkusTransaction.isActive()) {
      // the transaction that is broken is another's, further out
      return useCase.proceed();
    }
    try {
      return useCase.proceed();
    } catch (Exception e) {
      if (BrokenForAnother.isAndHasPassed(e)) {
        return useCase.proceed();
      }
      throw e;
    }
  }
}
