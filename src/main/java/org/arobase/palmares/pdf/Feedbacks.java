package org.arobase.palmares.pdf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.arobase.access.AccessScope;
import org.arobase.access.AccessScope.Limits;
import org.arobase.authority.LabelRecord;
import org.arobase.deliberation.seal.Seal;
import org.arobase.deliberation.seal.SealedResults;
import org.arobase.deliberation.seal.SealedResults.DossierResult;
import org.arobase.dossier.DossierProblem;
import org.arobase.dossier.Initiative;
import org.arobase.edition.Edition;
import org.arobase.framework.FrameworkDocument;
import org.arobase.framework.FrameworkDocument.Category;
import org.arobase.framework.FrameworkDocument.Criterion;
import org.arobase.framework.FrameworkDocument.PolicyIssue;
import org.arobase.palmares.document.DistinctionNames;
import org.arobase.palmares.document.PalmaresDocument.LabelDistinction;
import org.arobase.palmares.pdf.Feedback.Issue;
import org.arobase.palmares.pdf.Feedback.Marked;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.language.Messages;
import org.arobase.platform.problem.Refusal;
import org.arobase.rating.DossierRating;
import org.arobase.rating.MarkedDossier;
import org.arobase.rating.RatingService;
import org.arobase.rating.RatingService.Explained;
import org.arobase.rating.explanation.Explanations;
import org.arobase.rating.explanation.RatingApi.NextLevel;
import org.arobase.scoresheet.ScoreSheet;
import org.arobase.scoresheet.SheetDocument;
import org.arobase.scoresheet.SheetDocument.Comment;
import org.arobase.scoring.Grid;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;

/** Reads the content of feedback letters. */
@ApplicationScoped
class Feedbacks {
  private final RatingService ratings;
  private final EntityManager database;
  private final AccessScope scope;

  Feedbacks(RatingService ratings, EntityManager database, AccessScope scope) {
    this.scope = scope;
    this.ratings = ratings;
    this.database = database;
  }

  Feedback of(int year, String code) {
    Edition edition = Edition.required(year);
    Seal seal = Seal.required(year, null);
    // a reader who is recused from a dossier gets no figure that was fitted with its marks
    Limits known = new Limits(null, scope.limits().hidden());
    SealedResults results = seal.results().seenBy(known::allow);
    Explained explained = ratings.explained(year, code, known);
    DossierRating rating = explained.rating();
    DossierResult result =
        results.dossiers().stream()
            .filter(d -> d.code().equals(code))
            .findFirst()
            .orElseThrow(
                () -> new Refusal(DossierProblem.DOSSIER_NOT_FOUND, code, String.valueOf(year)));
    Map<Integer, List<String>> comments = comments(rating);
    List<Issue> mosaic = mosaic(edition.framework.document(), rating);
    FeedbackIssues issues = new FeedbackIssues(edition.framework.document(), rating);
    return new Feedback(
        edition.name,
        year,
        result.name(),
        French.day(seal.sealedAt),
        French.level(result.level()),
        isAsComputed(result) || result.computedLevel() == null
            ? ""
            : French.level(result.computedLevel()),
        before(year, code),
        result.distinctions().stream()
            .map(LabelDistinction::of)
            .map(DistinctionNames::french)
            .toList(),
        French.score(result.score()),
        explained.marked().marks().size(),
        issues.strengths(),
        issues.weaknesses(),
        issues.uncovered(),
        isAsComputed(result) && Objects.equals(rating.level(), result.level())
            ? next(edition, rating)
            : List.of(),
        mosaic,
        edition.framework.document().criteria().stream().map(c -> c.name().fr()).toList(),
        initiatives(edition.framework.document(), explained.marked(), comments),
        comments.getOrDefault(0, List.of()),
        seal.sealedAt,
        seal.contentHash,
        result.synthetic());
  }

  private static boolean isAsComputed(DossierResult result) {
    return Objects.equals(result.computedLevel(), result.level());
  }

