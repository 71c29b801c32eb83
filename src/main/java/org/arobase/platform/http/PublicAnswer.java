package org.arobase.platform.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an answer that is the same for everyone. Caches may keep it for a minute, and a request
 * with its {@code ETag} in {@code If-None-Match} gets 304 while it has not changed.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PublicAnswer {
  /** Whether it also changes without an act, as a signed list that expires. */
  boolean changesWithTime() default false;

  /** The kinds of recorded subjects that it is made of; empty: of all that is published. */
  String[] madeOf() default {};
}
