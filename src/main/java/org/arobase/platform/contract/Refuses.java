package org.arobase.platform.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.arobase.platform.problem.Problem;

/** The problems that an operation answers beside the general ones; {@link Contract} shows them. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Refuses {
  Problem[] value();
}
