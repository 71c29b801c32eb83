package org.arobase.platform.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An answer that is the same for everyone: caches may keep it for a minute, and who names its
 * {@code ETag} in {@code If-None-Match} gets 304 while it is still the same.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PublicAnswer {}
