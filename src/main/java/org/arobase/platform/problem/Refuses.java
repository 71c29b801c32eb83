package org.arobase.platform.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares the problems of an operation beyond the general ones, for the contract. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Refuses {
  /** The codes of the problems; one that is not in {@link ProblemCatalogue} fails the build. */
  String[] value();
}
