package org.arobase;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.persistence.LockModeType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arobase.audit.Recorded;
import org.arobase.platform.database.Versions;
import org.junit.jupiter.api.Test;

/**
 * The house is as README draws it: a package imports only packages to its left, no two packages
 * depend on each other, and recorded entities are written by one door.
 */
class ArchitectureTest {
  private static final String ROOT = "org.arobase.";
  private static final Path SOURCES = Path.of("src/main/java/org/arobase");
  private static final int MOST_FILES = 16;

  /** Entities whose writes are not recorded: the record itself, and what no result depends on. */
  private static final Set<String> UNRECORDED =
      Set.of(
          "AuditEvent",
          "AuditLeaf",
          "CalibrationPanel",
          "Checkpoint",
          "Cosignature",
          "IdempotencyRecord",
          "Job",
          "JuryMail",
          "PrivateNotes",
          "RefreshToken");

  private static final List<Set<String>> ROWS = rowsOfReadme();

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.arobase");

  /** The line {@code a, b < c < d}; packages between two signs do not import each other. */
  private static List<Set<String>> rowsOfReadme() {
    try (Stream<String> lines = Files.lines(Path.of("README.md"))) {
      String order = lines.filter(l -> l.startsWith("platform")).findFirst().orElseThrow();
      return Arrays.stream(order.split(" < ")).map(row -> Set.of(row.split(", "))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void thePackagesAreThoseOfReadme() {
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
  void noTwoPackagesDependOnEachOther() {
    slices().matching("org.arobase.(**)").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void thePlatformKnowsNoFeature() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "platform..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "stand in a feature",
                c ->
                    c.getPackageName().startsWith(ROOT)
                        && !c.getPackageName().startsWith(ROOT + "platform")))
        .check(HOUSE);
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

  /** Hibernate's find answers "not there" when the database has gone: see ByKey. */
  @Test
  void entitiesAreFoundByKeyInOnePlace() {
    noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe("findById", call -> call.getName().startsWith("findById")))
        .check(HOUSE);
  }

  @Test
  void locksAreTakenInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.arobase.platform.database")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(LockModeType.class)
        .check(HOUSE);
  }

  /** Recording itself is package-private in {@code audit}: others cannot even compile a call. */
  @Test
  void onlyTheWriteDoorRaisesVersions() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.arobase.audit")
        .should()
        .callMethodWhere(
            JavaCall.Predicates.target(
                DescribedPredicate.describe(
                    "of Versions", target -> target.getOwner().isEquivalentTo(Versions.class))))
        .check(HOUSE);
    Class<?> recorder = HOUSE.get("org.arobase.audit.Audit").reflect();
    assertTrue((recorder.getModifiers() & java.lang.reflect.Modifier.PUBLIC) == 0);
  }

  @Test
  void eachEntityIsRecordedOrNamedHere() {
    Set<String> unrecorded =
        HOUSE.stream()
            .filter(c -> c.isAnnotatedWith(Entity.class))
            .filter(c -> !c.isAssignableTo(Recorded.class))
            .filter(c -> !c.isAssignableTo(Recorded.Part.class))
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(UNRECORDED), unrecorded);
  }

  @Test
  void theRuleWouldSeeAnImportToTheRight() {
    boolean seen =
        HOUSE.get("org.arobase.rating.RatingService").getDirectDependenciesFromSelf().stream()
            .anyMatch(d -> d.getTargetClass().getPackageName().equals("org.arobase.edition"));
    assertTrue(seen, "the importer sees no dependencies, so the rules above say nothing");
  }

  @Test
  void noRoomIsWithoutASubjectOrTooFull() throws IOException {
    Set<String> vague = Set.of("util", "utils", "common", "helper", "helpers", "dto", "mapper");
    Map<Path, Integer> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(SOURCES)) {
      all.filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> files.merge(file.getParent(), 1, Integer::sum));
    }
    List<Path> found =
        files.entrySet().stream()
            .filter(
                e ->
                    e.getValue() > MOST_FILES
                        || vague.contains(e.getKey().getFileName().toString()))
            .map(Map.Entry::getKey)
            .toList();
    assertEquals(List.of(), found);
  }
}
