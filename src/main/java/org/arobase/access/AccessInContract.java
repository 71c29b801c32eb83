package org.arobase.access;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.arobase.audit.AuditProblem;
import org.arobase.platform.contract.Contract;
import org.arobase.platform.problem.Problem;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Writes the rows of {@link Permissions} into the OpenAPI document: {@code x-access} (role, reach,
 * phases) and {@code x-roles}. The build fails if an operation has no row or a row has no
 * operation.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = AccessInContract.BEFORE_CONTRACT)
public class AccessInContract implements OASFilter {
  /** Runs before {@code Contract}, which reads {@code x-roles}. */
  static final int BEFORE_CONTRACT = 100;

  @Override
  public void filterOpenAPI(OpenAPI document) {
    Set<String> rows = new HashSet<>(Permissions.operations());
    document
        .getPaths()
        .getPathItems()
        .values()
        .forEach(
            item ->
                item.getOperations()
                    .forEach(
                        (method, operation) -> {
                          show(operation, method != PathItem.HttpMethod.GET);
                          rows.remove(operation.getOperationId());
                        }));
    if (!rows.isEmpty()) {
      throw new IllegalStateException("Rows of Permissions without an operation: " + rows);
    }
  }

  private static void show(Operation operation, boolean writes) {
    List<Grant> grants =
        Permissions.of(operation.getOperationId())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        operation.getOperationId() + " has no row in Permissions"));
    if (grants.isEmpty()) {
      operation.addExtension("x-roles", List.of("anonymous"));
      return;
    }
    operation.addExtension("x-roles", grants.stream().map(Grant::role).distinct().toList());
    List<Map<String, Object>> shown = new ArrayList<>();
    grants.forEach(grant -> shown.add(shown(grant)));
    operation.addExtension("x-access", shown);
    operation.addExtension(Contract.REFUSED_BY_ACCESS, refusals(operation, writes));
  }

  /** The codes of the problems with which the guard and the write door refuse an operation. */
  private static List<String> refusals(Operation operation, boolean writes) {
    Set<String> names =
        operation.getParameters() == null
            ? Set.of()
            : operation.getParameters().stream()
                .map(Parameter::getName)
                .collect(Collectors.toSet());
    List<Problem> refusals = new ArrayList<>();
    if (names.contains("year") || names.contains("edition")) {
      refusals.addAll(
          List.of(
              AccessProblem.EDITION_NOT_FOUND,
              AccessProblem.WRONG_PHASE,
              AccessProblem.NOT_YOUR_EDITION));
      if (writes) {
        refusals.add(AuditProblem.RECORD_CONTRADICTED);
      }
    }
    if (names.contains("year") && names.contains("code")) {
      refusals.addAll(List.of(AccessProblem.RECUSED, AccessProblem.NOT_YOUR_DOSSIER));
    }
    if (names.contains("juror")) {
      refusals.add(AccessProblem.NOT_YOUR_SHEET);
    }
    return refusals.stream().map(Problem::code).toList();
  }

  private static Map<String, Object> shown(Grant grant) {
    Map<String, Object> shown = new TreeMap<>();
    shown.put("role", grant.role());
    shown.put("reach", grant.reach().name().toLowerCase(Locale.ROOT));
    shown.put(
        "phases",
        grant.phases().stream()
            .sorted()
            .map(Phase::name)
            .collect(Collectors.toCollection(ArrayList::new)));
    return shown;
  }
}
