package org.arobase;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The package order in README, as a test: a package imports only packages to its left. The test
 * reads the line from README, checks that the packages are exactly those, that scoring depends on
 * nothing but Java and a numerics library, and that the rules would see a forbidden import.
 */
class ArchitectureTest {
  private static final String ROOT = "org.arobase.";

  /** The packages from left to right. The two of the first row import none of ours. */
  private static final List<Set<String>> ROWS =
      List.of(
          Set.of("platform", "scoring"),
          Set.of("identity"),
          Set.of("audit"),
          Set.of("authority"),
          Set.of("framework"),
          Set.of("edition"),
          Set.of("dossier"),
          Set.of("jury"),
          Set.of("access"),
          Set.of("scoresheet"),
          Set.of("rating"),
          Set.of("deliberation"),
          Set.of("palmares"),
          Set.of("sample"));

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.arobase");

  @Test
  void thePackagesAreThoseOfThePicture() {
    Set<String> found =
        HOUSE.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(ROOT))
            .map(name -> name.substring(ROOT.length()).split("\\.")[0])
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> named =
        ROWS.stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(named, found);
  }

  @Test
  void aPackageImportsOnlyWhatStandsLeftOfIt() {
    for (int row = 0; row < ROWS.size(); row++) {
      for (String name : ROWS.get(row)) {
        String[] notLeft =
            ROWS.subList(row, ROWS.size()).stream()
                .flatMap(Set::stream)
                .filter(other -> !other.equals(name))
                .map(other -> ROOT + other + "..")
                .toArray(String[]::new);
        if (notLeft.length > 0) {
          noClasses()
              .that()
              .resideInAPackage(ROOT + name + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(notLeft)
              .check(HOUSE);
        }
      }
    }
  }

  @Test
  void theEngineIsPure() {
    classes()
        .that()
        .resideInAPackage("org.arobase.scoring..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.arobase.scoring..",
            "java.lang..",
            "java.math..",
            "java.util..",
            "org.jspecify..",
            "org.ejml..",
            "org.hipparchus..")
        .check(HOUSE);
  }

  /** Hibernate's findById reports "not there" when the database has gone: see ByKey. */
  @Test
  void entitiesAreFoundByKeyInOnePlace() {
    noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe("findById", call -> call.getName().startsWith("findById")))
        .check(HOUSE);
  }

  @Test
  void theRuleWouldSeeAnImportToTheRight() {
    boolean seen =
        HOUSE.get("org.arobase.rating.RatingService").getDirectDependenciesFromSelf().stream()
            .anyMatch(d -> d.getTargetClass().getPackageName().equals("org.arobase.edition"));
    assertTrue(seen, "the importer sees no dependencies, so the rules above say nothing");
  }

  @Test
  void noRoomIsWithoutASubject() {
    Set<String> vague = Set.of("util", "utils", "common", "helper", "helpers", "dto", "mapper");
    List<String> found =
        HOUSE.stream()
            .map(JavaClass::getPackageName)
            .distinct()
            .filter(name -> Stream.of(name.split("\\.")).anyMatch(vague::contains))
            .toList();
    assertEquals(List.of(), found);
  }
}
