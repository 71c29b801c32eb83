package org.arobase.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.arobase.scoring.hierarchy.Aggregations;
import org.arobase.scoring.hierarchy.Evaluation;
import org.arobase.scoring.hierarchy.Node;
import org.arobase.scoring.hierarchy.Presence;
import org.arobase.scoring.hierarchy.PublishedAggregations;
import org.arobase.scoring.panel.Trimming;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The engine gives the published results of others: 29 cases in src/test/resources/cases, each with
 * its source and its own tolerance. Hierarchical means and coverage, figure-skating panels (exact),
 * trimmed and winsorised means, severity models (least squares, REML, BLUP), agreement
 * coefficients, level probabilities, cut scores. The test fails if a case is lost.
 */
class CasesTest {
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(CASES)) {
      files = listed.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    }
    assertTrue(files.size() >= 29, "a case was lost");
    return files.stream()
        .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> run(f)));
  }

  private static void run(Path file) throws IOException {
    JsonNode published = JSON.readTree(file.toFile());
    switch (published.get("method").asText()) {
      case "hierarchical_aggregate" -> hierarchy(published);
      case "panel_trimmed_hierarchy" -> panel(published);
      case "trimmed_winsorized" -> trimming(published);
      default -> new StatisticsCase(published).check();
    }
  }

  private static void hierarchy(JsonNode published) {
    JsonNode floor = published.get("input").get("min_coverage");
    Node tree =
        node(
            published.get("input").get("tree"),
            floor == null ? BigDecimal.ZERO : floor.decimalValue());
    JsonNode expected = published.get("expected").get("value");
    BigDecimal value = Evaluation.of(tree).value();
    if (expected.isNull()) {
      assertNull(value);
    } else {
      assertNear(expected.decimalValue(), value, published.get("tolerance").decimalValue());
    }
  }

  private static Node node(JsonNode json, BigDecimal floor) {
    BigDecimal weight = json.has("weight") ? json.get("weight").decimalValue() : BigDecimal.ONE;
    if (!json.has("children")) {
      return json.get("score").isNull()
          ? Node.Leaf.absent("leaf", weight, Presence.MISSING)
          : Node.Leaf.of("leaf", weight, json.get("score").decimalValue());
    }
    boolean geometric = json.path("op").asText().equals("geometric");
    return new Node.Group(
        "group",
        weight,
        geometric ? PublishedAggregations::geometricMean : Aggregations::weightedMean,
        floor,
        null,
        StreamSupport.stream(json.get("children").spliterator(), false)
            .map(child -> node(child, floor))
            .toList());
  }

  /** An ISU segment: each stage rounds HALF_UP to two digits, as the official protocol does. */
  private static void panel(JsonNode published) {
    JsonNode input = published.get("input");
    JsonNode expected = published.get("expected");
    List<Node> components = new ArrayList<>();
    input.get("components").forEach(c -> components.add(component(c)));
    List<Node> elements = new ArrayList<>();
    input.get("elements").forEach(e -> elements.add(element(e)));
    Node deductions = leaf("deductions", input.get("deductions").decimalValue().negate());
    Evaluation total =
        Evaluation.of(
            sum(
                "total",
                List.of(sum("components", components), sum("elements", elements), deductions)));
    Evaluation componentScore = total.children().get(0);
    for (int i = 0; i < components.size(); i++) {
      Evaluation panel = componentScore.children().get(i).children().get(0);
      assertExactly(expected.get("panel").get(i), panel.value());
    }
    assertExactly(expected.get("total_component_score"), componentScore.value());
    assertExactly(expected.get("total_element_score"), total.children().get(1).value());
    assertExactly(expected.get("total_segment_score"), total.value());
  }

  private static Node component(JsonNode json) {
    List<Node> marks = new ArrayList<>();
    for (JsonNode mark : json.get("marks")) {
      marks.add(
          mark.isNull()
              ? Node.Leaf.absent("judge", BigDecimal.ONE, Presence.MISSING)
              : leaf("judge", mark.decimalValue()));
    }
    BigDecimal factor = json.get("factor").decimalValue();
    Node panel =
        new Node.Group(
            "panel", factor, PublishedAggregations.trimmedMean(1), BigDecimal.ZERO, 2, marks);
    return new Node.Group(
        "factored",
        BigDecimal.ONE,
        PublishedAggregations::weightedSum,
        BigDecimal.ZERO,
        2,
        List.of(panel));
  }

  private static Node element(JsonNode json) {
    return sum(
        "element",
        List.of(
            leaf("base", json.get("base_value").decimalValue()),
            leaf("goe", json.get("goe").decimalValue())));
  }

  private static Node leaf(String name, BigDecimal value) {
    return Node.Leaf.of(name, BigDecimal.ONE, value);
  }

  private static Node sum(String name, List<Node> children) {
    return Node.Group.of(name, BigDecimal.ONE, PublishedAggregations::weightedSum, children);
  }

  private static void trimming(JsonNode published) {
    JsonNode expected = published.get("expected");
    BigDecimal tolerance = published.get("tolerance").decimalValue();
    List<BigDecimal> sample = new ArrayList<>();
    published.get("input").get("x").forEach(x -> sample.add(x.decimalValue()));
    Trimming result = Trimming.of(sample, published.get("input").get("alpha").decimalValue());
    assertEquals(expected.get("k").asInt(), result.k());
    assertNear(expected.get("trimmed").decimalValue(), result.trimmed(), tolerance);
    assertNear(expected.get("winsorized").decimalValue(), result.winsorised(), tolerance);
    assertNear(expected.get("var_trimmed").decimalValue(), result.varianceTrimmed(), tolerance);
    assertNear(
        expected.get("var_winsorized").decimalValue(), result.varianceWinsorised(), tolerance);
  }

  private static void assertExactly(JsonNode expected, BigDecimal actual) {
    assertNear(expected.decimalValue(), actual, BigDecimal.ZERO);
  }

  private static void assertNear(BigDecimal expected, BigDecimal actual, BigDecimal tolerance) {
    assertNotNull(actual);
    BigDecimal distance = expected.subtract(actual).abs();
    assertTrue(
        distance.compareTo(tolerance) <= 0, () -> "expected " + expected + " but was " + actual);
  }
}
