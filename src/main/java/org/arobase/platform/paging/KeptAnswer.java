package org.arobase.platform.paging;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an operation whose answer is kept: it has an {@code ETag}, and whoever names it in {@code
 * If-None-Match} gets 304 as long as nothing has changed.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface KeptAnswer {}
