package org.arobase.scoresheet.mailing;

import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.arobase.access.AccessScope;
import org.arobase.access.Phase;
import org.arobase.edition.Edition;
import org.arobase.jury.Juror;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.database.Transactions;
import org.arobase.platform.jobs.Jobs;
import org.arobase.platform.language.Messages;
import org.arobase.platform.paging.Page;
import org.arobase.platform.paging.PageRequest;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.secrets.ServerKey;
import org.arobase.scoresheet.ScoreSheetProblem;
import org.arobase.scoresheet.mailing.JuryMail.Key;
import org.arobase.scoresheet.mailing.JuryMail.Kind;
import org.arobase.scoresheet.mailing.MailingApi.Line;
import org.arobase.scoresheet.mailing.MailingApi.Order;
import org.arobase.scoresheet.mailing.MailingApi.Outcome;
import org.arobase.scoresheet.mailing.MailingApi.Result;
import org.arobase.scoresheet.progress.ProgressApi.OfJuror;
import org.arobase.scoresheet.progress.ProgressService;
import org.jspecify.annotations.Nullable;

/** Stores each mail once, and starts the job that sends the mails. */
@ApplicationScoped
@RetryOnLostRace
class MailingService {
  private static final int LONGEST_SUBJECT = 200;

  /** Days and deadlines are in French time. */
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private final AccessScope scope;
  private final ProgressService progress;
  private final MailingWork work;
  private final Jobs jobs;
  private final MailSettings settings;
  private final Engine templates;
  private final Clock clock;
  private final ServerKey server;

  MailingService(
      AccessScope scope,
      ProgressService progress,
      MailingWork work,
      Jobs jobs,
      MailSettings settings,
      Engine templates,
      Clock clock,
      ServerKey server) {
    this.server = server;
    this.scope = scope;
    this.progress = progress;
    this.work = work;
    this.jobs = jobs;
    this.settings = settings;
    this.templates = templates;
    this.clock = clock;
  }

  @Transactional
  Page<MailingApi.View> list(int year, PageRequest page) {
    List<MailingApi.View> all = JuryMail.all(year).stream().map(MailingApi.View::from).toList();
    Map<MailingApi.View, String> keys = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      keys.put(all.get(i), String.format(Locale.ROOT, "%09d", i));
    }
    return Page.cut(all, page, keys::get, view -> view);
  }

  /** The mails that an order would give: they are stored, listed and rolled back. */
  Result tryOut(int year, Order order) {
    return new Result(
        true, Transactions.triedOut(() -> written(year, order, occasion(order.kind()))), null);
  }

  /**
   * Stores the mails; the job that sends them starts after the commit.
   *
   * @throws Refusal 404 when an id names no member, 409 when this server sends no mail, or for
   *     reminders outside EVALUATION
   */
  @Transactional
  public Result send(int year, Order order) {
    if (settings.from().isEmpty()) {
      throw new Refusal(ScoreSheetProblem.MAIL_OFF);
    }
    String occasion = occasion(order.kind());
    List<Line> lines = written(year, order, occasion);
    List<String> queued =
        lines.stream().filter(l -> l.outcome() == Outcome.QUEUED).map(Line::juror).toList();
    if (queued.isEmpty()) {
      return new Result(false, lines, null);
    }
    // a new id makes a new job: a running one may have passed these members already
    String id = UUID.randomUUID().toString();
    var parameters = new MailingWork.Parameters(id, order.kind(), occasion, queued);
    return new Result(false, lines, jobs.begin(work, year, parameters).id());
  }

  private List<Line> written(int year, Order order, String occasion) {
    // locked, not only held: concurrent upserts would deadlock
    Edition edition = Edition.locked(year, scope);
    JuryMail.hold(year);
    Set<String> wanted = Objects.requireNonNullElse(order.jurors(), Set.of());
    wanted.forEach(handle -> Juror.required(year, handle));
    Map<String, OfJuror> left = new HashMap<>();
    if (order.kind() == Kind.REMINDER) {
      edition.requirePhase(Phase.EVALUATION);
      progress.unfinished(edition).stream()
          .filter(juror -> juror.late() || !order.isForLateOnes())
          .forEach(juror -> left.put(juror.juror(), juror));
    }
    List<Line> lines = new ArrayList<>();
    for (Juror juror : Juror.all(year)) {
      boolean concerned =
          order.kind() == Kind.REMINDER ? left.containsKey(juror.handle) : juror.answer == null;
      if (juror.isIn() && order.isFor(juror.handle) && concerned) {
        Outcome outcome = write(edition, juror, order, occasion, left.get(juror.handle));
        lines.add(new Line(juror.handle, outcome));
      }
    }
    return lines;
  }

  private Outcome write(
      Edition edition, Juror juror, Order order, String occasion, @Nullable OfJuror left) {
    Kind kind = order.kind();
    if (juror.email == null) {
      return Outcome.WITHOUT_ADDRESS;
    }
    Locale language = Locale.forLanguageTag(Objects.requireNonNullElse(juror.language, "fr"));
    String subject =
        Messages.in(language).text("mail." + kind.name().toLowerCase(Locale.ROOT), edition.name);
    Key key = new Key(edition.year, juror.id, kind, occasion);
    String body = body(kind, language, text(edition, juror, left, language));
    subject = subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT));
    boolean queued =
        JuryMail.write(
            key,
            new JuryMail.Content(juror.email, subject, body),
            clock.instant(),
            order.isStuckToo(),
            server);
    return queued ? Outcome.QUEUED : Outcome.WRITTEN_BEFORE;
  }

  private String occasion(Kind kind) {
    return kind == Kind.INVITATION ? kind.name() : LocalDate.ofInstant(clock.instant(), PARIS) + "";
  }

  private MailText text(Edition edition, Juror juror, @Nullable OfJuror left, Locale language) {
    Instant end = edition.evaluationEndsAt;
    String deadline =
        end == null
            ? null
            : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(language)
                .format(end.atZone(PARIS));
    return new MailText(
        juror.name,
        edition.name,
        left == null ? 0 : left.sheets().all() - left.sheets().done(),
        left == null ? 0 : left.marks().all() - left.marks().done(),
        deadline,
        settings.link().orElse(null));
  }

  private String body(Kind kind, Locale language, MailText text) {
    String name = kind.name().toLowerCase(Locale.ROOT) + "_" + language.getLanguage();
    return templates.getTemplate("mail/" + name + ".txt").data("text", text).render();
  }
}
