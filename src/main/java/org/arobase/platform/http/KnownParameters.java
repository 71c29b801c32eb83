package org.arobase.platform.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that an operation does not have. Otherwise a filter with a misspelt name
 * would silently return the whole list.
 */
public class KnownParameters {
  /** Callers without access are not told which parameters exist. */
  private static final int AFTER_THE_GUARD = Priorities.USER + 100;

  /** The parameters that mailers and social networks add to the links of a badge or a palmarès. */
  private static final Pattern ADDED_BY_OTHERS =
      Pattern.compile("utm_\\w+|mtm_\\w+|fbclid|gclid|msclkid");

  private final Map<String, SortedSet<String>> known = new ConcurrentHashMap<>();

  @ServerRequestFilter(priority = AFTER_THE_GUARD)
  void check(ResourceInfo resource, UriInfo uri) {
    if (uri.getQueryParameters().isEmpty()) {
      return;
    }
    String operation = operation(resource.getResourceMethod());
    SortedSet<String> here =
        known.computeIfAbsent(operation, id -> parameters(resource.getResourceClass(), id));
    for (String name : new TreeSet<>(uri.getQueryParameters().keySet())) {
      if (!here.contains(name) && !ADDED_BY_OTHERS.matcher(name).matches()) {
        throw new Refusal(
            CommonProblem.UNKNOWN_PARAMETER, name, here.isEmpty() ? "—" : String.join(", ", here));
      }
    }
  }

  /** The parameters of all methods of an operation, which can have one per media type. */
  private static SortedSet<String> parameters(Class<?> resource, String operation) {
    return Arrays.stream(resource.getMethods())
        .filter(method -> method.isAnnotationPresent(Operation.class))
        .filter(method -> operation(method).equals(operation))
        .flatMap(method -> Stream.of(method.getParameters()))
        .flatMap(KnownParameters::elements)
        .filter(element -> element.isAnnotationPresent(QueryParam.class))
        .map(element -> element.getAnnotation(QueryParam.class).value())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<AnnotatedElement> elements(Parameter parameter) {
    return parameter.isAnnotationPresent(BeanParam.class)
        ? Stream.of(parameter.getType().getDeclaredFields())
        : Stream.of(parameter);
  }

  private static String operation(Method method) {
    return method.getAnnotation(Operation.class).operationId();
  }
}