  private static String before(int year, String code) {
    LabelRecord last = LabelRecord.last(year, List.of(code)).get(code);
    return last == null
        ? ""
        : "À votre dernière participation, en "
            + last.year
            + " : "
            + French.level(last.level)
            + ".";
  }

  private static List<String> next(Edition edition, DossierRating rating) {
    if (rating.level() == null) {
      return List.of();
    }
    NextLevel next = new Explanations(edition, Messages.in(Locale.FRENCH)).next(rating);
    if (next == null) {
      return List.of();
    }
    List<String> asked = new ArrayList<>();
    if (next.lacking().signum() > 0) {
      asked.add(
          "une note d’ensemble d’au moins "
              + French.decimal(next.threshold())
              + " : il y manque "
              + French.missing(next.lacking()));
    }
    asked.addAll(next.gates());
    return asked;
  }

  private static List<Issue> mosaic(FrameworkDocument framework, DossierRating rating) {
    List<Issue> mosaic = new ArrayList<>();
    for (Category category : framework.categories()) {
      for (PolicyIssue issue : category.issues()) {
        long initiatives =
            rating.grid().initiatives().stream()
                .filter(i -> i.issues().contains(issue.code()))
                .count();
        BigDecimal score = FeedbackIssues.score(rating, issue);
        mosaic.add(
            new Issue(
                category.name().fr(),
                issue.name().fr(),
                FeedbackIssues.applies(rating, issue) ? String.valueOf(initiatives) : "non demandé",
                score == null ? "–" : French.decimal(score)));
      }
    }
    return mosaic;
  }

  private static List<Marked> initiatives(
      FrameworkDocument framework, MarkedDossier marked, Map<Integer, List<String>> comments) {
    Map<Integer, String> titles = new HashMap<>();
    Initiative.of(marked.input().dossier()).forEach(i -> titles.put(i.number, i.title));
    return marked.input().grid().initiatives().stream()
        .sorted(Comparator.comparingInt(Grid.Initiative::number))
        .map(
            i ->
                new Marked(
                    i.number(),
                    titles.getOrDefault(i.number(), ""),
                    framework.criteria().stream().map(c -> mean(marked, i.number(), c)).toList(),
                    comments.getOrDefault(i.number(), List.of())))
        .toList();
  }

  /** The mean of the jurors' marks, with one decimal; a dash when there are none. */
  private static String mean(MarkedDossier marked, int initiative, Criterion criterion) {
    List<BigDecimal> values =
        marked.marks().values().stream()
            .map(sheet -> sheet.get(new Cell(initiative, criterion.code())))
            .filter(Objects::nonNull)
            .map(Mark::value)
            .filter(Objects::nonNull)
            .toList();
    if (values.isEmpty()) {
      return "–";
    }
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.divide(BigDecimal.valueOf(values.size()), 1, RoundingMode.HALF_UP)
            .toPlainString()
            .replace('.', ',')
        + " / "
        + criterion.scale().maximum().stripTrailingZeros().toPlainString();
  }

  /**
   * The comments for the authority by initiative, 0 for the whole dossier. They are ordered by a
   * hash of the text, so that nobody can tell which ones have the same author.
   */
  private Map<Integer, List<String>> comments(DossierRating rating) {
    Map<Integer, List<String>> comments = new HashMap<>();
    for (ScoreSheet sheet : ScoreSheet.submitted(rating.dossier())) {
      SheetDocument document = sheet.document();
      document.comments().forEach((initiative, comment) -> add(comments, initiative, comment));
      add(comments, 0, document.overall());
    }
    comments
        .values()
        .forEach(texts -> texts.sort(Comparator.comparing((String text) -> Canonical.hash(text))));
    return comments;
  }

  private static void add(Map<Integer, List<String>> comments, int initiative, Comment comment) {
    if (comment.isForAuthority() && !comment.text().isBlank()) {
      comments.computeIfAbsent(initiative, i -> new ArrayList<>()).add(comment.text().strip());
    }
  }
}
