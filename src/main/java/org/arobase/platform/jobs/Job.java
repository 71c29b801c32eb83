package org.arobase.platform.jobs;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.logging.Log;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.secrets.ServerKey;
import org.jspecify.annotations.Nullable;

/** A long-running job. It belongs to the user who started it. */
@Entity
public class Job extends PanacheEntityBase {
  /** A job without a sign of life for longer than this has failed. */
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

  /** The states of a job. */
  public enum State {
    /** Other jobs run first. */
    WAITING,
    RUNNING,
    DONE,
    /** The work failed or its server ended; the job must be started again. */
    FAILED,
    CANCELLED;

    boolean hasEnded() {
      return this != WAITING && this != RUNNING;
    }
  }

  @Id public String id;

  @Column(nullable = false)
  public String kind;

  @Column(nullable = false)
  public String owner;

  public @Nullable Integer edition;

  /** JSON. */
  @Column(nullable = false, columnDefinition = "longtext")
  public String parameters;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  public State state;

  public long done;
  public long total;

  /** JSON; null until it is done. */
  @Column(columnDefinition = "longtext")
  public @Nullable String result;

  public boolean cancelled;

  @Column(nullable = false)
  public Instant begunAt;

  @Column(nullable = false)
  public Instant beatenAt;

  /** Signature of everything but the progress, so that SQL alone cannot change what is shown. */
  @Column(nullable = false)
  public String mac;

  protected Job() {}

  Job(String kind, String owner, @Nullable Integer edition, String parameters) {
    this.kind = kind;
    this.owner = owner;
    this.edition = edition;
    this.parameters = parameters;
    this.state = State.WAITING;
  }

  /**
   * The job with this id and owner.
   *
   * @throws Refusal 404 when there is none, also when it belongs to somebody else, or when it was
   *     changed in the database
   */
  static Job required(String id, String owner, ServerKey key) {
    return Job.<Job>find("id = ?1 and owner = ?2", id, owner)
        .firstResultOptional()
        .filter(job -> job.isTrusted(key))
        .orElseThrow(() -> new Refusal(CommonProblem.JOB_NOT_FOUND, id));
  }

  /** The owner's waiting and running jobs of this kind, edition and parameters, oldest first. */
  static List<Job> unended(
      String kind, String owner, @Nullable Integer edition, String parameters) {
    return list(
        "kind = ?1 and owner = ?2 and edition = ?3 and parameters = ?4 and state in ('WAITING',"
            + " 'RUNNING') order by begunAt",
        kind,
        owner,
        edition,
        parameters);
  }

  /** The signature of this job with this result; null: without one. */
  String mac(ServerKey key, @Nullable String withResult) {
    return key.mac(
        "job", Canonical.json(Arrays.asList(id, kind, owner, edition, parameters, withResult)));
  }

  /** Whether it is signed; if not, the log says so. */
  boolean isTrusted(ServerKey key) {
    if (!isSigned(key)) {
      Log.errorf("Job %s was changed in the database: it is not shown and does not run", id);
      return false;
    }
    return true;
  }

  /** Whether this server, or another one with its key, wrote it so. */
  private boolean isSigned(ServerKey key) {
    return mac.equals(mac(key, result));
  }

  State state(Instant now) {
    boolean silent = beatenAt.plus(LONGEST_SILENCE).isBefore(now);
    return silent && !state.hasEnded() ? State.FAILED : state;
  }
}
